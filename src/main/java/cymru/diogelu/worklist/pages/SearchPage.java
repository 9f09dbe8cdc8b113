package cymru.diogelu.worklist.pages;

import cymru.diogelu.access.CaseAccess;
import cymru.diogelu.access.CaseNotFound;
import cymru.diogelu.access.Person;
import cymru.diogelu.access.Viewer;
import cymru.diogelu.cases.CaseReference;
import cymru.diogelu.cases.Cases;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
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
    String search(
            @AuthenticationPrincipal Person person,
            @RequestParam(name = "for", required = false) @Nullable String sought,
            Model model,
            Locale locale) {
        String text = sought == null
                ? ""
                : sought.strip().substring(0, Math.min(LONGEST, sought.strip().length()));
        List<CaseReference> found = text.isEmpty() ? List.of() : found(person.viewer(), text);
        model.addAttribute("sought", text);
        model.addAttribute("found", found.stream().map(CaseReference::value).toList());
        model.addAttribute("cases", lines.lines(found, locale));
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
