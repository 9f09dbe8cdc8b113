package cymru.diogelu.invariants;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.camunda.feel.api.EvaluationResult;
import org.camunda.feel.api.FeelEngineApi;
import org.camunda.feel.api.FeelEngineBuilder;
import org.jspecify.annotations.Nullable;

/**
 * One decision table, evaluated over whole sets of inputs at once: columns that read the same variables are tried
 * together, all others apart, so that every combination is covered without being counted out. A test compares it with the
 * engine's own evaluation.
 */
final class Table {

    private static final Pattern WORD = Pattern.compile("[A-Za-z][A-Za-z0-9]*");
    private static final Pattern TEXT = Pattern.compile("\"[^\"]*\"");
    private static final FeelEngineApi FEEL = FeelEngineBuilder.forJava().build();

    private final String id;
    private final String file;
    private final String hitPolicy;
    private final List<String> inputs;
    private final List<Row> rows;
    private final List<Set<String>> wordsOf;
    private final Map<List<Object>, BitSet> columns = new HashMap<>();
    private final Map<List<@Nullable Object>, Boolean> cells = new HashMap<>();
    private final Map<Map<String, Set<Object>>, Set<Object>> known = new HashMap<>();

    /**
     * One rule.
     *
     * @param then the output, as the FEEL text that the table holds
     */
    record Row(String id, List<String> when, String then) {}

    Table(String id, String file, String hitPolicy, List<String> inputs, List<Row> rows) {
        this.id = id;
        this.file = file;
        this.hitPolicy = hitPolicy;
        this.inputs = List.copyOf(inputs);
        this.rows = List.copyOf(rows);
        this.wordsOf = inputs.stream().map(Table::words).toList();
    }

    String id() {
        return id;
    }

    String file() {
        return file;
    }

    List<Row> rows() {
        return rows;
    }

    Finding finding(String sentence) {
        return new Finding(file, id, sentence);
    }

    /** The words in the input expressions that may be variables. */
    Set<String> words() {
        Set<String> words = new TreeSet<>();
        wordsOf.forEach(words::addAll);
        return words;
    }

    private static Set<String> words(String expression) {
        Set<String> words = new TreeSet<>();
        var matcher = WORD.matcher(TEXT.matcher(expression).replaceAll("\"\""));
        while (matcher.find()) {
            words.add(matcher.group());
        }
        return words;
    }

    /** The output for one set of inputs: a list where rows are collected, null where no row matches. */
    @Nullable
    Object output(Map<String, ?> values) {
        BitSet matching = new BitSet();
        matching.set(0, rows.size());
        for (int column = 0; column < inputs.size(); column++) {
            matching.and(matches(column, values));
        }
        return output(matching);
    }

    /**
     * Every output that these values of the variables can lead to.
     *
     * @param values for each variable that the table reads all it may hold; a variable that is missing holds nothing
     */
    synchronized Set<@Nullable Object> outputs(Map<String, Set<Object>> values) {
        return known.computeIfAbsent(values, this::everyOutput);
    }

    private Set<@Nullable Object> everyOutput(Map<String, Set<Object>> values) {
        BitSet any = new BitSet();
        any.set(0, rows.size());
        Set<BitSet> matching = Set.of(any);
        for (List<Integer> columns : columnsThatShareVariables(values.keySet())) {
            Set<BitSet> here = new LinkedHashSet<>();
            combinations(read(columns, values.keySet()), values)
                    .forEach(combination -> here.add(matches(columns, combination)));
            matching = both(matching, here);
        }
        Set<@Nullable Object> outputs = new LinkedHashSet<>();
        matching.forEach(rowsHit -> outputs.add(output(rowsHit)));
        return outputs;
    }

    private static Set<BitSet> both(Set<BitSet> some, Set<BitSet> others) {
        Set<BitSet> both = new LinkedHashSet<>();
        for (BitSet one : some) {
            for (BitSet other : others) {
                BitSet common = (BitSet) one.clone();
                common.and(other);
                both.add(common);
            }
        }
        return both;
    }

    private List<List<Integer>> columnsThatShareVariables(Set<String> variables) {
        List<List<Integer>> groups = new ArrayList<>();
        for (int column = 0; column < inputs.size(); column++) {
            List<Integer> joined = new ArrayList<>(List.of(column));
            Set<String> read = read(joined, variables);
            groups.removeIf(group -> {
                boolean shares = read(group, variables).stream().anyMatch(read::contains);
                return shares && joined.addAll(group);
            });
            groups.add(joined);
        }
        return groups;
    }

    private Set<String> read(Collection<Integer> columns, Set<String> variables) {
        Set<String> read = new TreeSet<>();
        columns.forEach(column -> read.addAll(wordsOf.get(column)));
        read.retainAll(variables);
        return read;
    }

    /** Every way to give each variable one of its values. */
    static List<Map<String, Object>> combinations(Set<String> variables, Map<String, Set<Object>> values) {
        List<Map<String, Object>> combinations = List.of(Map.of());
        for (String variable : variables) {
            List<Map<String, Object>> longer = new ArrayList<>();
            for (Map<String, Object> combination : combinations) {
                for (Object value : values.getOrDefault(variable, Set.of())) {
                    Map<String, Object> more = new LinkedHashMap<>(combination);
                    more.put(variable, value);
                    longer.add(more);
                }
            }
            combinations = longer;
        }
        return combinations;
    }

    private BitSet matches(List<Integer> columns, Map<String, Object> values) {
        BitSet matching = new BitSet();
        matching.set(0, rows.size());
        columns.forEach(column -> matching.and(matches(column, values)));
        return matching;
    }

    private BitSet matches(int column, Map<String, ?> values) {
        Map<String, Object> read = new HashMap<>(values);
        read.keySet().retainAll(wordsOf.get(column));
        return columns.computeIfAbsent(Arrays.asList(column, read), unseen -> tried(column, read));
    }

    private BitSet tried(int column, Map<String, Object> values) {
        Object input = result(FEEL.evaluateExpression(inputs.get(column), values));
        BitSet matching = new BitSet();
        for (int row = 0; row < rows.size(); row++) {
            matching.set(row, matches(rows.get(row).when().get(column), input));
        }
        return matching;
    }

    private boolean matches(String cell, @Nullable Object input) {
        if (cell.isBlank() || cell.equals("-")) {
            return true;
        }
        List<@Nullable Object> key = new ArrayList<>(List.of(cell));
        key.add(input);
        return cells.computeIfAbsent(
                key, unseen -> Boolean.TRUE.equals(result(FEEL.evaluateUnaryTests(cell, input, Map.of()))));
    }

    private @Nullable Object output(BitSet matching) {
        if (hitPolicy.equals("COLLECT")) {
            return matching.stream().mapToObj(row -> value(rows.get(row))).toList();
        }
        return matching.isEmpty() ? null : value(rows.get(matching.nextSetBit(0)));
    }

    private static @Nullable Object value(Row row) {
        return result(FEEL.evaluateExpression(row.then(), Map.<String, Object>of()));
    }

    /** A cell that cannot be worked out for a value does not match it, as in the engine. */
    private static @Nullable Object result(EvaluationResult result) {
        return result.isSuccess() ? result.result() : null;
    }
}
