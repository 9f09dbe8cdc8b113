package cymru.diogelu.modelcheck.lint;

import cymru.diogelu.modelcheck.Finding;
import cymru.diogelu.modelcheck.reading.Flow;
import cymru.diogelu.modelcheck.reading.Layout;
import cymru.diogelu.modelcheck.reading.Layout.Box;
import cymru.diogelu.modelcheck.reading.Layout.Point;
import cymru.diogelu.modelcheck.reading.Node;
import cymru.diogelu.modelcheck.reading.NodeKind;
import cymru.diogelu.modelcheck.reading.Procedure;
import cymru.diogelu.modelcheck.reading.Reach;
import cymru.diogelu.modelcheck.reading.XmlElement;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** The drawing shows the whole procedure and nothing else, and is read from left to right. */
final class Drawn implements Rule {

    private static final String ID = "layout";
    private static final Told NOT_DRAWN = Told.error(
            ID,
            "‘%s’ is not drawn, so nobody sees it; draw it or take it away.",
            "Nid yw ‘%s’ wedi'i lunio, felly nid oes neb yn ei weld; lluniwch ef neu dilëwch ef.");
    private static final Told NOT_THERE = Told.error(
            ID,
            "‘%s’ is drawn but is no part of the procedure; take it away.",
            "Mae ‘%s’ wedi'i lunio ond nid yw'n rhan o'r weithdrefn; dilëwch ef.");
    private static final Told OVERLAP = Told.warning(
            ID, "This lies over ‘%s’; move one of them.", "Mae hwn yn gorwedd dros ‘%s’; symudwch un ohonynt.");
    private static final Told APART = Told.warning(
            ID,
            "The arrow does not reach from ‘%s’ to ‘%s’; draw it anew.",
            "Nid yw'r saeth yn cyrraedd o ‘%s’ i ‘%s’; lluniwch hi eto.");
    private static final Told FROM_RIGHT = Told.warning(
            ID,
            "This flow enters ‘%s’ from the right; lead it in from the left, from above or from below.",
            "Mae'r llif hwn yn mynd i mewn i ‘%s’ o'r dde; arweiniwch ef i mewn o'r chwith, oddi uchod neu oddi isod.");
    private static final Told BACKWARDS = Told.warning(
            ID,
            "This flow leads back to ‘%s’, which does not come before; move that to the right.",
            "Mae'r llif hwn yn arwain yn ôl at ‘%s’, nad yw'n dod o'r blaen; symudwch hwnnw i'r dde.");
    private static final Told NO_LABEL = Told.warning(
            ID,
            "The name ‘%s’ has no place of its own and may be written over other things; move it once.",
            "Nid oes lle penodol i'r enw ‘%s’ a gall gael ei ysgrifennu dros bethau eraill; symudwch ef unwaith.");

    @Override
    public String id() {
        return ID;
    }

    @Override
    public Stream<Finding> check(Subject subject) {
        return subject.models().procedures().stream().flatMap(procedure -> {
            Layout layout = Layout.of(procedure);
            return Stream.of(
                            drawn(procedure, layout),
                            overlaps(procedure, layout),
                            procedure.flows().stream().flatMap(flow -> flow(procedure, layout, flow)),
                            labels(procedure, layout))
                    .flatMap(findings -> findings);
        });
    }

    private static Stream<Finding> drawn(Procedure procedure, Layout layout) {
        Stream<XmlElement> undrawn = Stream.concat(
                procedure.nodes().stream().map(Node::xml).filter(node -> layout.box(node.id())
                        .isEmpty()),
                procedure.flows().stream().map(Flow::xml).filter(flow -> layout.way(flow.id())
                        .isEmpty()));
        Set<String> known = new HashSet<>();
        procedure.process().all().map(XmlElement::id).forEach(known::add);
        Stream<Finding> missing = undrawn.map(element -> NOT_DRAWN.at(procedure.file(), element, element.id()));
        Stream<Finding> needless = layout.drawn().stream()
                .filter(shape -> !known.contains(shape.attribute("bpmnElement")))
                .map(shape -> NOT_THERE.at(procedure.file(), shape, shape.attribute("bpmnElement")));
        return Stream.concat(missing, needless);
    }

    private static Stream<Finding> overlaps(Procedure procedure, Layout layout) {
        List<Node> nodes = procedure.nodes();
        return nodes.stream().flatMap(node -> nodes.subList(0, nodes.indexOf(node)).stream()
                .filter(other -> !attached(node, other) && !attached(other, node))
                .filter(other -> both(layout, node, other))
                .map(other -> OVERLAP.at(procedure.file(), node.xml(), other.id())));
    }

    private static boolean attached(Node event, Node host) {
        return event.xml().attribute("attachedToRef").equals(host.id());
    }

    private static boolean both(Layout layout, Node node, Node other) {
        Optional<Box> box = layout.box(node.id());
        return box.flatMap(here -> layout.box(other.id()).filter(here::meets)).isPresent();
    }

    private static Stream<Finding> flow(Procedure procedure, Layout layout, Flow flow) {
        Optional<Box> source = layout.box(flow.source());
        Optional<Box> target = layout.box(flow.target());
        Optional<List<Point>> way = layout.way(flow.id());
        if (source.isEmpty() || target.isEmpty() || way.isEmpty()) {
            return Stream.empty();
        }
        String file = procedure.file();
        boolean back = target.get().right() < source.get().x() && !comesBefore(procedure, flow);
        return Stream.of(
                        apart(way.get(), source.get(), target.get())
                                ? APART.at(file, flow.xml(), flow.source(), flow.target())
                                : null,
                        fromRight(way.get(), target.get()) ? FROM_RIGHT.at(file, flow.xml(), flow.target()) : null,
                        back ? BACKWARDS.at(file, flow.xml(), flow.target()) : null)
                .flatMap(Stream::ofNullable);
    }

    private static boolean apart(List<Point> way, Box source, Box target) {
        return !source.touches(way.get(0)) || !target.touches(way.get(way.size() - 1));
    }

    private static boolean fromRight(List<Point> way, Box target) {
        Point end = way.get(way.size() - 1);
        Point before = way.get(way.size() - 2);
        return before.x() > end.x() && before.y() == end.y() && end.x() > target.x() + target.width() / 2;
    }

    /** Whether a flow closes a loop: its source can be reached from its target. */
    private static boolean comesBefore(Procedure procedure, Flow flow) {
        return procedure
                .node(flow.target())
                .filter(target -> Reach.from(target).contains(flow.source()))
                .isPresent();
    }

    /** Tasks and calls bear their names inside. */
    private static Stream<Finding> labels(Procedure procedure, Layout layout) {
        Stream<XmlElement> beside = Stream.concat(
                procedure.nodes().stream()
                        .filter(node -> !node.kind().task() && node.kind() != NodeKind.CALL_ACTIVITY)
                        .map(Node::xml)
                        .filter(node -> layout.box(node.id()).isPresent()),
                procedure.flows().stream().map(Flow::xml).filter(flow -> layout.way(flow.id())
                        .isPresent()));
        return beside.filter(element -> !element.attribute("name").isBlank() && !layout.labelled(element.id()))
                .map(element -> NO_LABEL.at(procedure.file(), element, element.attribute("name")));
    }
}
