package cymru.diogelu.worklist.pages;

import cymru.diogelu.access.CaseAccess;
import cymru.diogelu.access.CaseNotFound;
import cymru.diogelu.access.Look;
import cymru.diogelu.access.Person;
import cymru.diogelu.access.Viewer;
import cymru.diogelu.cases.CaseReference;
import cymru.diogelu.cases.Cases;
import cymru.diogelu.deadlines.ServiceClock;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
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

    /** People write down the end of a reference, and mean a case of late. */
    private static final Pattern NUMBER = Pattern.compile("\\d{1,6}");

    private static final int YEARS = 5;

    private final Cases cases;
    private final CaseAccess access;
    private final WorklistCases lines;
    private final ServiceClock clock;

    SearchPage(Cases cases, CaseAccess access, WorklistCases lines, ServiceClock clock) {
        this.cases = cases;
        this.access = access;
        this.lines = lines;
        this.clock = clock;
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
            return List.of(hit(viewer, text.toUpperCase(Locale.ROOT), text));
        } catch (CaseNotFound noReference) {
            return NUMBER.matcher(text).matches() ? numbered(viewer, Integer.parseInt(text)) : named(viewer, text);
        }
    }

    private List<CaseReference> numbered(Viewer viewer, int number) {
        int year = clock.instant().atZone(ServiceClock.LONDON).getYear();
        return IntStream.range(0, YEARS)
                .mapToObj(back -> "DGL-%04d-%06d".formatted(year - back, number))
                .flatMap(reference -> visible(viewer, reference))
                .toList();
    }

    private List<CaseReference> named(Viewer viewer, String text) {
        return cases.named(text, viewer.groups(), MOST).stream()
                .map(found -> hit(viewer, found.value(), text))
                .toList();
    }

    private Stream<CaseReference> visible(Viewer viewer, String reference) {
        try {
            return Stream.of(hit(viewer, reference, reference));
        } catch (CaseNotFound absent) {
            return Stream.empty();
        }
    }

    /** @throws CaseNotFound when the case does not exist or is not this person's to see */
    private CaseReference hit(Viewer viewer, String reference, String sought) {
        return access.open(viewer, reference, Look.SEARCH_HIT, Map.of("sought", sought))
                .found()
                .reference();
    }
}
