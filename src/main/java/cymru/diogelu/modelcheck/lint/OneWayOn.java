package cymru.diogelu.modelcheck.lint;

import cymru.diogelu.modelcheck.Finding;
import cymru.diogelu.modelcheck.reading.Node;
import cymru.diogelu.modelcheck.reading.NodeKind;
import java.util.Optional;
import java.util.stream.Stream;

/** Ways part and meet only at gateways, and at each of them one or the other. */
final class OneWayOn implements Rule {

    private static final String ID = "one-way-on";
    private static final Told SEVERAL = Told.error(
            ID,
            "%s ways leave here and all are taken at once; draw the gateway that is meant.",
            "Mae %s ffordd yn gadael y fan hon a chymerir pob un ar unwaith; lluniwch y porth a olygir.");
    private static final Told BOUNDARY = Told.error(
            ID,
            "%s ways leave this event; there should be exactly one.",
            "Mae %s ffordd yn gadael y digwyddiad hwn; dylai fod un yn union.");
    private static final Told BOTH = Told.error(
            ID,
            "Ways both meet and part at this gateway; draw a join and then a split.",
            "Mae ffyrdd yn cwrdd ac yn gwahanu wrth y porth hwn; lluniwch uniad ac yna holltiad.");

    @Override
    public String id() {
        return ID;
    }

    @Override
    public Stream<Finding> check(Subject subject) {
        return subject.models().procedures().stream()
                .flatMap(procedure -> procedure.nodes().stream())
                .flatMap(
                        node -> wrong(node)
                                .map(told -> told.at(
                                        node.procedure().file(),
                                        node.xml(),
                                        node.outgoing().size()))
                                .stream());
    }

    private static Optional<Told> wrong(Node node) {
        int ways = node.outgoing().size();
        if (node.kind() == NodeKind.BOUNDARY_EVENT) {
            return ways == 1 ? Optional.empty() : Optional.of(BOUNDARY);
        }
        if (node.kind().gateway()) {
            return ways > 1 && node.incoming().size() > 1 ? Optional.of(BOTH) : Optional.empty();
        }
        return ways > 1 ? Optional.of(SEVERAL) : Optional.empty();
    }
}
