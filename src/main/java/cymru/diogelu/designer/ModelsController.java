package cymru.diogelu.designer;

import cymru.diogelu.access.Person;
import cymru.diogelu.deadlines.ServiceClock;
import cymru.diogelu.language.Language;
import cymru.diogelu.ledger.Entry;
import cymru.diogelu.modelcheck.Change;
import cymru.diogelu.modelcheck.Finding;
import cymru.diogelu.modelcheck.Severity;
import cymru.diogelu.procedures.MovedCase;
import io.swagger.v3.oas.annotations.Operation;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The models by program: for checks in a council's own repository, and for whoever deploys from there. */
@RestController
@RequestMapping("/api/v1/models")
class ModelsController {

    private static final String ZIP = "application/zip";

    private final ModelDesk desk;
    private final ModelHistory history;
    private final Impact impact;

    ModelsController(ModelDesk desk, ModelHistory history, Impact impact) {
        this.desk = desk;
        this.history = history;
        this.impact = impact;
    }

    /** A finding, with the page that explains its rule. */
    record Found(
            String rule, String severity, String file, int line, String element, String message, String explanation) {

        static Found of(Finding finding, Language language) {
            return new Found(
                    finding.rule(),
                    finding.severity().name().toLowerCase(Locale.ROOT),
                    finding.file(),
                    finding.line(),
                    finding.element(),
                    finding.sentence().in(language),
                    "docs/rules/" + finding.rule() + ".md");
        }
    }

    record Checked(long errors, long warnings, List<Found> findings) {

        static Checked of(List<Finding> findings, Locale locale) {
            long errors = findings.stream()
                    .filter(finding -> finding.severity() == Severity.ERROR)
                    .count();
            return new Checked(
                    errors,
                    findings.size() - errors,
                    findings.stream()
                            .map(finding -> Found.of(finding, Language.of(locale)))
                            .toList());
        }
    }

    @PostMapping(path = "/check", consumes = ZIP)
    @Operation(
            summary = "Everything that is wrong with a set of models",
            description =
                    "The body is a zip that holds `processes` and `forms`. Nothing of it is run or kept. For designers and"
                            + " auditors.")
    Checked check(@AuthenticationPrincipal Person person, @RequestBody byte[] zip, Locale locale) {
        return Checked.of(desk.check(person.viewer(), Uploaded.files(zip)), locale);
    }

    /** A difference from the set in force. */
    record Changed(
            String kind,
            String file,
            String element,
            String elementAfter,
            int lineBefore,
            int lineAfter,
            String message) {

        static Changed of(Change change, Language language) {
            return new Changed(
                    change.kind().name().toLowerCase(Locale.ROOT).replace('_', '-'),
                    change.file(),
                    change.element(),
                    change.elementAfter(),
                    change.lineBefore(),
                    change.lineAfter(),
                    change.sentence().in(language));
        }
    }

    record Compared(List<Changed> changes) {}

    @PostMapping(path = "/compare", consumes = ZIP)
    @Operation(
            summary = "What a set of models would change",
            description =
                    "The body is a zip as for a check. Everything that differs from the set in force, each in a sentence that"
                            + " a manager can read. For designers and auditors.")
    Compared compare(@AuthenticationPrincipal Person person, @RequestBody byte[] zip, Locale locale) {
        return new Compared(desk.changes(person.viewer(), Uploaded.files(zip)).stream()
                .map(change -> Changed.of(change, Language.of(locale)))
                .toList());
    }

    /** Where the models stand. */
    record Models(List<Set> deployed, List<Proposed> proposals) {}

    /** A set that was deployed; the first of all is in force. */
    record Set(String deployment, int version, OffsetDateTime at, long openCases) {}

    record Proposed(
            long number,
            String state,
            OffsetDateTime madeAt,
            String madeBy,
            String purpose,
            String reason,
            String digest,
            @Nullable OffsetDateTime decidedAt,
            @Nullable String decidedBy,
            @Nullable String note,
            @Nullable String deployment) {

        static Proposed of(Proposal proposal) {
            return new Proposed(
                    proposal.number(),
                    proposal.state().name().toLowerCase(Locale.ROOT),
                    local(proposal.madeAt()),
                    proposal.madeBy(),
                    proposal.purpose(),
                    proposal.reason(),
                    proposal.digest(),
                    proposal.decidedAt() == null ? null : local(proposal.decidedAt()),
                    proposal.decidedBy(),
                    proposal.note(),
                    proposal.deployment());
        }
    }

    @GetMapping
    @Operation(
            summary = "The sets of models that were deployed, the newest first, and what is proposed",
            description = "With the number of open cases that go by each. For designers and auditors.")
    Models models(@AuthenticationPrincipal Person person) {
        return new Models(
                history.deployed(person.viewer()).stream()
                        .map(set -> new Set(set.deployment(), set.version(), local(set.at()), set.openCases()))
                        .toList(),
                desk.proposals(person.viewer()).stream().map(Proposed::of).toList());
    }

    @PostMapping(path = "/deployments", consumes = ZIP)
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(
            summary = "Propose a set of models",
            description =
                    "The body is a zip as for a check. A set with errors is refused with 422 and all findings; one with"
                            + " warnings needs a `reason`. Its stories are run, those in the zip's `processes/scenarios` or else those in"
                            + " force. Another designer has to approve. For designers.")
    Proposed propose(
            @AuthenticationPrincipal Person person,
            @RequestBody byte[] zip,
            @RequestParam(defaultValue = "") String purpose,
            @RequestParam(defaultValue = "") String reason) {
        return Proposed.of(desk.propose(person.viewer(), Uploaded.files(zip), Uploaded.book(zip), purpose, reason));
    }

    /** What a second person says. */
    record Decision(@Nullable String note) {

        String said() {
            return note == null ? "" : note;
        }
    }

    @PostMapping("/deployments/{number}/approval")
    @Operation(
            summary = "Approve a proposed set of models",
            description =
                    "Puts it in force for cases that begin from now on. 409 for whoever proposed it, when it is decided, when"
                            + " another set was deployed since, while its stories are run, and where they do not hold and nobody has"
                            + " said why they need not. For designers.")
    Proposed approve(
            @AuthenticationPrincipal Person person, @PathVariable long number, @RequestBody Decision decision) {
        return Proposed.of(desk.approve(person.viewer(), number, decision.said()));
    }

    @PostMapping("/deployments/{number}/refusal")
    @Operation(summary = "Refuse a proposed set of models", description = "It will not be deployed. For designers.")
    Proposed refuse(@AuthenticationPrincipal Person person, @PathVariable long number, @RequestBody Decision decision) {
        return Proposed.of(desk.refuse(person.viewer(), number, decision.said()));
    }

    /** A page of cases with what would become of each. */
    record Impacted(List<MovedCase> cases, @Nullable String next) {

        static Impacted of(List<MovedCase> cases) {
            return new Impacted(
                    cases,
                    cases.size() < Impact.PAGE
                            ? null
                            : cases.get(Impact.PAGE - 1).reference());
        }
    }

    @GetMapping("/deployments/{number}/impact")
    @Operation(
            summary = "What a proposed set would mean for open cases that moved to it",
            description =
                    "Each move is tried and undone: where the case goes on, which tasks get another group, which dates come or go, or"
                            + " why it cannot be moved. A page at a time, `after` the reference that `next` named. For designers.")
    Impacted impact(
            @AuthenticationPrincipal Person person,
            @PathVariable long number,
            @RequestParam(defaultValue = "") String after) {
        return Impacted.of(impact.ofProposal(person.viewer(), number, after, Map.of()));
    }

    @GetMapping("/migrations")
    @Operation(
            summary =
                    "What would become of the open cases that go by a former set, were they moved to the one in force",
            description = "As for the impact of a proposal. For designers.")
    Impacted movable(@AuthenticationPrincipal Person person, @RequestParam(defaultValue = "") String after) {
        return Impacted.of(impact.ofCurrent(person.viewer(), after, Map.of()));
    }

    /**
     * Which cases to move.
     *
     * @param renamed for a step that has another id in the new set: the new id by the old
     */
    record Moves(List<String> cases, @Nullable Map<String, String> renamed) {}

    /** What was done, case by case. */
    record Moved(List<Impact.Result> results) {}

    @PostMapping("/migrations")
    @Operation(
            summary = "Move open cases to the set in force",
            description =
                    "Each case by itself, with all procedures that it is in, or not at all; its record tells it. For designers.")
    Moved move(@AuthenticationPrincipal Person person, @RequestBody Moves moves) {
        Map<String, String> renamed = moves.renamed() == null ? Map.of() : moves.renamed();
        return new Moved(impact.move(person.viewer(), moves.cases(), renamed));
    }

    /** A line of the record of the models. */
    record Recorded(long seq, OffsetDateTime at, String actor, String kind, Map<String, Object> body) {

        static Recorded of(Entry entry) {
            return new Recorded(entry.seq(), local(entry.at()), entry.actor().user(), entry.kind(), entry.body());
        }
    }

    /** The record of the models and whether it is as it was written. */
    record Record(boolean intact, List<Recorded> entries) {}

    @GetMapping("/record")
    @Operation(
            summary = "The record of the models",
            description =
                    "Who proposed, approved, refused or saved which set, hash-chained and sealed like the record of a case. For"
                            + " designers and auditors.")
    Record record(@AuthenticationPrincipal Person person) {
        ModelHistory.Told told = history.record(person.viewer());
        return new Record(
                told.intact(), told.entries().stream().map(Recorded::of).toList());
    }

    private static OffsetDateTime local(Instant at) {
        return at.atZone(ServiceClock.LONDON).toOffsetDateTime();
    }
}
