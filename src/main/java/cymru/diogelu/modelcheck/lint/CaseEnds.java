package cymru.diogelu.modelcheck.lint;

import cymru.diogelu.modelcheck.Finding;
import cymru.diogelu.modelcheck.reading.Extensions;
import cymru.diogelu.modelcheck.reading.Models;
import cymru.diogelu.modelcheck.reading.Node;
import cymru.diogelu.modelcheck.reading.NodeKind;
import cymru.diogelu.modelcheck.reading.Procedure;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The procedure that a case begins with cannot come to its end without an outcome for the child (INV-10). Of several ways
 * that are gone side by side one with an outcome is enough; of ways among which is chosen every one has to lead to one.
 */
final class CaseEnds implements Rule {

    private static final String ID = "case-ends";
    private static final Told WITHOUT_OUTCOME = Told.error(
            ID,
            "A case can end here without an outcome for the child (INV-10). Give this end the extension property ‘outcome’.",
            "Gall achos ddod i ben yma heb ganlyniad i'r plentyn (INV-10). Rhowch y briodwedd estyniad ‘outcome’ i'r"
                    + " diwedd hwn.");

    @Override
    public String id() {
        return ID;
    }

    @Override
    public Stream<Finding> check(Subject subject) {
        Models models = subject.models();
        Variables variables = new Variables(models);
        return models.procedures().stream()
                .filter(procedure -> variables.callers(procedure).isEmpty())
                .flatMap(procedure -> new Ends(procedure).check());
    }

    /** The ends of one procedure. */
    private static final class Ends {

        private final Procedure procedure;
        private final Set<Node> without = new LinkedHashSet<>();

        Ends(Procedure procedure) {
            this.procedure = procedure;
        }

        Stream<Finding> check() {
            int before;
            do {
                before = without.size();
                procedure.nodes().stream().filter(this::endsWithout).forEach(without::add);
            } while (without.size() > before);
            return procedure
                    .nodes(NodeKind.START_EVENT)
                    .filter(without::contains)
                    .flatMap(this::places)
                    .distinct()
                    .map(end -> WITHOUT_OUTCOME.at(procedure.file(), end.xml()));
        }

        private boolean endsWithout(Node node) {
            if (node.kind() == NodeKind.END_EVENT) {
                return Extensions.property(node.xml(), "outcome").isEmpty();
            }
            return chooses(node)
                    ? node.next().anyMatch(without::contains)
                    : without.containsAll(beside(node)) || interrupting(node).anyMatch(without::contains);
        }

        /** An end to which a choice leads comes first: it is the one that a designer forgot to mark. */
        private Stream<Node> places(Node start) {
            Set<Node> found = new LinkedHashSet<>();
            Deque<Node> open = new ArrayDeque<>(List.of(start));
            while (!open.isEmpty()) {
                Node node = open.remove();
                if (without.contains(node) && found.add(node)) {
                    open.addAll(beside(node));
                    interrupting(node).forEach(open::add);
                }
            }
            Collection<Node> last = found.stream().filter(this::isLast).toList();
            List<Node> chosen = last.stream().filter(this::isChosen).toList();
            return chosen.isEmpty() ? last.stream() : chosen.stream();
        }

        private boolean isLast(Node node) {
            return node.kind() == NodeKind.END_EVENT || beside(node).isEmpty();
        }

        private boolean isChosen(Node end) {
            return end.incoming().stream()
                    .flatMap(flow -> procedure.node(flow.source()).stream())
                    .anyMatch(Ends::chooses);
        }

        private static boolean chooses(Node node) {
            return node.kind().gateway() && node.kind() != NodeKind.PARALLEL_GATEWAY;
        }

        /** What goes on from here at the same time; a procedure that is called hands over by an escalation. */
        private static List<Node> beside(Node node) {
            List<Node> beside = new ArrayList<>(node.next().toList());
            node.boundaries().stream()
                    .filter(boundary -> boundary.goesOnBeside() && boundary.defines("escalationEventDefinition"))
                    .forEach(beside::add);
            return beside;
        }

        private static Stream<Node> interrupting(Node node) {
            return node.boundaries().stream().filter(boundary -> !boundary.goesOnBeside());
        }
    }
}
