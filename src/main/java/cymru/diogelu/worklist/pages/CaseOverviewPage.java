package cymru.diogelu.worklist.pages;

import cymru.diogelu.access.CaseAccess;
import cymru.diogelu.access.Look;
import cymru.diogelu.access.OpenedCase;
import cymru.diogelu.access.Person;
import cymru.diogelu.access.Viewer;
import cymru.diogelu.agencies.Agencies;
import cymru.diogelu.cases.CaseReference;
import cymru.diogelu.cases.SafeguardingCase;
import cymru.diogelu.language.Language;
import cymru.diogelu.procedures.OpenTask;
import cymru.diogelu.procedures.Procedures;
import cymru.diogelu.trace.CaseReading;
import cymru.diogelu.trace.ToldCase;
import cymru.diogelu.worklist.WaitingText;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** One case for the people who work in it: who must act, the people, the dates, and what has happened. */
@Controller
class CaseOverviewPage {

    private final CaseAccess access;
    private final Procedures procedures;
    private final CaseReading reading;
    private final WaitingText waiting;
    private final CasePeople people;
    private final CaseDates dates;
    private final Helplines helplines;
    private final Agencies agencies;
    private final PageWords words;

    CaseOverviewPage(
            CaseAccess access,
            Procedures procedures,
            CaseReading reading,
            WaitingText waiting,
            CasePeople people,
            CaseDates dates,
            Helplines helplines,
            Agencies agencies,
            PageWords words) {
        this.access = access;
        this.procedures = procedures;
        this.reading = reading;
        this.waiting = waiting;
        this.people = people;
        this.dates = dates;
        this.helplines = helplines;
        this.agencies = agencies;
        this.words = words;
    }

    @GetMapping("/cases/{reference}")
    String overview(
            @AuthenticationPrincipal Person person,
            @PathVariable String reference,
            @RequestParam(required = false) @Nullable Long before,
            @RequestParam(required = false) @Nullable String whole,
            Model model,
            Locale locale) {
        Viewer viewer = person.viewer();
        OpenedCase opened = access.open(viewer, reference, Look.CASE);
        SafeguardingCase found = opened.found();
        List<OpenTask> open = procedures.tasksOfCase(reference);
        ToldCase told = reading.read(opened, locale);
        model.addAttribute("case", summary(found, told, open, locale));
        model.addAttribute(
                "tasks", open.stream().map(task -> task(viewer, task, locale)).toList());
        model.addAttribute("linked", linked(viewer, found));
        model.addAttribute("people", people.of(viewer, found, told.version(), locale));
        model.addAttribute("waitingDates", dates.waiting(told, locale));
        model.addAttribute("settledDates", dates.settled(told, locale));
        model.addAttribute("childLines", helplines.of("child", locale));
        model.addAttribute("parentLines", helplines.of("parent", locale));
        model.addAttribute(
                "chronology",
                whole == null ? Chronology.page(told, before, words, locale) : Chronology.whole(told, words, locale));
        return "case";
    }

    private Summary summary(SafeguardingCase found, ToldCase told, List<OpenTask> open, Locale locale) {
        boolean closed = found.status() == SafeguardingCase.Status.CLOSED;
        Instant closedAt = found.closedAt();
        return new Summary(
                found.reference().value(),
                told.intact(),
                closed,
                closed ? waiting.ended(locale) : waiting.of(open, locale),
                told.outcome().orElse(null),
                words.due(found.openedAt(), locale),
                closedAt == null ? null : words.due(closedAt, locale),
                agencies.authority(found.authority()).name().in(Language.of(locale)),
                words.group(found.reporterGroup(), locale));
    }

    private Task task(Viewer viewer, OpenTask task, Locale locale) {
        return new Task(words.line(task, locale), viewer.groups().contains(task.group()));
    }

    private List<Linked> linked(Viewer viewer, SafeguardingCase found) {
        return found.linked().stream().map(other -> linked(viewer, other)).toList();
    }

    private Linked linked(Viewer viewer, CaseReference other) {
        return new Linked(other.value(), access.opens(viewer, other));
    }

    /**
     * How the case stands, in words.
     *
     * @param intact whether its record is as it was written
     */
    record Summary(
            String reference,
            boolean intact,
            boolean closed,
            String waiting,
            @Nullable String outcome,
            String opened,
            @Nullable String ended,
            String authority,
            String raisedBy) {}

    /** @param mine whether the reader may open it */
    record Task(WorklistLine line, boolean mine) {}

    /** @param opens whether the reader may open it */
    record Linked(String reference, boolean opens) {}
}
