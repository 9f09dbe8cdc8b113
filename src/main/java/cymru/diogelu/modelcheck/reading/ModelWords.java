package cymru.diogelu.modelcheck.reading;

import java.util.List;
import java.util.Map;
import java.util.Set;

/** What the expressions of a procedure may name beside variables. A test holds it equal to what the service offers. */
public final class ModelWords {

    /** The functions, each with the types of its literal arguments. */
    public static final Map<String, List<Class<?>>> FUNCTIONS = Map.of(
            "deadline.due", List.of(String.class),
            "deadline.reminder", List.of(String.class, Number.class),
            "deadline.extended", List.of(),
            "group.named", List.of(String.class),
            "group.from", List.of(String.class),
            "group.reporter", List.of(),
            "group.escalation", List.of(Number.class),
            "overdue.done", List.of());

    /** What a service task or a listener may run. */
    public static final Set<String> DELEGATES = Set.of("remindBeforeLimit", "extendLimit");

    private static final Map<String, List<String>> READ_BY_FUNCTIONS = Map.of(
            "group.escalation", List.of("provision", "overdueElement"),
            "overdue.done", List.of("overdueElement"),
            "deadline.extended", List.of("newDue"));

    private ModelWords() {}

    /** Whether the arguments of a call are as many and of the types that its function takes. */
    public static boolean fits(Expression call) {
        List<Class<?>> types = FUNCTIONS.getOrDefault(call.name(), List.of());
        boolean fits = types.size() == call.literals().size();
        for (int i = 0; fits && i < types.size(); i++) {
            fits = call.literals().get(i).matches(types.get(i) == Number.class ? "-?\\d+" : "'[^'\\\\]*'");
        }
        return fits;
    }

    /** The variables of the case that an expression reads. */
    public static List<String> readBy(Expression expression) {
        return switch (expression.shape()) {
            case NAME, COMPARISON -> List.of(expression.name());
            case CALL ->
                expression.name().equals("group.from")
                        ? expression.texts()
                        : READ_BY_FUNCTIONS.getOrDefault(expression.name(), List.of());
            default -> List.of();
        };
    }
}
