package cymru.diogelu.modelcheck.reading;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * What stands beside a step only for the case that it is late: the timer on its border, the procedure that it calls, and
 * the end of that. It says the same at every step, so a reader passes over it.
 */
public final class Overdue {

    private Overdue() {}

    /** The ids of the nodes that handle delay. */
    public static Set<String> nodes(Procedure procedure) {
        Set<String> found = new LinkedHashSet<>();
        procedure
                .nodes(NodeKind.BOUNDARY_EVENT)
                .filter(event -> event.defines("timerEventDefinition") && event.goesOnBeside())
                .forEach(timer -> follow(timer, found));
        return found;
    }

    private static void follow(Node timer, Set<String> found) {
        List<Node> called = timer.next().toList();
        if (called.size() != 1 || called.get(0).kind() != NodeKind.CALL_ACTIVITY) {
            return;
        }
        List<Node> ends = called.get(0).next().toList();
        if (ends.size() == 1
                && ends.get(0).kind() == NodeKind.END_EVENT
                && ends.get(0).incoming().size() == 1) {
            found.add(timer.id());
            found.add(called.get(0).id());
            found.add(ends.get(0).id());
        }
    }
}
