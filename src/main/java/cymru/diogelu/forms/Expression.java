package cymru.diogelu.forms;

import java.util.List;
import org.camunda.feel.syntaxtree.ParsedExpression;
import org.jspecify.annotations.Nullable;

/** A FEEL expression of a form, parsed once by the engine that also evaluates the decisions. */
record Expression(Feel feel, String text, ParsedExpression parsed) {

    /** @throws BrokenForm when the text does not begin with "=" or is no FEEL that a form may hold */
    static Expression of(Feel feel, String text, Source source) {
        if (!text.startsWith("=")) {
            throw source.broken("an expression begins with '=': " + text);
        }
        try {
            return new Expression(feel, text.substring(1), feel.expression(text.substring(1)));
        } catch (IllegalArgumentException wrong) {
            throw source.broken(String.valueOf(wrong.getMessage()));
        }
    }

    /** One expression whose value is the list of theirs. */
    static Expression all(Feel feel, List<Expression> expressions) {
        var texts = expressions.stream().map(Expression::text).toList();
        return new Expression(feel, String.join(", ", texts), feel.list(texts));
    }

    /** Null when the value is null or cannot be worked out, for example because something is not answered yet. */
    @Nullable
    Object evaluate(Scope scope) {
        var result = feel.evaluate(parsed, scope);
        return result.isSuccess() ? result.result() : null;
    }

    boolean holds(Scope scope) {
        return Boolean.TRUE.equals(evaluate(scope));
    }
}
