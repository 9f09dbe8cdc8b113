package cymru.diogelu.worklist.pages;

import cymru.diogelu.access.Person;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;

/** Where a concern begins, or goes on. */
@Controller
@RequestMapping("/concern")
class ConcernStartPage {

    private final ConcernDrafts drafts;

    ConcernStartPage(ConcernDrafts drafts) {
        this.drafts = drafts;
    }

    @GetMapping
    String start(@AuthenticationPrincipal Person person, Model model) {
        model.addAttribute("unfinished", drafts.unfinished(person.viewer()));
        return "concern-start";
    }

    /** Goes on with what is unfinished: nothing typed is lost by beginning twice. */
    @PostMapping
    String begin(@AuthenticationPrincipal Person person) {
        if (!drafts.unfinished(person.viewer())) {
            drafts.begin(person.viewer());
        }
        return "redirect:/concern/next";
    }

    @GetMapping("/anew")
    String askBeforeBeginningAnew(@AuthenticationPrincipal Person person) {
        return drafts.unfinished(person.viewer()) ? "concern-anew" : "redirect:/concern";
    }

    @PostMapping("/anew")
    String beginAnew(@AuthenticationPrincipal Person person) {
        drafts.begin(person.viewer());
        return "redirect:/concern/next";
    }
}
