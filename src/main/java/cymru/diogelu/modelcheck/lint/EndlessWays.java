package cymru.diogelu.modelcheck.lint;

import cymru.diogelu.modelcheck.Finding;
import cymru.diogelu.modelcheck.reading.Node;
import cymru.diogelu.modelcheck.reading.NodeKind;
import cymru.diogelu.modelcheck.reading.Procedure;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** A way that leads back to itself passes a step at which the case waits: else the engine would never come to rest. */
final class EndlessWays implements Rule {

    private static final String ID = "endless-ways";
    private static final Told ENDLESS = Told.error(
            ID,
            "From here a way leads back to here without a step at which the case waits. Put a task or an event on it.",
            "Oddi yma mae ffordd yn arwain yn ôl i'r fan hon heb gam lle mae'r achos yn aros. Rhowch dasg neu ddigwyddiad"
                    + " arni.");
    private static final Set<NodeKind> PASSED = Set.of(
            NodeKind.EXCLUSIVE_GATEWAY,
            NodeKind.INCLUSIVE_GATEWAY,
            NodeKind.PARALLEL_GATEWAY,
            NodeKind.BUSINESS_RULE_TASK,
            NodeKind.SERVICE_TASK,
            NodeKind.THROW_EVENT);

    @Override
    public String id() {
        return ID;
    }

    @Override
    public Stream<Finding> check(Subject subject) {
        return subject.models().procedures().stream().flatMap(EndlessWays::check);
    }

    private static Stream<Finding> check(Procedure procedure) {
        return procedure.nodes().stream()
                .filter(EndlessWays::leadsBack)
                .map(node -> ENDLESS.at(procedure.file(), node.xml()));
    }

    private static boolean leadsBack(Node start) {
        Set<Node> passed = new HashSet<>();
        Deque<Node> open = new ArrayDeque<>(List.of(start));
        while (!open.isEmpty()) {
            Node node = open.remove();
            if (PASSED.contains(node.kind()) && passed.add(node)) {
                List<Node> next = node.next().toList();
                if (next.contains(start)) {
                    return true;
                }
                open.addAll(next);
            }
        }
        return false;
    }
}
