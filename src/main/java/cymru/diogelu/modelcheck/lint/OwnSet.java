package cymru.diogelu.modelcheck.lint;

import cymru.diogelu.modelcheck.Finding;
import cymru.diogelu.modelcheck.reading.Node;
import java.util.stream.Stream;

/** Forms, decisions and procedures are asked of the set itself: a case ends under the models that it began under. */
final class OwnSet implements Rule {

    private static final String ID = "own-set";
    private static final Told BINDING = Told.error(
            ID,
            "This needs the binding ‘deployment’ (camunda:%s), not ‘%s’: an open case stays with the models it began under.",
            "Mae angen y rhwymiad ‘deployment’ ar hyn (camunda:%s), nid ‘%s’: mae achos agored yn aros gyda'r modelau y"
                    + " dechreuodd danynt.");

    @Override
    public String id() {
        return ID;
    }

    @Override
    public Stream<Finding> check(Subject subject) {
        return subject.models().procedures().stream()
                .flatMap(procedure -> procedure.nodes().stream())
                .flatMap(OwnSet::check);
    }

    private static Stream<Finding> check(Node node) {
        return switch (node.kind()) {
            case USER_TASK -> require(node, "formRefBinding");
            case START_EVENT -> node.form().isEmpty() ? Stream.empty() : require(node, "formRefBinding");
            case CALL_ACTIVITY -> require(node, "calledElementBinding");
            case BUSINESS_RULE_TASK -> require(node, "decisionRefBinding");
            default -> Stream.empty();
        };
    }

    private static Stream<Finding> require(Node node, String attribute) {
        String binding = node.camunda(attribute);
        return binding.equals("deployment")
                ? Stream.empty()
                : Stream.of(BINDING.at(node.procedure().file(), node.xml(), attribute, binding));
    }
}
