package cymru.diogelu.forms;

import java.math.BigDecimal;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A limit of a rule: a number, or a FEEL expression that gives one; without a number there is no limit. */
record Limit(@Nullable BigDecimal fixed, @Nullable Expression expression) {

    /** @throws BrokenForm when it is neither a number nor an expression */
    static Limit of(Feel feel, Source validate, String name) {
        var value = validate.json().get(name);
        if (value instanceof String text && text.startsWith("=")) {
            return new Limit(null, Expression.of(feel, text, validate));
        }
        return new Limit(value instanceof String text ? parse(text, validate) : validate.number(name), null);
    }

    Limit or(int otherwise) {
        return fixed == null && expression == null ? new Limit(BigDecimal.valueOf(otherwise), null) : this;
    }

    /** Whether it stands fixed in the form and is not more than this. */
    boolean isAtMost(int most) {
        return fixed != null && fixed.compareTo(BigDecimal.valueOf(most)) <= 0;
    }

    @Nullable
    BigDecimal in(Scope scope) {
        if (expression == null) {
            return fixed;
        }
        return expression.evaluate(scope) instanceof Number number ? new BigDecimal(number.toString()) : null;
    }

    void describe(String name, Scope scope, Map<String, Object> constraints) {
        var limit = in(scope);
        if (limit != null) {
            constraints.put(name, limit);
        }
    }

    private static BigDecimal parse(String text, Source validate) {
        try {
            return new BigDecimal(text);
        } catch (NumberFormatException e) {
            throw validate.broken("a limit is not a number: " + text);
        }
    }
}
