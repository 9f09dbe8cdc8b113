package cymru.diogelu.worklist.pages;

import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/** What the pages offer to people who use them in different ways, and what they do not yet. */
@Controller
class AccessibilityPage {

    @GetMapping("/accessibility")
    String statement() {
        return "accessibility";
    }
}
