package cymru.diogelu.worklist.pages;

import cymru.diogelu.access.CaseAccess;
import cymru.diogelu.access.Look;
import cymru.diogelu.access.Person;
import cymru.diogelu.cases.SafeguardingCase;
import cymru.diogelu.procedures.Procedures;
import java.util.Locale;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** What became of the answers just handed in: who acts next, and by when. */
@Controller
class CasePage {

    private final CaseAccess access;
    private final OwnDeeds deeds;
    private final Procedures procedures;
    private final PageWords words;

    CasePage(CaseAccess access, OwnDeeds deeds, Procedures procedures, PageWords words) {
        this.access = access;
        this.deeds = deeds;
        this.procedures = procedures;
        this.words = words;
    }

    @GetMapping("/cases/{reference}/handed-in")
    String handedIn(
            @AuthenticationPrincipal Person person, @PathVariable String reference, Model model, Locale locale) {
        SafeguardingCase found =
                access.open(person.viewer(), reference, Look.RECEIPT).found();
        if (!deeds.handedIn(person.viewer(), reference)) {
            return "redirect:/cases/" + reference;
        }
        model.addAttribute("reference", reference);
        model.addAttribute("closed", found.status() == SafeguardingCase.Status.CLOSED);
        model.addAttribute("next", NextSteps.of(procedures.tasksOfCase(reference), person.viewer(), words, locale));
        return "handed-in";
    }
}
