package cymru.diogelu.worklist.pages;

import cymru.diogelu.access.Person;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;

/**
 * Where a form lands that was sent without a session: whoever is not signed in signs in first, then sees the words and
 * sends them once more. They are sent for nobody but who typed them. Reached from within only.
 */
@Controller
class AgainPage {

    private final SignInPage signIn;
    private final PageWords words;

    AgainPage(SignInPage signIn, PageWords words) {
        this.signIn = signIn;
        this.words = words;
    }

    @RequestMapping("/again")
    ModelAndView again(
            @AuthenticationPrincipal @Nullable Person person, HttpServletRequest request, Model model, Locale locale) {
        String path = (String) request.getAttribute(RequestDispatcher.FORWARD_REQUEST_URI);
        KeptRequest kept = path == null ? null : KeptRequest.withoutSession(request, path);
        model.addAttribute("kept", kept);
        if (person == null) {
            model.addAttribute("wrong", request.getParameter("username") != null);
            return new ModelAndView(signIn.signIn(model, locale), HttpStatus.UNAUTHORIZED);
        }
        if (kept == null || kept.empty()) {
            return new ModelAndView("redirect:" + (kept == null ? "/worklist" : kept.path()));
        }
        String writer = String.valueOf(kept.writer());
        return writer.equals(person.viewer().user())
                ? new ModelAndView("again", model.asMap()).addObject("why", "signedIn")
                : somebodyElse(writer, person.viewer().user(), model, locale);
    }

    /** On a shared screen the next person signs in with the words of the one before still in the page. */
    private ModelAndView somebodyElse(String writer, String reader, Model model, Locale locale) {
        model.addAttribute("writer", words.person(writer, locale));
        model.addAttribute("signedIn", words.person(reader, locale));
        return new ModelAndView(signIn.signIn(model, locale), HttpStatus.CONFLICT);
    }
}
