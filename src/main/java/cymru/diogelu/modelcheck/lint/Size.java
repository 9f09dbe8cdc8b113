package cymru.diogelu.modelcheck.lint;

import cymru.diogelu.modelcheck.Finding;
import cymru.diogelu.modelcheck.reading.Node;
import cymru.diogelu.modelcheck.reading.NodeKind;
import cymru.diogelu.modelcheck.reading.Overdue;
import cymru.diogelu.modelcheck.reading.Procedure;
import java.util.Set;
import java.util.stream.Stream;

/** A procedure is small enough to be taken in at one look. */
final class Size implements Rule {

    private static final String ID = "size";
    private static final int MOST = 30;
    private static final Told LARGE = Told.warning(
            ID,
            "There are %s steps, questions and events here; move what belongs together into a procedure of its own, so"
                    + " that at most " + MOST + " are left.",
            "Mae %s o gamau, cwestiynau a digwyddiadau yma; symudwch yr hyn sy'n perthyn ynghyd i weithdrefn ar wahân, fel"
                    + " nad oes mwy na " + MOST + " ar ôl.");

    @Override
    public String id() {
        return ID;
    }

    @Override
    public Stream<Finding> check(Subject subject) {
        return subject.models().procedures().stream().flatMap(procedure -> {
            long nodes = counted(procedure);
            return nodes > MOST ? Stream.of(LARGE.at(procedure.file(), procedure.process(), nodes)) : Stream.empty();
        });
    }

    private static long counted(Procedure procedure) {
        Set<String> overdue = Overdue.nodes(procedure);
        return procedure.nodes().stream()
                .filter(node -> !overdue.contains(node.id()))
                .filter(Size::read)
                .count();
    }

    /** A join has nothing to read, and an end for each outcome is asked for by another rule. */
    private static boolean read(Node node) {
        boolean joins = node.kind().gateway() && !node.splits();
        return !joins && node.kind() != NodeKind.END_EVENT;
    }
}
