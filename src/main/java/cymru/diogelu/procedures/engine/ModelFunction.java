package cymru.diogelu.procedures.engine;

import java.util.List;
import java.util.function.BiFunction;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.delegate.VariableScope;

/**
 * A function that an expression in a model may call, such as {@code deadline.due('DL-03')}.
 *
 * @param name bean and method, joined by a dot
 * @param parameters the types its literal arguments must have
 */
public record ModelFunction(
        String name, List<Class<?>> parameters, BiFunction<VariableScope, List<Object>, Object> body) {

    void check(String text, List<Object> arguments) {
        boolean fits = arguments.size() == parameters.size();
        for (int i = 0; fits && i < arguments.size(); i++) {
            fits = parameters.get(i).isInstance(arguments.get(i));
        }
        if (!fits) {
            throw new ProcessEngineException("expression '%s': %s takes %s"
                    .formatted(
                            text,
                            name,
                            parameters.stream().map(Class::getSimpleName).toList()));
        }
    }
}
