package cymru.diogelu.procedures.engine;

import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.impl.el.Expression;
import org.camunda.bpm.engine.impl.el.ExpressionManager;

/**
 * Reads the only expressions that a model may hold: plain text, a variable, one comparison of a variable with a
 * literal, a function of ours with literal arguments, and the business key of the case. Nothing else is evaluated, so
 * a model can route but never run code.
 */
public final class StrictExpressions implements ExpressionManager {

    private static final Pattern WRAPPED = Pattern.compile("[$#]\\{\\s*(.*?)\\s*}", Pattern.DOTALL);
    private static final Pattern NAME = Pattern.compile("[A-Za-z][A-Za-z0-9]*");
    private static final Pattern COMPARISON = Pattern.compile(
            "([A-Za-z][A-Za-z0-9]*)\\s*(==|!=|<=|>=|<|>)\\s*('[^'\\\\]*'|-?\\d+(?:\\.\\d+)?|true|false)");
    private static final Pattern FUNCTION = Pattern.compile("([A-Za-z]+\\.[A-Za-z]+)\\(([^()]*)\\)");
    private static final String BUSINESS_KEY = "execution.processBusinessKey";

    private final Map<String, Object> delegates;
    private final Map<String, ModelFunction> functions;

    /**
     * @param delegates what a {@code delegateExpression} may name
     * @param functions what an expression may call, by {@code bean.method}
     */
    public StrictExpressions(Map<String, Object> delegates, List<ModelFunction> functions) {
        this.delegates = Map.copyOf(delegates);
        this.functions =
                functions.stream().collect(java.util.stream.Collectors.toUnmodifiableMap(ModelFunction::name, f -> f));
    }

    /** @throws ProcessEngineException when the text is none of the allowed shapes */
    @Override
    public Expression createExpression(String text) {
        if (!text.contains("${") && !text.contains("#{")) {
            return new StrictExpression(text, true, scope -> text);
        }
        Matcher wrapped = WRAPPED.matcher(text.strip());
        if (!wrapped.matches()) {
            throw refused(text);
        }
        return new StrictExpression(text, false, evaluation(text, wrapped.group(1)));
    }

    private StrictExpression.Evaluation evaluation(String text, String inner) {
        if (inner.equals(BUSINESS_KEY)) {
            return scope -> ((DelegateExecution) scope).getProcessBusinessKey();
        }
        Object delegate = delegates.get(inner);
        if (delegate != null) {
            return scope -> delegate;
        }
        if (NAME.matcher(inner).matches()) {
            return scope -> Comparison.variable(scope, inner);
        }
        Matcher comparison = COMPARISON.matcher(inner);
        if (comparison.matches()) {
            return Comparison.of(comparison.group(1), comparison.group(2), literal(comparison.group(3)));
        }
        Matcher call = FUNCTION.matcher(inner);
        if (call.matches()) {
            return call(text, call.group(1), call.group(2));
        }
        throw refused(text);
    }

    private StrictExpression.Evaluation call(String text, String name, String argumentText) {
        ModelFunction function = functions.get(name);
        if (function == null) {
            throw new ProcessEngineException("expression '%s' calls '%s', which is not one of %s"
                    .formatted(text, name, functions.keySet().stream().sorted().toList()));
        }
        List<Object> arguments = argumentText.isBlank()
                ? List.of()
                : Arrays.stream(argumentText.split(","))
                        .map(a -> argument(text, a.strip()))
                        .toList();
        function.check(text, arguments);
        return scope -> function.body().apply(scope, arguments);
    }

    private static Object argument(String text, String argument) {
        if (argument.matches("'[^'\\\\]*'|-?\\d+")) {
            return literal(argument);
        }
        throw new ProcessEngineException("expression '%s': the argument %s is not a literal".formatted(text, argument));
    }

    private static Object literal(String text) {
        if (text.startsWith("'")) {
            return text.substring(1, text.length() - 1);
        }
        if (text.equals("true") || text.equals("false")) {
            return Boolean.valueOf(text);
        }
        return new java.math.BigDecimal(text).stripTrailingZeros();
    }

    private static ProcessEngineException refused(String text) {
        return new ProcessEngineException(
                "expression '%s' is not allowed: use a variable, one comparison with a literal, or a named function"
                        .formatted(text));
    }

    /** Functions of the expression language do not exist here; the engine offers its own at start and is ignored. */
    @Override
    public void addFunction(String name, Method function) {}
}
