package cymru.diogelu.designer;

import cymru.diogelu.agencies.Agencies;
import cymru.diogelu.agencies.Role;
import cymru.diogelu.cases.Cases;
import cymru.diogelu.deadlines.ServiceClock;
import cymru.diogelu.language.Bilingual;
import cymru.diogelu.ledger.Ledger;
import cymru.diogelu.procedures.DueWork;
import cymru.diogelu.procedures.Procedures;
import cymru.diogelu.trace.Conformance;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Runs the stories of a scenario book one after the other, each at its own date on the test clock. */
@Component
public class ScenarioRunner {

    private final Procedures procedures;
    private final Cases cases;
    private final Ledger ledger;
    private final Conformance conformance;
    private final DueWork dueWork;
    private final ServiceClock clock;
    private final Set<String> roles;

    ScenarioRunner(
            Procedures procedures,
            Cases cases,
            Ledger ledger,
            Conformance conformance,
            DueWork dueWork,
            ServiceClock clock,
            Agencies agencies) {
        this.procedures = procedures;
        this.cases = cases;
        this.ledger = ledger;
        this.conformance = conformance;
        this.dueWork = dueWork;
        this.clock = clock;
        this.roles = agencies.roles().stream().map(Role::key).collect(Collectors.toUnmodifiableSet());
    }

    /**
     * Runs every scenario file of a folder. Moves the service's clock to and fro, so it belongs on a database of its own.
     *
     * @throws BrokenScenario when a file cannot be read
     */
    public ScenarioReport run(Path folder) {
        return run(folder, null, story -> {});
    }

    /**
     * Runs a folder, or one story of it.
     *
     * @param only the story's path in the folder; absent for all
     * @param told hears each story when it has been walked
     * @throws BrokenScenario when a file cannot be read, or there is none of that path
     */
    public ScenarioReport run(Path folder, @Nullable String only, Consumer<ToldStory> told) {
        var book = new ScenarioBook(folder);
        Filling filling = new Filling(book.usualAnswers(), clock);
        List<Scenario> scenarios = book.scenarios().stream()
                .filter(scenario -> only == null || scenario.file().equals(only))
                .toList();
        if (only != null && scenarios.isEmpty()) {
            throw new BrokenScenario(only, "is not in the book");
        }
        List<ToldStory> stories = new ArrayList<>();
        for (Scenario scenario : scenarios) {
            ToldStory story = run(scenario, filling);
            stories.add(story);
            told.accept(story);
        }
        return new ScenarioReport(List.copyOf(stories), procedures.ways());
    }

    private ToldStory run(Scenario scenario, Filling filling) {
        List<Bilingual> strangers = ScenarioNames.strangers(scenario, roles);
        if (!strangers.isEmpty()) {
            return ToldStory.of(scenario, strangers, List.of());
        }
        clock.standAt(scenario.at().toInstant());
        return new ScenarioRun(scenario, filling, procedures, cases, ledger, conformance, dueWork, clock).run();
    }
}
