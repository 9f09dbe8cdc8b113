package cymru.diogelu.modelcheck.proof;

import cymru.diogelu.modelcheck.reading.Decision;
import cymru.diogelu.modelcheck.reading.Dmn;
import cymru.diogelu.modelcheck.reading.XmlElement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Evaluates decision tables as the engine does. */
final class Tables {

    private final Wording wording;
    private final Map<String, Decision> decisions;
    private final Map<List<@Nullable Object>, List<Map<String, Object>>> known = new HashMap<>();
    private final Map<String, Map<String, Function<@Nullable Object, @Nullable Object>>> asks = new HashMap<>();
    private final Map<String, Set<String>> reads = new HashMap<>();

    Tables(Wording wording, List<Decision> decisions) {
        this.wording = wording;
        this.decisions =
                decisions.stream().collect(Collectors.toMap(Decision::id, found -> found, (one, other) -> one));
    }

    Optional<Decision> find(String id) {
        return Optional.ofNullable(decisions.get(id));
    }

    /** The variables that a table reads. */
    Set<String> reads(String id) {
        return reads.computeIfAbsent(id, none -> find(id).stream()
                .flatMap(decision -> decision.inputs().stream())
                .flatMap(input -> wording.variables(Decision.expression(input)).stream())
                .collect(Collectors.toUnmodifiableSet()));
    }

    /** For each variable that a table reads, what the columns think of it; the value itself where several are compared. */
    Map<String, Function<@Nullable Object, @Nullable Object>> asks(String id) {
        return asks.computeIfAbsent(id, this::findAsks);
    }

    private Map<String, Function<@Nullable Object, @Nullable Object>> findAsks(String id) {
        Map<String, Function<@Nullable Object, @Nullable Object>> asks = new LinkedHashMap<>();
        find(id).ifPresent(decision -> {
            for (int column = 0; column < decision.inputs().size(); column++) {
                String expression = Decision.expression(decision.inputs().get(column));
                Set<String> names = wording.variables(expression);
                Function<@Nullable Object, @Nullable Object> thinks =
                        names.size() == 1 ? wording.thinks(expression, cells(decision, column)) : value -> value;
                names.forEach(name -> asks.merge(name, thinks, Tables::both));
            }
        });
        return asks;
    }

    private static Function<@Nullable Object, @Nullable Object> both(
            Function<@Nullable Object, @Nullable Object> one, Function<@Nullable Object, @Nullable Object> other) {
        return value -> Arrays.asList(one.apply(value), other.apply(value));
    }

    /** Every text that a table compares with or asks for, cell by cell and expression by expression. */
    Stream<Set<String>> mentions(String id) {
        return find(id).stream().flatMap(Tables::mentions);
    }

    private static Stream<Set<String>> mentions(Decision decision) {
        return Stream.concat(
                decision.inputs().stream().map(Decision::expression).map(Wording::texts),
                decision.rules().stream()
                        .flatMap(rule -> Decision.conditions(rule).stream().map(Wording::texts)));
    }

    /** The outputs by name of each row that holds, in their order; of several under one only the first. */
    List<Map<String, Object>> evaluate(String id, Map<String, Object> variables) {
        Decision decision = decisions.get(id);
        if (decision == null) {
            return List.of();
        }
        List<@Nullable Object> inputs = new ArrayList<>();
        inputs.add(id);
        decision.inputs().forEach(input -> inputs.add(wording.value(Decision.expression(input), variables)));
        return known.computeIfAbsent(inputs, none -> evaluate(decision, inputs.subList(1, inputs.size())));
    }

    private List<Map<String, Object>> evaluate(Decision decision, List<@Nullable Object> inputs) {
        List<Map<String, Object>> rows = new ArrayList<>();
        for (XmlElement rule : decision.rules()) {
            if (holds(Decision.conditions(rule), inputs)) {
                rows.add(outputs(decision, rule));
            }
        }
        boolean several =
                decision.hitPolicy().equals("COLLECT") || decision.hitPolicy().equals("RULE ORDER");
        return several ? rows : rows.stream().limit(1).toList();
    }

    private boolean holds(List<String> conditions, List<@Nullable Object> inputs) {
        for (int column = 0; column < conditions.size() && column < inputs.size(); column++) {
            String cell = conditions.get(column);
            if (!Decision.takesAll(cell) && !wording.takes(cell, inputs.get(column))) {
                return false;
            }
        }
        return true;
    }

    private Map<String, Object> outputs(Decision decision, XmlElement rule) {
        Map<String, Object> outputs = new LinkedHashMap<>();
        List<String> conclusions = Decision.conclusions(rule);
        List<XmlElement> columns = decision.outputs();
        for (int column = 0; column < columns.size() && column < conclusions.size(); column++) {
            Object value = wording.value(conclusions.get(column), Map.of());
            if (value != null) {
                outputs.put(columns.get(column).attribute("name"), value);
            }
        }
        return outputs;
    }

    /** What the rows of a table ask of a column, each once; not whether anything at all is there. */
    static List<String> cells(Decision decision, int column) {
        return decision.rules().stream()
                .map(Decision::conditions)
                .filter(cells -> column < cells.size())
                .map(cells -> cells.get(column))
                .filter(cell -> !Decision.takesAll(cell))
                .distinct()
                .toList();
    }

    /** Every text that a column of a table can give out. */
    static Set<String> gives(Decision decision) {
        return decision.rules().stream()
                .flatMap(rule -> rule.children(Dmn.MODEL, "outputEntry"))
                .flatMap(entry -> Wording.texts(entry.text(Dmn.MODEL, "text")).stream())
                .collect(Collectors.toUnmodifiableSet());
    }
}
