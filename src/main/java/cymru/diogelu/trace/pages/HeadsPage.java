package cymru.diogelu.trace.pages;

import cymru.diogelu.access.CaseAccess;
import cymru.diogelu.access.CaseNotFound;
import cymru.diogelu.access.Person;
import cymru.diogelu.ledger.HandedOutHeads;
import cymru.diogelu.ledger.HandedOutHeads.Agreement;
import cymru.diogelu.ledger.HandedOutHeads.Compared;
import cymru.diogelu.ledger.Seals;
import java.util.List;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** The signed heads of the ledger to print and keep, and whether the ledger still agrees with them; for auditors. */
@Controller
class HeadsPage {

    private static final int NEWEST = 50;

    private final CaseAccess access;
    private final HandedOutHeads heads;
    private final Seals seals;

    HeadsPage(CaseAccess access, HandedOutHeads heads, Seals seals) {
        this.access = access;
        this.heads = heads;
        this.seals = seals;
    }

    @GetMapping("/records/heads")
    String heads(@AuthenticationPrincipal Person person, Model model) {
        if (!access.audits(person.viewer())) {
            throw new CaseNotFound("heads");
        }
        List<Compared> compared = heads.compared(NEWEST);
        model.addAttribute("heads", compared);
        model.addAttribute("filed", heads.kept());
        model.addAttribute("agrees", compared.stream().allMatch(head -> head.agreement() == Agreement.SAME));
        model.addAttribute("newest", seals.newestSigned().orElse(null));
        model.addAttribute("verifiers", seals.verifiers());
        return "record-heads";
    }
}
