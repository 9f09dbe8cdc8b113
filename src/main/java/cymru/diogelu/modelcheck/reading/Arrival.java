package cymru.diogelu.modelcheck.reading;

import cymru.diogelu.forms.Feel;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.camunda.feel.syntaxtree.ParsedExpression;
import org.jspecify.annotations.Nullable;

/**
 * Whether a case can come to a step with certain values, as far as the tables tell that it has to pass before: each must
 * have a row that takes the values and whose answer leads on to the step.
 */
final class Arrival {

    private final Feel feel;
    private final List<List<Row>> passed = new ArrayList<>();
    private final Set<String> read = new HashSet<>();
    private final Map<Map<String, @Nullable Object>, Boolean> known = new HashMap<>();

    /** A row that leads on to the step. */
    private record Row(List<Cell> cells) {}

    private record Cell(ParsedExpression asked, Set<String> variables, ParsedExpression test) {}

    /** @throws IllegalArgumentException when a table on the way is not written in FEEL */
    Arrival(Feel feel, Models models, Node step) {
        this.feel = feel;
        step.procedure()
                .nodes(NodeKind.BUSINESS_RULE_TASK)
                .filter(task -> task != step && Reach.onlyAfter(task, step))
                .forEach(task -> models.decision(task.camunda("decisionRef"))
                        .ifPresent(decision -> passed.add(rows(task, decision, step))));
    }

    /** @param values of some of the variables; the others may hold anything */
    boolean possible(Map<String, @Nullable Object> values) {
        Map<String, @Nullable Object> told = new HashMap<>(values);
        told.keySet().retainAll(read);
        return known.computeIfAbsent(told, unseen -> passed.stream().allMatch(rows -> rows.stream()
                .anyMatch(row -> row.cells().stream().allMatch(cell -> takes(cell, told)))));
    }

    private boolean takes(Cell cell, Map<String, @Nullable Object> values) {
        return !values.keySet().containsAll(cell.variables())
                || feel.takes(cell.test(), feel.value(cell.asked(), values));
    }

    private List<Row> rows(Node task, Decision decision, Node step) {
        return decision.rules().stream()
                .filter(rule -> leadsOn(task, rule, step))
                .map(rule -> row(decision, rule))
                .toList();
    }

    private Row row(Decision decision, XmlElement rule) {
        List<XmlElement> inputs = decision.inputs();
        List<String> conditions = Decision.conditions(rule);
        List<Cell> cells = new ArrayList<>();
        for (int column = 0; column < Math.min(inputs.size(), conditions.size()); column++) {
            if (!Decision.takesAll(conditions.get(column))) {
                ParsedExpression asked = feel.expression(Decision.expression(inputs.get(column)));
                cells.add(new Cell(asked, Feel.variables(asked), feel.tests(conditions.get(column))));
            }
        }
        cells.forEach(cell -> read.addAll(cell.variables()));
        return new Row(cells);
    }

    private static boolean leadsOn(Node task, XmlElement rule, Node step) {
        String answer =
                Decision.conclusions(rule).stream().findFirst().orElse("").replace("\"", "");
        return way(task, answer)
                .map(flow -> Reach.to(step).contains(flow.target()))
                .orElse(true);
    }

    /** The way that the gateway right after a table takes for an answer; empty where none is. */
    private static Optional<Flow> way(Node task, String answer) {
        return task.next()
                .filter(gateway -> gateway.kind() == NodeKind.EXCLUSIVE_GATEWAY && gateway.splits())
                .findFirst()
                .flatMap(gateway -> gateway.outgoing().stream()
                        .filter(flow -> Settled.asked(flow, task.camunda("resultVariable"))
                                .contains(answer))
                        .findFirst()
                        .or(() -> task.procedure().flow(gateway.xml().attribute("default"))));
    }
}
