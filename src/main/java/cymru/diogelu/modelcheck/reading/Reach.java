package cymru.diogelu.modelcheck.reading;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;

/** Where a case can come from a node, over flows and the events on borders. */
public final class Reach {

    private Reach() {}

    /** The ids of all nodes that can be reached, the node itself included. */
    public static Set<String> from(Node start) {
        return all(start, Reach::after);
    }

    /** The ids of all nodes from which this one can be reached, the node itself included. */
    public static Set<String> to(Node end) {
        return all(end, Reach::before);
    }

    /** Whether every case that comes to a node has been at another one before. */
    static boolean onlyAfter(Node first, Node then) {
        return then.procedure().nodes(NodeKind.START_EVENT).noneMatch(start -> all(
                        start, node -> node == first ? Stream.empty() : after(node))
                .contains(then.id()));
    }

    private static Stream<Node> after(Node node) {
        return Stream.concat(node.next(), node.boundaries().stream());
    }

    private static Stream<Node> before(Node node) {
        Stream<String> before = Stream.concat(
                node.incoming().stream().map(Flow::source), Stream.of(node.xml().attribute("attachedToRef")));
        return before.flatMap(id -> node.procedure().node(id).stream());
    }

    private static Set<String> all(Node start, Function<Node, Stream<Node>> more) {
        Set<String> reached = new LinkedHashSet<>();
        Deque<Node> open = new ArrayDeque<>(List.of(start));
        while (!open.isEmpty()) {
            Node node = open.pop();
            if (reached.add(node.id())) {
                more.apply(node).forEach(open::push);
            }
        }
        return reached;
    }
}
