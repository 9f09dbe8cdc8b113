package cymru.diogelu.modelcheck.lint;

import cymru.diogelu.modelcheck.Finding;
import cymru.diogelu.modelcheck.reading.Node;
import cymru.diogelu.modelcheck.reading.NodeKind;
import java.util.stream.Stream;

/** A way leads to every step, and from every step on to an end. */
final class Connected implements Rule {

    private static final String ID = "connected";
    private static final Told NO_WAY_HERE = Told.error(
            ID,
            "No way leads here, so it is never done; draw the flow that does, or take this away.",
            "Nid oes ffordd yn arwain yma, felly ni wneir hyn byth; lluniwch y llif sy'n arwain yma, neu dilëwch hyn.");
    private static final Told NO_WAY_ON = Told.error(
            ID,
            "No way leads on from here; draw the flow to what follows, if only to an end that names the outcome.",
            "Nid oes ffordd yn arwain ymlaen oddi yma; lluniwch y llif at yr hyn sy'n dilyn, hyd yn oed os diwedd sy'n"
                    + " enwi'r canlyniad yw hynny.");

    @Override
    public String id() {
        return ID;
    }

    @Override
    public Stream<Finding> check(Subject subject) {
        return subject.models().procedures().stream()
                .flatMap(procedure -> procedure.nodes().stream())
                .flatMap(Connected::node);
    }

    private static Stream<Finding> node(Node node) {
        String file = node.procedure().file();
        boolean begins = node.kind() == NodeKind.START_EVENT || node.kind() == NodeKind.BOUNDARY_EVENT;
        Stream<Finding> here =
                begins || !node.incoming().isEmpty() ? Stream.empty() : Stream.of(NO_WAY_HERE.at(file, node.xml()));
        Stream<Finding> on = node.kind() == NodeKind.END_EVENT
                        || node.kind() == NodeKind.BOUNDARY_EVENT
                        || !node.outgoing().isEmpty()
                ? Stream.empty()
                : Stream.of(NO_WAY_ON.at(file, node.xml()));
        return Stream.concat(here, on);
    }
}
