package cymru.diogelu.modelcheck.reading;

import cymru.diogelu.forms.Feel;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.camunda.feel.syntaxtree.ParsedExpression;
import org.jspecify.annotations.Nullable;

/**
 * A table tried with all that it can be asked. Columns that read the same variables are tried together, all others apart:
 * that covers every combination without counting it out.
 */
public final class TableTrial {

    /** Beyond this no table that a person can read goes. */
    public static final int MOST = 100_000;

    private static final int FEW = 1_000;

    /** Cells compared with values, or combinations with what comes before: a table of a person needs far fewer. */
    private static final int MOST_STEPS = 20_000;

    /** A step through a larger table takes longer, so that it is left fewer of them. */
    private static final int CELLS_OF_A_PERSON = 150;

    private final Feel feel = new Feel();
    private final TableCallers callers;
    private final Decision decision;
    private final List<Column> columns = new ArrayList<>();
    private final int mostSteps;
    private boolean bounded;
    private int steps;

    /** @param known the rows that take the values of the variables, as far as they have been tried */
    private record Column(
            ParsedExpression asked,
            Set<String> variables,
            List<Optional<ParsedExpression>> cells,
            Map<Map<String, @Nullable Object>, BitSet> known) {}

    /**
     * Inputs that the same rows take.
     *
     * @param asked the variables and their values, one map for each combination
     */
    public record Part(BitSet rows, List<Map<String, @Nullable Object>> asked) {

        /** In words, such as {@code childSeen = "no"}. */
        public String inputs() {
            return TableWords.of(asked);
        }
    }

    private TableTrial(Models models, Decision decision) {
        this.callers = new TableCallers(feel, models, decision);
        this.decision = decision;
        int cells = decision.rules().size() * decision.inputs().size();
        this.mostSteps = MOST_STEPS * CELLS_OF_A_PERSON / Math.max(CELLS_OF_A_PERSON, cells);
    }

    /** Empty for a table that cannot be tried: with a cell that is no FEEL, or a column that compares dates. */
    public static Optional<TableTrial> of(Models models, Decision decision) {
        try {
            TableTrial trial = new TableTrial(models, decision);
            List<XmlElement> inputs = decision.inputs();
            for (int column = 0; column < inputs.size(); column++) {
                trial.columns.add(trial.column(inputs.get(column), column));
            }
            return Optional.of(trial);
        } catch (IllegalArgumentException noFeel) {
            return Optional.empty();
        }
    }

    private Column column(XmlElement input, int number) {
        String type = input.child(Dmn.MODEL, "inputExpression")
                .map(asked -> asked.attribute("typeRef"))
                .orElse("");
        if (type.matches("(?i).*(date|time|duration).*")) {
            throw new IllegalArgumentException(type);
        }
        ParsedExpression asked = feel.expression(Decision.expression(input));
        List<Optional<ParsedExpression>> cells = new ArrayList<>();
        for (XmlElement rule : decision.rules()) {
            List<String> conditions = Decision.conditions(rule);
            String cell = number < conditions.size() ? conditions.get(number) : "-";
            cells.add(Decision.takesAll(cell) ? Optional.empty() : Optional.of(feel.tests(cell)));
        }
        return new Column(asked, Feel.variables(asked), cells, new HashMap<>());
    }

    /** Whether there was more to try than {@link #MOST}. */
    public boolean bounded() {
        return bounded;
    }

    /**
     * The inputs of each group of columns, each group as the parts that the rows tell apart.
     *
     * @param possible whether to leave out what nothing in the set can give
     */
    public List<List<Part>> parts(boolean possible) {
        Map<String, List<@Nullable Object>> values = values(possible);
        return groups().stream().map(group -> parts(group, values, possible)).toList();
    }

    private Map<String, List<@Nullable Object>> values(boolean possible) {
        Map<String, List<@Nullable Object>> values = new HashMap<>();
        columns.stream()
                .flatMap(column -> column.variables().stream())
                .distinct()
                .forEach(variable -> values.put(
                        variable,
                        new TableValues(decision, variable, callers.given(variable))
                                .toTry(possible, callers.unset(variable))));
        return values;
    }

    /** The first combination of these parts that a case can come to the table with. */
    public Optional<String> arriving(List<Part> parts) {
        List<Map<String, @Nullable Object>> combinations = List.of(Map.of());
        for (Part part : parts) {
            combinations = arriving(combinations, part);
        }
        return combinations.isEmpty() ? Optional.empty() : Optional.of(TableWords.of(combinations));
    }

    private List<Map<String, @Nullable Object>> arriving(List<Map<String, @Nullable Object>> combinations, Part part) {
        List<Map<String, @Nullable Object>> longer = new ArrayList<>();
        for (Map<String, @Nullable Object> combination : combinations) {
            for (Map<String, @Nullable Object> asked : part.asked()) {
                Map<String, @Nullable Object> more = new LinkedHashMap<>(combination);
                more.putAll(asked);
                if (callers.arrives(more)) {
                    longer.add(more);
                }
                if (longer.size() >= FEW || enough()) {
                    return longer;
                }
            }
        }
        return longer;
    }

    /** Counts a step, and says whether there were too many. */
    private boolean enough() {
        bounded |= ++steps > mostSteps;
        return steps > mostSteps;
    }

    private List<List<Column>> groups() {
        List<List<Column>> groups = new ArrayList<>();
        for (Column column : columns) {
            List<Column> joined = new ArrayList<>(List.of(column));
            groups.removeIf(group -> reads(group, joined) && joined.addAll(0, group));
            groups.add(joined);
        }
        return groups;
    }

    private static boolean reads(List<Column> group, List<Column> joined) {
        return group.stream().flatMap(column -> column.variables().stream()).anyMatch(variable -> joined.stream()
                .anyMatch(column -> column.variables().contains(variable)));
    }

    private List<Part> parts(List<Column> group, Map<String, List<@Nullable Object>> values, boolean possible) {
        Set<String> variables = new TreeSet<>();
        group.forEach(column -> variables.addAll(column.variables()));
        Map<BitSet, List<Map<String, @Nullable Object>>> parts = new LinkedHashMap<>();
        for (Map<String, @Nullable Object> inputs : combinations(variables, values)) {
            if (steps > mostSteps) {
                break;
            }
            if (!possible || callers.arrives(inputs)) {
                BitSet rows = new BitSet();
                rows.set(0, decision.rules().size());
                group.forEach(column -> rows.and(rows(column, inputs)));
                parts.computeIfAbsent(rows, unseen -> new ArrayList<>()).add(inputs);
            }
        }
        return parts.entrySet().stream()
                .map(part -> new Part(part.getKey(), part.getValue()))
                .toList();
    }

    private List<Map<String, @Nullable Object>> combinations(
            Set<String> variables, Map<String, List<@Nullable Object>> values) {
        List<Map<String, @Nullable Object>> combinations = List.of(Map.of());
        for (String variable : variables) {
            List<@Nullable Object> all = values.getOrDefault(variable, List.of());
            int most = Math.max(1, MOST / combinations.size());
            bounded |= all.size() > most;
            combinations = combinations.stream()
                    .flatMap(combination -> all.stream().limit(most).map(value -> with(combination, variable, value)))
                    .toList();
        }
        return combinations;
    }

    private static Map<String, @Nullable Object> with(
            Map<String, @Nullable Object> combination, String variable, @Nullable Object value) {
        Map<String, @Nullable Object> more = new LinkedHashMap<>(combination);
        more.put(variable, value);
        return more;
    }

    private BitSet rows(Column column, Map<String, @Nullable Object> inputs) {
        Map<String, @Nullable Object> read = new HashMap<>(inputs);
        read.keySet().retainAll(column.variables());
        return column.known().computeIfAbsent(read, unseen -> {
            BitSet rows = new BitSet();
            @Nullable Object value = enough() ? null : feel.value(column.asked(), read);
            for (int row = 0; row < column.cells().size(); row++) {
                Optional<ParsedExpression> cell = column.cells().get(row);
                rows.set(row, cell.isEmpty() || !enough() && feel.takes(cell.get(), value));
            }
            return rows;
        });
    }
}
