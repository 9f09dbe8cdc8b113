package cymru.diogelu.trace;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import cymru.diogelu.access.CaseAccess;
import cymru.diogelu.access.Look;
import cymru.diogelu.access.OpenedCase;
import cymru.diogelu.access.Person;
import cymru.diogelu.deadlines.ServiceClock;
import cymru.diogelu.language.Bilingual;
import cymru.diogelu.language.Language;
import cymru.diogelu.ledger.Actor;
import cymru.diogelu.ledger.Entry;
import cymru.diogelu.ledger.Subject;
import cymru.diogelu.ledger.Verification;
import cymru.diogelu.ledger.Verification.Finding;
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

    private final CaseAccess access;
    private final CaseTrace trace;
    private final ChronologyText texts;
    private final RecordedAnswers answers;
    private final DecisionWords decisions;
    private final ServiceClock clock;

    TraceController(
            CaseAccess access,
            CaseTrace trace,
            ChronologyText texts,
            RecordedAnswers answers,
            DecisionWords decisions,
            ServiceClock clock) {
        this.access = access;
        this.trace = trace;
        this.texts = texts;
        this.answers = answers;
        this.decisions = decisions;
        this.clock = clock;
    }

    @GetMapping("/chronology")
    @Operation(
            summary = "The record of a case in plain sentences",
            description =
                    "In order, at most 500 entries a page: `next` is the `after` of the page that follows, and is absent on the last."
                            + " Auditors also read the `body` of each entry, and answers in the words of their form."
                            + " `intact` says whether the whole record is as it was written.")
    Chronology chronology(
            @AuthenticationPrincipal Person person,
            @PathVariable String reference,
            @RequestParam(defaultValue = "0") long after,
            Locale locale) {
        OpenedCase opened = access.open(person.viewer(), reference, Look.CHRONOLOGY);
        CaseTrace.Page page = trace.page(opened, after);
        boolean whole = trace.audits(opened);
        return new Chronology(
                page.intact(),
                page.entries().stream().map(entry -> line(entry, whole, locale)).toList(),
                page.next());
    }

    @GetMapping("/path")
    @Operation(
            summary = "The path of a case through the models",
            description = "Each stay at an element and each sequence flow in the order it was taken.")
    PathView path(@AuthenticationPrincipal Person person, @PathVariable String reference) {
        CaseTrace.Page page = trace.entries(access.open(person.viewer(), reference, Look.PATH), CasePath.KINDS);
        CasePath path = CasePath.of(page.entries());
        return new PathView(
                page.intact(),
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
    @Operation(
            summary = "Every limit of a case, whether it was kept, and why its date is what it is",
            description = "A limit that passed stays passed: `LATE` when the step was done after it,"
                    + " `BREACHED_THEN_WITHDRAWN` when the step was later no longer asked and never done.")
    DeadlinesView deadlines(@AuthenticationPrincipal Person person, @PathVariable String reference) {
        CaseTrace.Page page = trace.entries(access.open(person.viewer(), reference, Look.DATES), CaseDeadlines.KINDS);
        return new DeadlinesView(
                page.intact(), CaseDeadlines.of(page.entries(), clock.instant()).deadlines());
    }

    @GetMapping("/decisions")
    @Operation(
            summary = "Every decision table evaluated in a case",
            description = "Under which version of the models, what went in, which rules held and by which provisions,"
                    + " what came out. Words are the reader's; `key` is the same in both languages.")
    Decisions decisions(@AuthenticationPrincipal Person person, @PathVariable String reference, Locale locale) {
        CaseTrace.Page page =
                trace.entries(access.open(person.viewer(), reference, Look.DECISIONS), EntryKind.DECISION_EVALUATED);
        return new Decisions(
                page.intact(),
                page.entries().stream()
                        .map(entry -> decision(entry, Language.of(locale)))
                        .toList());
    }

    @GetMapping("/verification")
    @Operation(
            summary = "Whether the record of a case is as it was written",
            description = "Recomputes the hash of every entry. `head` is the hash of the last one that is as it was"
                    + " written; note it down to compare later. A fault names the first entry that is not.")
    VerificationView verification(@AuthenticationPrincipal Person person, @PathVariable String reference) {
        Verification verification = trace.verification(access.open(person.viewer(), reference, Look.VERIFICATION));
        Finding finding = verification.finding();
        return new VerificationView(
                reference,
                local(clock.instant()),
                verification.sound(),
                verification.soundEntries(),
                verification.soundHash(),
                finding == null
                        ? null
                        : new VerificationView.Fault(
                                finding.fault().name(),
                                finding.seq(),
                                finding.fault().text()));
    }

    private Line line(Entry entry, boolean whole, Locale locale) {
        return new Line(
                entry.seq(),
                local(entry.at()),
                entry.actor(),
                entry.kind(),
                entry.subject(),
                texts.of(entry, locale),
                whole && entry.readable() ? entry.body() : null,
                whole && entry.readable() ? answers.of(entry, locale) : null);
    }

    private Decision decision(Entry entry, Language language) {
        return new Decision(
                entry.seq(),
                local(entry.at()),
                entry.subject().process(),
                entry.subject().version(),
                entry.subject().element(),
                DecisionWords.id(entry),
                decisions.name(entry, language),
                decisions.inputs(entry, language),
                decisions.rules(entry, language),
                decisions.outputs(entry, language),
                entry.body());
    }

    private OffsetDateTime local(Instant instant) {
        return instant.atZone(clock.getZone()).toOffsetDateTime();
    }

    record Chronology(boolean intact, List<Line> entries, @Nullable Long next) {}

    /**
     * One entry.
     *
     * @param body what the record holds; for auditors only
     * @param answers the answers in it in the words of their form; for auditors only
     */
    record Line(
            long seq,
            OffsetDateTime at,
            Actor actor,
            String kind,
            Subject subject,
            String text,
            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Map<String, Object> body,
            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable List<RecordedAnswers.Answer> answers) {}

    record DeadlinesView(boolean intact, List<CaseDeadlines.Dated> deadlines) {}

    record Decisions(boolean intact, List<Decision> decisions) {}

    /**
     * One evaluation.
     *
     * @param version of the procedure, and so of all models that were deployed with it
     * @param evaluation what the record holds
     */
    record Decision(
            long seq,
            OffsetDateTime at,
            @Nullable String process,
            int version,
            @Nullable String element,
            String decision,
            String name,
            List<DecisionWords.Value> inputs,
            List<DecisionWords.Rule> rules,
            List<DecisionWords.Value> outputs,
            Map<String, Object> evaluation) {}

    /**
     * The result of a check.
     *
     * @param entries how many entries are as they were written, counted from the first
     * @param head the hash of the last of them, in lower-case hexadecimal
     */
    record VerificationView(
            @JsonProperty("case") String caseReference,
            OffsetDateTime checked,
            boolean intact,
            long entries,
            String head,
            @Nullable Fault fault) {

        /** @param entry the number of the first entry that is not as it was written; 0 for the record as a whole */
        record Fault(String code, long entry, Bilingual text) {}
    }

    record PathView(boolean intact, List<Element> elements, List<Flow> flows) {

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
