package cymru.diogelu.modelcheck.reading;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Where the elements of a procedure are drawn. A place that is no number counts as none. */
public final class Layout {

    private final Map<String, Box> boxes = new LinkedHashMap<>();
    private final Map<String, List<Point>> ways = new LinkedHashMap<>();
    private final Set<String> labelled = new LinkedHashSet<>();
    private final List<XmlElement> drawn = new ArrayList<>();

    /** The place of a node. */
    public record Box(double x, double y, double width, double height) {

        public double right() {
            return x + width;
        }

        public double bottom() {
            return y + height;
        }

        public boolean meets(Box other) {
            return x < other.right() && other.x < right() && y < other.bottom() && other.y < bottom();
        }

        /** Whether a point lies on this node or as good as on its border. */
        public boolean touches(Point point) {
            return x - NEAR <= point.x
                    && point.x <= right() + NEAR
                    && y - NEAR <= point.y
                    && point.y <= bottom() + NEAR;
        }

        private static final double NEAR = 2;
    }

    /** A bend or an end of a flow. */
    public record Point(double x, double y) {}

    private Layout() {}

    public static Layout of(Procedure procedure) {
        Layout layout = new Layout();
        procedure.root().children(Bpmn.DIAGRAM, "BPMNDiagram").limit(1).forEach(diagram -> {
            diagram.all(Bpmn.DIAGRAM, "BPMNShape").forEach(layout::place);
            diagram.all(Bpmn.DIAGRAM, "BPMNEdge").forEach(layout::connect);
        });
        return layout;
    }

    private void place(XmlElement shape) {
        drawn.add(shape);
        label(shape);
        box(shape).ifPresent(box -> boxes.putIfAbsent(shape.attribute("bpmnElement"), box));
    }

    private void connect(XmlElement edge) {
        drawn.add(edge);
        label(edge);
        List<Point> way = edge.children(Bpmn.WAYS, "waypoint")
                .flatMap(point -> point(point).stream())
                .toList();
        if (way.size() > 1) {
            ways.putIfAbsent(edge.attribute("bpmnElement"), way);
        }
    }

    private void label(XmlElement element) {
        element.child(Bpmn.DIAGRAM, "BPMNLabel")
                .flatMap(Layout::box)
                .ifPresent(box -> labelled.add(element.attribute("bpmnElement")));
    }

    private static Optional<Box> box(XmlElement holder) {
        return holder.child(Bpmn.DRAWN, "Bounds").flatMap(bounds -> point(bounds)
                .flatMap(corner -> number(bounds, "width").flatMap(width -> number(bounds, "height")
                        .map(height -> new Box(corner.x(), corner.y(), width, height)))));
    }

    private static Optional<Point> point(XmlElement element) {
        return number(element, "x").flatMap(x -> number(element, "y").map(y -> new Point(x, y)));
    }

    private static Optional<Double> number(XmlElement element, String attribute) {
        String text = element.attribute(attribute);
        return text.matches("-?\\d{1,6}(\\.\\d{1,10})?") ? Optional.of(Double.valueOf(text)) : Optional.empty();
    }

    public Optional<Box> box(String node) {
        return Optional.ofNullable(boxes.get(node));
    }

    /** From its source to its target; at least two points. */
    public Optional<List<Point>> way(String flow) {
        return Optional.ofNullable(ways.get(flow));
    }

    /** Whether the name of an element that is written beside it has a place. */
    public boolean labelled(String element) {
        return labelled.contains(element);
    }

    /** Every shape and edge of the diagram. */
    public List<XmlElement> drawn() {
        return drawn;
    }
}
