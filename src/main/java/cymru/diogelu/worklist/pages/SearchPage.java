package cymru.diogelu.worklist.pages;

import cymru.diogelu.access.CaseAccess;
import cymru.diogelu.access.CaseNotFound;
import cymru.diogelu.access.Person;
import cymru.diogelu.access.Viewer;
import cymru.diogelu.cases.CaseReference;
import cymru.diogelu.cases.Cases;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Finds a case by its reference or by the name of the child, among those in which the reader's group takes part. */
@Controller
class SearchPage {

    private static final int MOST = 50;
    private static final int LONGEST = 200;

    private final Cases cases;
    private final CaseAccess access;
    private final WorklistCases lines;

    SearchPage(Cases cases, CaseAccess access, WorklistCases lines) {
        this.cases = cases;
        this.access = access;
        this.lines = lines;
    }

    @GetMapping("/search")
    String ask(Model model) {
        return shown(model, "", List.of(), Map.of());
    }

    /** Posted, so that the name of a child stands in no history and no log of addresses. */
    @PostMapping("/search")
    String search(
            @AuthenticationPrincipal Person person,
            @RequestParam(name = "for", defaultValue = "") String sought,
            Model model,
            Locale locale) {
        String text =
                sought.strip().substring(0, Math.min(LONGEST, sought.strip().length()));
        List<CaseReference> found = text.isEmpty() ? List.of() : found(person.viewer(), text);
        return shown(model, text, found, lines.lines(found, locale));
    }

    private static String shown(Model model, String text, List<CaseReference> found, Map<String, String> lines) {
        model.addAttribute("sought", text);
        model.addAttribute("found", found.stream().map(CaseReference::value).toList());
        model.addAttribute("cases", lines);
        model.addAttribute("most", found.size() == MOST ? MOST : null);
        return "search";
    }

    private List<CaseReference> found(Viewer viewer, String text) {
        try {
            return List.of(access.visible(viewer, text.toUpperCase(Locale.ROOT)).reference());
        } catch (CaseNotFound noReference) {
            return cases.named(text, viewer.groups(), MOST);
        }
    }
}
