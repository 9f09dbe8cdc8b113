package cymru.diogelu.designer;

import cymru.diogelu.agencies.Agencies;
import cymru.diogelu.agencies.Role;
import cymru.diogelu.cases.Cases;
import cymru.diogelu.deadlines.ServiceClock;
import cymru.diogelu.ledger.Ledger;
import cymru.diogelu.procedures.DueWork;
import cymru.diogelu.procedures.Procedures;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Runs the stories of a scenario book one after the other, each at its own date on the test clock. */
@Component
public class ScenarioRunner {

    private final Procedures procedures;
    private final Cases cases;
    private final Ledger ledger;
    private final DueWork dueWork;
    private final ServiceClock clock;
    private final Set<String> roles;

    ScenarioRunner(
            Procedures procedures, Cases cases, Ledger ledger, DueWork dueWork, ServiceClock clock, Agencies agencies) {
        this.procedures = procedures;
        this.cases = cases;
        this.ledger = ledger;
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
        var book = new ScenarioBook(folder);
        Map<String, Map<String, Object>> usual = book.usualAnswers();
        List<ScenarioResult> results =
                book.scenarios().stream().map(scenario -> run(scenario, usual)).toList();
        List<String> lines = new ArrayList<>();
        for (ScenarioResult result : results) {
            lines.add("%s  %s  (%s)"
                    .formatted(
                            result.holds() ? "holds" : "FAILS",
                            result.scenario().name().en(),
                            result.scenario().file()));
            result.faults().forEach(fault -> lines.add("       " + fault));
        }
        int failed = (int) results.stream().filter(result -> !result.holds()).count();
        return new ScenarioReport(results.size(), failed, List.copyOf(lines), untried(results));
    }

    private List<String> untried(List<ScenarioResult> results) {
        var coverage = new Coverage(procedures.ways());
        results.stream()
                .map(ScenarioResult::reference)
                .filter(reference -> !reference.isEmpty())
                .forEach(reference -> ledger.forEach(reference, coverage::see));
        return coverage.untried();
    }

    private ScenarioResult run(Scenario scenario, Map<String, Map<String, Object>> usual) {
        List<String> strangers = ScenarioNames.strangers(scenario, roles);
        if (!strangers.isEmpty()) {
            return new ScenarioResult(scenario, "", strangers);
        }
        clock.standAt(scenario.at().toInstant());
        return new ScenarioRun(scenario, usual, procedures, cases, ledger, dueWork, clock).run();
    }
}
