package cymru.diogelu.trace;

import cymru.diogelu.access.Person;
import cymru.diogelu.deadlines.ServiceClock;
import cymru.diogelu.ledger.Actor;
import cymru.diogelu.ledger.Entry;
import cymru.diogelu.ledger.Subject;
import cymru.diogelu.procedures.EntryKind;
import io.swagger.v3.oas.annotations.Operation;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/cases/{reference}")
class TraceController {

    private final CaseTrace trace;
    private final ChronologyText texts;
    private final ServiceClock clock;

    TraceController(CaseTrace trace, ChronologyText texts, ServiceClock clock) {
        this.trace = trace;
        this.texts = texts;
        this.clock = clock;
    }

    @GetMapping("/chronology")
    @Operation(
            summary = "The record of a case in plain sentences",
            description =
                    "In order, at most 500 entries a page: `next` is the `after` of the page that follows, and is absent on the last.")
    Chronology chronology(
            @AuthenticationPrincipal Person person,
            @PathVariable String reference,
            @RequestParam(defaultValue = "0") long after,
            Locale locale) {
        CaseTrace.Page page = trace.page(person.viewer(), reference, after);
        return new Chronology(
                page.entries().stream().map(entry -> line(entry, locale)).toList(), page.next());
    }

    @GetMapping("/path")
    @Operation(
            summary = "The path of a case through the models",
            description = "Each stay at an element and each sequence flow in the order it was taken.")
    PathView path(@AuthenticationPrincipal Person person, @PathVariable String reference) {
        CasePath path = CasePath.of(trace.entries(person.viewer(), reference, CasePath.KINDS));
        return new PathView(
                path.elements().stream()
                        .map(stay -> new PathView.Element(
                                stay.process(),
                                stay.version(),
                                stay.run(),
                                stay.element(),
                                local(stay.entered()),
                                stay.left() == null ? null : local(stay.left())))
                        .toList(),
                path.flows().stream()
                        .map(taken -> new PathView.Flow(
                                taken.process(), taken.version(), taken.run(), taken.flow(), local(taken.at())))
                        .toList());
    }

    @GetMapping("/deadlines")
    @Operation(summary = "Every limit of a case, whether it was kept, and why its date is what it is")
    CaseDeadlines deadlines(@AuthenticationPrincipal Person person, @PathVariable String reference) {
        List<Entry> entries = trace.entries(person.viewer(), reference, CaseDeadlines.KINDS);
        return CaseDeadlines.of(entries, clock.instant());
    }

    @GetMapping("/decisions")
    @Operation(
            summary = "Every decision table evaluated in a case",
            description = "What went in, which rows hit, what came out.")
    Decisions decisions(@AuthenticationPrincipal Person person, @PathVariable String reference) {
        return new Decisions(trace.entries(person.viewer(), reference, EntryKind.DECISION_EVALUATED).stream()
                .map(entry -> new Decision(
                        entry.seq(),
                        local(entry.at()),
                        entry.subject().process(),
                        entry.subject().element(),
                        entry.body()))
                .toList());
    }

    private Line line(Entry entry, Locale locale) {
        return new Line(
                entry.seq(), local(entry.at()), entry.actor(), entry.kind(), entry.subject(), texts.of(entry, locale));
    }

    private OffsetDateTime local(Instant instant) {
        return instant.atZone(clock.getZone()).toOffsetDateTime();
    }

    record Chronology(List<Line> entries, @Nullable Long next) {}

    record Line(long seq, OffsetDateTime at, Actor actor, String kind, Subject subject, String text) {}

    record Decisions(List<Decision> decisions) {}

    record Decision(
            long seq,
            OffsetDateTime at,
            @Nullable String process,
            @Nullable String element,
            Map<String, Object> evaluation) {}

    record PathView(List<Element> elements, List<Flow> flows) {

        record Element(
                String process,
                int version,
                String run,
                String element,
                OffsetDateTime entered,
                @Nullable OffsetDateTime left) {}

        record Flow(String process, int version, String run, String flow, OffsetDateTime at) {}
    }
}
