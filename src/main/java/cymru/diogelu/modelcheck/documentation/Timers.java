package cymru.diogelu.modelcheck.documentation;

import cymru.diogelu.modelcheck.reading.Expression;
import cymru.diogelu.modelcheck.reading.Models;
import cymru.diogelu.modelcheck.reading.Node;
import java.util.Optional;
import java.util.stream.Stream;

/** The timers of procedures, and the provisions that they ask for their dates. */
final class Timers {

    private Timers() {}

    /** In the order of the files. */
    static Stream<Node> all(Models models) {
        return models.procedures().stream()
                .flatMap(procedure -> procedure.nodes().stream())
                .filter(Timers::timed);
    }

    /** On the border of a step. */
    static Stream<Node> of(Node step) {
        return step.boundaries().stream().filter(Timers::timed);
    }

    private static boolean timed(Node node) {
        return node.defines("timerEventDefinition");
    }

    /** The provision whose limit gives the date; empty where something else does. */
    static Optional<String> provision(Node timer) {
        Expression date = Expression.of(timer.date());
        return Optional.of(date)
                .filter(call -> call.name().equals("deadline.due"))
                .flatMap(call -> call.texts().stream().findFirst());
    }

    /** The step on whose border it stands. */
    static Optional<Node> step(Node timer) {
        return timer.procedure().node(timer.xml().attribute("attachedToRef"));
    }
}
