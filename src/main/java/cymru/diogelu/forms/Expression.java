package cymru.diogelu.forms;

import java.util.regex.Pattern;
import org.camunda.feel.api.FeelEngineApi;
import org.camunda.feel.syntaxtree.ParsedExpression;
import org.jspecify.annotations.Nullable;

/** A FEEL expression of a form, parsed once by the engine that also evaluates the decisions. */
record Expression(FeelEngineApi engine, String text, ParsedExpression parsed) {

    /** They would read the machine's clock; only the deadlines know what time it is. */
    private static final Pattern CLOCK = Pattern.compile("\\b(now|today)\\s*\\(");

    /** @throws BrokenForm when the text does not begin with "=" or is not FEEL */
    static Expression of(FeelEngineApi engine, String text, Source source) {
        if (!text.startsWith("=")) {
            throw source.broken("an expression begins with '=': " + text);
        }
        if (CLOCK.matcher(text).find()) {
            throw source.broken("an expression may not read the clock: " + text);
        }
        var result = engine.parseExpression(text.substring(1));
        if (result.isFailure()) {
            throw source.broken("not a FEEL expression: " + text);
        }
        return new Expression(engine, text.substring(1), result.parsedExpression());
    }

    /** Null when the value is null or cannot be worked out, for example because something is not answered yet. */
    @Nullable
    Object evaluate(Scope scope) {
        var result = engine.evaluate(parsed, scope.context());
        return result.isSuccess() ? result.result() : null;
    }

    boolean holds(Scope scope) {
        return Boolean.TRUE.equals(evaluate(scope));
    }
}
