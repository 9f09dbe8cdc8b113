package cymru.diogelu.modelcheck.lint;

import cymru.diogelu.modelcheck.Finding;
import cymru.diogelu.modelcheck.reading.Flow;
import cymru.diogelu.modelcheck.reading.Node;
import cymru.diogelu.modelcheck.reading.NodeKind;
import java.util.stream.Stream;

/** Where a way is chosen stands the question, and on each way its answer; elsewhere there is nothing to ask. */
final class GatewayNames implements Rule {

    private static final String ID = "gateway-names";
    private static final Told NO_QUESTION = Told.warning(
            ID,
            "‘%s’ should be a question with a question mark: here the way of the case is chosen.",
            "Dylai ‘%s’ fod yn gwestiwn gyda gofynnod: yma y dewisir ffordd yr achos.");
    private static final Told NO_ANSWER = Told.warning(
            ID,
            "This way on has no name; it should be an answer to ‘%s’.",
            "Nid oes enw ar y ffordd hon ymlaen; dylai fod yn ateb i ‘%s’.");
    private static final Told NOT_ASKED = Told.warning(
            ID,
            "Nothing is chosen here, so ‘%s’ should go; a question belongs to an exclusive or inclusive split.",
            "Ni ddewisir dim yma, felly dylid dileu ‘%s’; mae cwestiwn yn perthyn i holltiad ‘exclusive’ neu"
                    + " ‘inclusive’.");

    @Override
    public String id() {
        return ID;
    }

    @Override
    public Stream<Finding> check(Subject subject) {
        return subject.models().procedures().stream()
                .flatMap(procedure -> procedure.nodes().stream())
                .filter(node -> node.kind().gateway())
                .flatMap(gateway -> asks(gateway) ? question(gateway) : silent(gateway));
    }

    private static boolean asks(Node gateway) {
        boolean chooses = gateway.kind() == NodeKind.EXCLUSIVE_GATEWAY || gateway.kind() == NodeKind.INCLUSIVE_GATEWAY;
        return chooses && gateway.splits();
    }

    private static Stream<Finding> question(Node gateway) {
        String file = gateway.procedure().file();
        Stream<Finding> question = gateway.name().strip().endsWith("?")
                ? Stream.empty()
                : Stream.of(NO_QUESTION.at(file, gateway.xml(), gateway.name()));
        return Stream.concat(
                question,
                gateway.outgoing().stream()
                        .filter(flow -> flow.name().isBlank())
                        .map(Flow::xml)
                        .map(flow -> NO_ANSWER.at(file, flow, gateway.name())));
    }

    private static Stream<Finding> silent(Node gateway) {
        return gateway.name().isBlank()
                ? Stream.empty()
                : Stream.of(NOT_ASKED.at(gateway.procedure().file(), gateway.xml(), gateway.name()));
    }
}
