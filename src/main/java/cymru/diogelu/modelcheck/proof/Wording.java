package cymru.diogelu.modelcheck.proof;

import cymru.diogelu.forms.Feel;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.camunda.feel.syntaxtree.ParsedExpression;
import org.jspecify.annotations.Nullable;

/** Reads and works out FEEL, once for each text. An expression that cannot be read gives nothing. */
final class Wording {

    private static final Pattern TEXT = Pattern.compile("\"([^\"]*)\"");

    private final Feel feel = new Feel();
    private final Map<String, Optional<ParsedExpression>> expressions = new HashMap<>();
    private final Map<String, Optional<ParsedExpression>> tests = new HashMap<>();
    private final Map<String, Set<String>> variables = new HashMap<>();
    private final Map<List<@Nullable Object>, Optional<Object>> values = new HashMap<>();
    private final Map<List<@Nullable Object>, Boolean> taken = new HashMap<>();

    /** The texts that an expression or a cell compares with. */
    static Set<String> texts(String expression) {
        return TEXT.matcher(expression)
                .results()
                .map((MatchResult found) -> found.group(1))
                .collect(Collectors.toUnmodifiableSet());
    }

    /** The variables that an expression reads. */
    Set<String> variables(String expression) {
        return variables.computeIfAbsent(
                expression,
                text -> parsed(text).map(Feel::variables).map(Set::copyOf).orElse(Set.of()));
    }

    /** What an expression gives; only what it reads of the variables is looked at. */
    @Nullable
    Object value(String expression, Map<String, Object> known) {
        Map<String, Object> read = read(expression, known);
        return values.computeIfAbsent(java.util.Arrays.asList(expression, read), none -> parsed(expression)
                        .map(parsed -> feel.value(parsed, read)))
                .orElse(null);
    }

    /**
     * What is made of the one variable that an expression reads.
     *
     * @param cells which of them take the value of the expression; none where the value itself is meant
     */
    Function<@Nullable Object, @Nullable Object> thinks(String expression, List<String> cells) {
        return given -> {
            Map<String, Object> known = new HashMap<>();
            if (given != null) {
                variables(expression).forEach(name -> known.put(name, given));
            }
            Object value = value(expression, known);
            return cells.isEmpty()
                    ? value
                    : cells.stream().map(cell -> takes(cell, value)).toList();
        };
    }

    /** What an expression reads of the variables; what is not known is there as nothing. */
    private Map<String, Object> read(String expression, Map<String, Object> known) {
        Map<String, Object> read = new HashMap<>();
        variables(expression).forEach(name -> read.put(name, known.get(name)));
        return read;
    }

    /** Whether a cell of a decision table takes a value. */
    boolean takes(String cell, @Nullable Object value) {
        return taken.computeIfAbsent(java.util.Arrays.asList(cell, value), none -> tests.computeIfAbsent(
                        cell, text -> tried(() -> feel.tests(text)))
                .filter(parsed -> feel.takes(parsed, value))
                .isPresent());
    }

    private Optional<ParsedExpression> parsed(String expression) {
        return expressions.computeIfAbsent(expression, text -> tried(() -> feel.expression(text)));
    }

    private static Optional<ParsedExpression> tried(java.util.function.Supplier<ParsedExpression> reading) {
        try {
            return Optional.of(reading.get());
        } catch (IllegalArgumentException wrong) {
            // Another rule names what is no FEEL; here it gives nothing.
            return Optional.empty();
        }
    }
}
