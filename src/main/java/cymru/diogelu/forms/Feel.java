package cymru.diogelu.forms;

import cymru.diogelu.forms.RefusedFeel.Reason;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.camunda.feel.api.EvaluationResult;
import org.camunda.feel.api.FeelEngineApi;
import org.camunda.feel.api.FeelEngineBuilder;
import org.camunda.feel.api.ParseResult;
import org.camunda.feel.syntaxtree.ParsedExpression;
import org.jspecify.annotations.Nullable;

/**
 * The FEEL of forms and decision tables, read before it is used: one list for both of what an expression may call. A
 * designer writes it, so it may cost neither endless time nor memory, and may not read the machine's clock:
 * only the deadlines know what time it is.
 */
public final class Feel {

    private static final int LONGEST = 2_000;

    /** The parser goes down a step for each bracket, and would leave the program with its stack. */
    private static final int DEEPEST = 50;

    private static final Set<String> FUNCTIONS = Set.of(
            "abs",
            "all",
            "any",
            "ceiling",
            "contains",
            "count",
            "date",
            "date and time",
            "distinct values",
            "duration",
            "ends with",
            "floor",
            "get or else",
            "index of",
            "is defined",
            "list contains",
            "lower case",
            "max",
            "mean",
            "min",
            "not",
            "number",
            "round half up",
            "starts with",
            "string",
            "string length",
            "substring",
            "sum",
            "time",
            "union",
            "upper case",
            "years and months duration");

    private final FeelEngineApi engine = FeelEngineBuilder.forJava().build();

    /** @throws RefusedFeel saying what is wrong with the text */
    public ParsedExpression expression(String text) {
        return checked(text, engine::parseExpression);
    }

    /**
     * Reads a cell of a decision table that compares its column with values.
     *
     * @throws RefusedFeel saying what is wrong with the text
     */
    public ParsedExpression tests(String text) {
        return checked(text, engine::parseUnaryTests);
    }

    /** The variables that an expression reads. */
    public static Set<String> variables(ParsedExpression expression) {
        return FeelTree.of(expression).variables();
    }

    /** Joins expressions that have been read each for itself. */
    ParsedExpression list(Iterable<String> expressions) {
        return engine.parseExpression("[(" + String.join("\n),(", expressions) + "\n)]")
                .parsedExpression();
    }

    EvaluationResult evaluate(ParsedExpression expression, Scope scope) {
        return engine.evaluate(expression, scope.context());
    }

    /** What an expression comes to with these variables; null also where that cannot be worked out. */
    public @Nullable Object value(ParsedExpression expression, Map<String, @Nullable Object> variables) {
        EvaluationResult result = engine.evaluate(expression, variables);
        return result.isSuccess() ? result.result() : null;
    }

    /** Whether a cell takes the value of its column; one that cannot be worked out for it does not. */
    public boolean takes(ParsedExpression tests, @Nullable Object value) {
        EvaluationResult result = engine.evaluateWithInput(tests, value, Map.of());
        return result.isSuccess() && Boolean.TRUE.equals(result.result());
    }

    private static ParsedExpression checked(String text, Function<String, ParseResult> parse) {
        if (text.length() > LONGEST) {
            throw new RefusedFeel(
                    Reason.TOO_LONG,
                    String.valueOf(LONGEST),
                    "an expression is longer than %d characters".formatted(LONGEST));
        }
        if (depth(text) > DEEPEST) {
            throw new RefusedFeel(
                    Reason.TOO_DEEP,
                    String.valueOf(DEEPEST),
                    "an expression is nested too deeply, more than %d brackets".formatted(DEEPEST));
        }
        ParseResult result = parse.apply(text);
        if (result.isFailure()) {
            throw new RefusedFeel(Reason.NOT_FEEL, text, "not a FEEL expression: " + text);
        }
        FeelTree tree = FeelTree.of(result.parsedExpression());
        Set<String> unknown = new LinkedHashSet<>(tree.functions());
        unknown.removeAll(FUNCTIONS);
        if (!unknown.isEmpty()) {
            String name = unknown.iterator().next();
            throw new RefusedFeel(
                    Reason.OTHER_FUNCTION, name, "calls '%s', which an expression may not: %s".formatted(name, text));
        }
        if (tree.endless()) {
            throw new RefusedFeel(
                    Reason.ENDLESS,
                    text,
                    "may take too long; it counts through a range, nests loops, "
                            + "raises to a power or defines a function: " + text);
        }
        return result.parsedExpression();
    }

    /** Brackets in texts count as well: nobody writes fifty of them. */
    private static int depth(String text) {
        int depth = 0;
        int deepest = 0;
        for (char sign : text.toCharArray()) {
            depth += "([{".indexOf(sign) >= 0 ? 1 : ")]}".indexOf(sign) >= 0 ? -1 : 0;
            deepest = Math.max(deepest, depth);
        }
        return deepest;
    }
}
