package cymru.diogelu.worklist.pages;

import cymru.diogelu.access.CaseAccess;
import cymru.diogelu.access.Look;
import cymru.diogelu.access.Person;
import cymru.diogelu.access.Viewer;
import cymru.diogelu.cases.CaseReference;
import cymru.diogelu.cases.Cases;
import cymru.diogelu.cases.SafeguardingCase;
import cymru.diogelu.language.Language;
import cymru.diogelu.procedures.Procedures;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** What a person has in hand after raising a concern: a reference for each child, and who acts next. */
@Controller
class ConcernReceiptPage {

    private final ConcernDrafts drafts;
    private final ConcernGuide guide;
    private final CaseAccess access;
    private final OwnDeeds deeds;
    private final Cases cases;
    private final Procedures procedures;
    private final Helplines helplines;
    private final PageWords words;

    ConcernReceiptPage(
            ConcernDrafts drafts,
            ConcernGuide guide,
            CaseAccess access,
            OwnDeeds deeds,
            Cases cases,
            Procedures procedures,
            Helplines helplines,
            PageWords words) {
        this.drafts = drafts;
        this.guide = guide;
        this.access = access;
        this.deeds = deeds;
        this.cases = cases;
        this.procedures = procedures;
        this.helplines = helplines;
        this.words = words;
    }

    /** One child's case. */
    record Opened(String reference, String child, NextSteps next) {

        /** What the person who raised the concern has to do first themselves; null where it is all with others. */
        public @Nullable WorklistLine yours() {
            return next.lines().stream()
                    .filter(line -> next.mine().contains(line.id()))
                    .findFirst()
                    .orElse(null);
        }
    }

    @GetMapping("/concern/receipt/{reference}")
    String receipt(@AuthenticationPrincipal Person person, @PathVariable String reference, Model model, Locale locale) {
        SafeguardingCase first =
                access.open(person.viewer(), reference, Look.RECEIPT).found();
        if (!deeds.raised(person.viewer(), reference)) {
            return "redirect:/cases/" + reference;
        }
        model.addAttribute(
                "opened",
                Stream.concat(Stream.of(first.reference()), first.linked().stream())
                        .sorted(Comparator.comparing(CaseReference::value))
                        .map(each -> sibling(person.viewer(), first, each))
                        .map(each -> opened(person.viewer(), each, locale))
                        .toList());
        model.addAttribute("changed", changed(person.viewer(), reference, locale));
        model.addAttribute("forChild", helplines.of("child", locale));
        model.addAttribute("forParent", helplines.of("parent", locale));
        return "concern-receipt";
    }

    private CaseReference sibling(Viewer viewer, SafeguardingCase first, CaseReference each) {
        return each.equals(first.reference())
                ? each
                : access.open(viewer, each.value(), Look.RECEIPT).found().reference();
    }

    /** The answers as they stand now, where the cases were opened with other ones; else none. */
    private List<AnsweredLines.Line> changed(Viewer viewer, String reference, Locale locale) {
        return drafts.find(viewer)
                .filter(draft -> draft.differsFrom(reference))
                .map(draft -> ConcernWords.of(guide.form(), draft.answers(), Language.of(locale), words))
                .orElse(List.of());
    }

    private Opened opened(Viewer viewer, CaseReference reference, Locale locale) {
        return new Opened(
                reference.value(),
                Objects.toString(cases.facts(reference).get("fullName"), words.say("case.unnamed", locale)),
                NextSteps.of(procedures.tasksOfCase(reference.value()), viewer, words, locale));
    }
}
