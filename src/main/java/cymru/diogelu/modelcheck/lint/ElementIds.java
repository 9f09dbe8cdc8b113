package cymru.diogelu.modelcheck.lint;

import cymru.diogelu.modelcheck.Finding;
import cymru.diogelu.modelcheck.reading.Flow;
import cymru.diogelu.modelcheck.reading.Node;
import cymru.diogelu.modelcheck.reading.NodeKind;
import cymru.diogelu.modelcheck.reading.Procedure;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Ids say what an element is and what it means, because records, tests and reports name it by them for years. */
final class ElementIds implements Rule {

    private static final String ID = "element-ids";
    private static final Pattern GENERATED = Pattern.compile("[A-Za-z]+_[0-9][0-9a-z]{2,7}|[A-Za-z]+_[0-9]+");

    private static final Told MADE_UP = Told.warning(
            ID,
            "The id ‘%s’ was made by the editor; choose one that says what is meant: %s.",
            "Y golygydd a wnaeth yr id ‘%s’; dewiswch un sy'n dweud beth a olygir: %s.");
    private static final Told OTHER = Told.warning(ID, "The id ‘%s’ should be %s.", "Dylai'r id ‘%s’ fod yn %s.");

    @Override
    public String id() {
        return ID;
    }

    @Override
    public Stream<Finding> check(Subject subject) {
        return subject.models().procedures().stream()
                .flatMap(procedure -> Stream.concat(
                        procedure.nodes().stream().flatMap(node -> node(procedure, node).stream()),
                        procedure.flows().stream().flatMap(flow -> flow(procedure, flow).stream())));
    }

    private static Optional<Finding> node(Procedure procedure, Node node) {
        String type = type(node.kind());
        if (node.id().matches(type + "_[a-z][a-zA-Z0-9]*")) {
            return Optional.empty();
        }
        Told told = GENERATED.matcher(node.id()).matches() ? MADE_UP : OTHER;
        return Optional.of(told.at(procedure.file(), node.xml(), node.id(), type + "_…"));
    }

    /** A gateway may change its kind while a procedure is drawn, and so may an event in between. */
    private static String type(NodeKind kind) {
        return kind.gateway()
                ? "gateway"
                : kind == NodeKind.CATCH_EVENT || kind == NodeKind.THROW_EVENT ? "event" : kind.element();
    }

    private static Optional<Finding> flow(Procedure procedure, Flow flow) {
        boolean joins = procedure.node(flow.source()).isPresent()
                && procedure.node(flow.target()).isPresent();
        String right = "flow_%s_%s".formatted(meaning(flow.source()), meaning(flow.target()));
        if (!joins || flow.id().equals(right)) {
            return Optional.empty();
        }
        Told told = GENERATED.matcher(flow.id()).matches() ? MADE_UP : OTHER;
        return Optional.of(told.at(procedure.file(), flow.xml(), flow.id(), right));
    }

    private static String meaning(String id) {
        return id.substring(id.indexOf('_') + 1);
    }
}
