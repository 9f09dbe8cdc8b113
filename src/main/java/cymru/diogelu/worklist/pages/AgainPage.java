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
 * Where a form lands that was sent without a session: whoever is not signed in signs in first, then sends the same words
 * once more with one click. Reached from within only.
 */
@Controller
class AgainPage {

    private final SignInPage signIn;

    AgainPage(SignInPage signIn) {
        this.signIn = signIn;
    }

    @RequestMapping("/again")
    ModelAndView again(
            @AuthenticationPrincipal @Nullable Person person, HttpServletRequest request, Model model, Locale locale) {
        String path = (String) request.getAttribute(RequestDispatcher.FORWARD_REQUEST_URI);
        KeptRequest kept = KeptRequest.of(request, path);
        model.addAttribute("kept", kept);
        if (person == null) {
            model.addAttribute("wrong", request.getParameter("username") != null);
            return new ModelAndView(signIn.signIn(model, locale), HttpStatus.UNAUTHORIZED);
        }
        return kept == null
                ? new ModelAndView("redirect:/worklist")
                : new ModelAndView("again", model.asMap()).addObject("why", "signedIn");
    }
}
