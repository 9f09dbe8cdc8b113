package cymru.diogelu.procedures.engine;

import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.delegate.BaseDelegateExecution;
import org.camunda.bpm.engine.delegate.VariableScope;
import org.camunda.bpm.engine.impl.el.Expression;
import org.jspecify.annotations.Nullable;

/** One expression of a model, already read; it can be evaluated and never assigned. */
record StrictExpression(String getExpressionText, boolean isLiteralText, Evaluation evaluation) implements Expression {

    @FunctionalInterface
    interface Evaluation {
        @Nullable
        Object in(VariableScope scope);
    }

    @Override
    public @Nullable Object getValue(VariableScope scope) {
        return evaluation.in(scope);
    }

    @Override
    public @Nullable Object getValue(VariableScope scope, BaseDelegateExecution context) {
        return evaluation.in(scope);
    }

    @Override
    public void setValue(Object value, VariableScope scope) {
        throw new ProcessEngineException("expression '%s' cannot be assigned".formatted(getExpressionText));
    }

    @Override
    public void setValue(Object value, VariableScope scope, BaseDelegateExecution context) {
        setValue(value, scope);
    }
}
