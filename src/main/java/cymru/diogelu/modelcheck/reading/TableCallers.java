package cymru.diogelu.modelcheck.reading;

import cymru.diogelu.forms.Feel;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The steps that ask a table, and what a case can bring to them. */
final class TableCallers {

    /** No table is asked at more places. */
    private static final int MOST = 50;

    private final Models models;
    private final List<Node> tasks;
    private final List<Arrival> arrivals;

    /** @throws IllegalArgumentException when a table on the way is not written in FEEL */
    TableCallers(Feel feel, Models models, Decision decision) {
        this.models = models;
        this.tasks = models.procedures().stream()
                .flatMap(procedure -> procedure.nodes(NodeKind.BUSINESS_RULE_TASK))
                .filter(task -> task.camunda("decisionRef").equals(decision.id()))
                .limit(MOST)
                .toList();
        this.arrivals =
                tasks.stream().map(task -> new Arrival(feel, models, task)).toList();
    }

    Given given(String variable) {
        return Given.to(models, tasks, variable);
    }

    /** Whether another table of the same procedure says that the variable may not be set. */
    boolean unset(String variable) {
        return tasks.stream()
                .map(Node::procedure)
                .distinct()
                .flatMap(procedure -> procedure.nodes(NodeKind.BUSINESS_RULE_TASK))
                .flatMap(task -> models.decision(task.camunda("decisionRef")).stream())
                .distinct()
                .anyMatch(other -> TableValues.speaksOfNothing(other, variable));
    }

    /** Whether a case can come to the table with these values. */
    boolean arrives(Map<String, @Nullable Object> values) {
        return arrivals.isEmpty() || arrivals.stream().anyMatch(arrival -> arrival.possible(values));
    }
}
