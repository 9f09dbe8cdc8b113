package cymru.diogelu.designer;

import cymru.diogelu.access.Person;
import cymru.diogelu.deadlines.ServiceClock;
import cymru.diogelu.language.Language;
import cymru.diogelu.procedures.Way;
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
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The scenario book by program: on the set in force, and on what is proposed. */
@RestController
@RequestMapping("/api/v1/models")
class ScenariosController {

    private final BookRuns runs;

    ScenariosController(BookRuns runs) {
        this.runs = runs;
    }

    /** The book in force, and the runs of it that are kept. */
    record Book(List<Listed> stories, List<Run> runs) {}

    record Listed(String file, String procedure, String name) {}

    /** A run; {@code state} is running, done or failed. */
    record Run(
            long number,
            @Nullable Long proposal,
            @Nullable String story,
            String state,
            OffsetDateTime askedAt,
            String askedBy,
            int told,
            int stories,
            int broken,
            int dropped,
            @Nullable OffsetDateTime endedAt,
            @Nullable String fault,
            @Nullable String reason,
            @Nullable String reasonBy) {

        static Run of(BookRun run) {
            return new Run(
                    run.number(),
                    run.proposal(),
                    run.only(),
                    run.state().name().toLowerCase(Locale.ROOT),
                    local(run.askedAt()),
                    run.askedBy(),
                    run.told(),
                    run.stories(),
                    run.broken(),
                    run.dropped(),
                    run.endedAt() == null ? null : local(run.endedAt()),
                    run.fault(),
                    run.reason(),
                    run.reasonBy());
        }
    }

    /** A run with what it has found. */
    record Found(Run run, List<Told> stories, List<Covered> coverage) {}

    /** A story as it was walked; what was not as it tells stands in {@code faults}. */
    record Told(
            String file,
            String procedure,
            String name,
            boolean holds,
            List<String> faults,
            List<ToldStory.Walk> path,
            List<String> rows) {

        static Told of(ToldStory story, Language language) {
            return new Told(
                    story.file(),
                    story.procedure(),
                    story.name().in(language),
                    story.holds(),
                    story.faults().stream().map(fault -> fault.in(language)).toList(),
                    story.walks(),
                    story.rows());
        }
    }

    /** How many stories go through a step, timer, end, flow or row. */
    record Covered(String id, String kind, String home, String name, int stories) {

        static Covered of(Way way, Map<String, Integer> coverage, Language language) {
            return new Covered(
                    way.id(),
                    way.kind().name().toLowerCase(Locale.ROOT),
                    way.home(),
                    way.name().in(language),
                    coverage.getOrDefault(way.id(), 0));
        }
    }

    @GetMapping("/scenarios")
    @Operation(
            summary = "The scenario book in force",
            description =
                    "Its stories, and the runs of it on the set in force, the newest first. For designers and auditors.")
    Book book(@AuthenticationPrincipal Person person, Locale locale) {
        return new Book(
                runs.stories(person.viewer()).stream()
                        .map(story -> new Listed(
                                story.file(), story.procedure(), story.name().in(Language.of(locale))))
                        .toList(),
                runs.inForce(person.viewer()).stream().map(Run::of).toList());
    }

    /** Which story to run; all where none is named. */
    record Wanted(@Nullable String story) {}

    @PostMapping("/scenarios/runs")
    @ResponseStatus(HttpStatus.ACCEPTED)
    @Operation(
            summary = "Run the scenario book on the set in force",
            description =
                    "All of it or one story, in a process of its own, so that no real case is touched. 409 while too many wait."
                            + " For designers.")
    Run start(@AuthenticationPrincipal Person person, @RequestBody Wanted wanted) {
        return Run.of(runs.start(person.viewer(), wanted.story()));
    }

    @GetMapping("/scenarios/runs/{number}")
    @Operation(
            summary = "What a run of the scenario book has found",
            description =
                    "Each story with its path, and how many stories go through each step, timer, end, flow and row; both are empty"
                            + " while it runs. For designers and auditors.")
    Found found(@AuthenticationPrincipal Person person, @PathVariable long number, Locale locale) {
        return found(person, runs.find(person.viewer(), number).orElseThrow(() -> new NoSuchProposal(number)), locale);
    }

    @GetMapping("/deployments/{number}/scenarios")
    @Operation(
            summary = "What the stories say of a proposed set",
            description = "The newest run on it, as for a run on the set in force. For designers and auditors.")
    Found ofProposal(@AuthenticationPrincipal Person person, @PathVariable long number, Locale locale) {
        BookRun run = runs.ofProposal(person.viewer(), number).orElseThrow(() -> new NoSuchProposal(number));
        return found(person, run, locale);
    }

    private Found found(Person person, BookRun run, Locale locale) {
        Language language = Language.of(locale);
        return runs.report(person.viewer(), run.number())
                .map(report -> {
                    Map<String, Integer> coverage = report.coverage();
                    return new Found(
                            Run.of(run),
                            report.stories().stream()
                                    .map(story -> Told.of(story, language))
                                    .toList(),
                            report.ways().stream()
                                    .map(way -> Covered.of(way, coverage, language))
                                    .toList());
                })
                .orElseGet(() -> new Found(Run.of(run), List.of(), List.of()));
    }

    @PostMapping("/deployments/{number}/scenarios")
    @ResponseStatus(HttpStatus.ACCEPTED)
    @Operation(
            summary = "Run the stories on a proposed set once more",
            description = "Such as where they could not be run. 409 while they are run. For designers.")
    Run again(@AuthenticationPrincipal Person person, @PathVariable long number) {
        return Run.of(runs.again(person.viewer(), number));
    }

    /** Why stories need not hold. */
    record Explanation(@Nullable String reason) {}

    @PostMapping("/deployments/{number}/scenarios/reason")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(
            summary = "Say why a proposed set may go into force with stories that do not hold or are left out",
            description = "By whoever proposes it; who approves it judges the reason. For designers.")
    void explain(
            @AuthenticationPrincipal Person person, @PathVariable long number, @RequestBody Explanation explanation) {
        runs.explain(person.viewer(), number, explanation.reason() == null ? "" : explanation.reason());
    }

    private static OffsetDateTime local(Instant at) {
        return at.atZone(ServiceClock.LONDON).toOffsetDateTime();
    }
}
