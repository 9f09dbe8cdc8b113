package cymru.diogelu.modelcheck.lint;

import cymru.diogelu.modelcheck.Finding;
import cymru.diogelu.modelcheck.reading.Flow;
import cymru.diogelu.modelcheck.reading.Node;
import cymru.diogelu.modelcheck.reading.NodeKind;
import cymru.diogelu.modelcheck.reading.Procedure;
import java.util.Optional;
import java.util.stream.Stream;

/** Where a way is chosen, one way is left for whatever no condition foresaw. */
final class DefaultFlow implements Rule {

    private static final String ID = "default-flow";
    private static final Told NONE = Told.error(
            ID,
            "A case that meets none of the conditions stops here; choose a default flow, the one that protects best.",
            "Mae achos nad yw'n bodloni'r un o'r amodau yn stopio yma; dewiswch ‘default flow’, yr un sy'n amddiffyn"
                    + " orau.");
    private static final Told ELSEWHERE = Told.error(
            ID,
            "The default flow ‘%s’ does not leave this gateway; choose one that does.",
            "Nid yw'r ‘default flow’ ‘%s’ yn gadael y porth hwn; dewiswch un sydd yn ei adael.");
    private static final Told CONDITION = Told.error(
            ID,
            "This is the default flow, so its condition is never asked; take it away.",
            "Dyma'r ‘default flow’, felly ni ofynnir ei amod byth; tynnwch ef.");
    private static final Told NO_CONDITION = Told.error(
            ID,
            "Without a condition this way is always taken; say when it should be.",
            "Heb amod cymerir y ffordd hon bob amser; dywedwch pryd y dylid ei chymryd.");
    private static final Told NOT_CHOSEN = Told.error(
            ID,
            "A condition stands only on a way that leaves an exclusive or inclusive split; take it away or draw the"
                    + " split.",
            "Dim ond ar ffordd sy'n gadael holltiad ‘exclusive’ neu ‘inclusive’ y saif amod; tynnwch ef neu lluniwch yr"
                    + " holltiad.");

    @Override
    public String id() {
        return ID;
    }

    @Override
    public Stream<Finding> check(Subject subject) {
        return subject.models().procedures().stream()
                .flatMap(procedure -> Stream.concat(
                        procedure.nodes().stream()
                                .filter(DefaultFlow::chooses)
                                .flatMap(split -> defaults(procedure, split).stream()),
                        procedure.flows().stream().flatMap(flow -> condition(procedure, flow).stream())));
    }

    private static boolean chooses(Node node) {
        return node.splits()
                && (node.kind() == NodeKind.EXCLUSIVE_GATEWAY || node.kind() == NodeKind.INCLUSIVE_GATEWAY);
    }

    private static Optional<Finding> defaults(Procedure procedure, Node split) {
        String flow = split.xml().attribute("default");
        if (flow.isEmpty()) {
            return Optional.of(NONE.at(procedure.file(), split.xml()));
        }
        boolean leaves = split.outgoing().stream().anyMatch(way -> way.id().equals(flow));
        return leaves ? Optional.empty() : Optional.of(ELSEWHERE.at(procedure.file(), split.xml(), flow));
    }

    private static Optional<Finding> condition(Procedure procedure, Flow flow) {
        Optional<Node> split = procedure.node(flow.source()).filter(DefaultFlow::chooses);
        boolean asked = !flow.condition().isEmpty();
        boolean usual = split.filter(node -> node.xml().attribute("default").equals(flow.id()))
                .isPresent();
        Optional<Told> wrong = split.isEmpty()
                ? asked ? Optional.of(NOT_CHOSEN) : Optional.empty()
                : usual == asked ? Optional.of(usual ? CONDITION : NO_CONDITION) : Optional.empty();
        return wrong.map(told -> told.at(procedure.file(), flow.xml()));
    }
}
