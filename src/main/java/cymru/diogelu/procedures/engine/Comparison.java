package cymru.diogelu.procedures.engine;

import java.math.BigDecimal;
import java.util.Objects;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.delegate.VariableScope;
import org.jspecify.annotations.Nullable;

/** One variable compared with one literal. An unanswered variable (null) equals nothing and is never smaller or larger. */
final class Comparison {

    private Comparison() {}

    static StrictExpression.Evaluation of(String variable, String operator, Object literal) {
        return scope -> holds(variable(scope, variable), operator, literal);
    }

    /** @throws ProcessEngineException when the case has no such variable: a typing error must not route a child */
    static @Nullable Object variable(VariableScope scope, String name) {
        if (!scope.hasVariable(name)) {
            throw new ProcessEngineException("the model reads '%s', but nothing has set it".formatted(name));
        }
        return scope.getVariable(name);
    }

    private static boolean holds(@Nullable Object value, String operator, Object literal) {
        return switch (operator) {
            case "==" -> Objects.equals(comparable(value), literal);
            case "!=" -> !Objects.equals(comparable(value), literal);
            default -> value instanceof Number && ordered(operator, comparable(value), literal);
        };
    }

    private static boolean ordered(String operator, @Nullable Object value, Object literal) {
        int order = ((BigDecimal) Objects.requireNonNull(value)).compareTo((BigDecimal) literal);
        return switch (operator) {
            case "<" -> order < 0;
            case "<=" -> order <= 0;
            case ">" -> order > 0;
            default -> order >= 0;
        };
    }

    private static @Nullable Object comparable(@Nullable Object value) {
        return value instanceof Number ? new BigDecimal(value.toString()).stripTrailingZeros() : value;
    }
}
