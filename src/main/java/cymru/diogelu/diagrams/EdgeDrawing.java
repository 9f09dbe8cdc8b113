package cymru.diogelu.diagrams;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Draws lines between elements, and how often a case took them. */
final class EdgeDrawing {

    private static final double[] PLACES = {0.5, 0.6, 0.4, 0.7, 0.3, 0.8, 0.2, 0.9, 0.1};

    private final Svg svg;
    private final Labels labels;
    private final Badges badges;
    private final Marks marks;
    private final List<Bounds> inTheWay = new ArrayList<>();
    private final List<Edge> edges;

    EdgeDrawing(Svg svg, Marks marks, List<Shape> shapes, List<Edge> edges) {
        this.svg = svg;
        this.labels = new Labels(svg);
        this.badges = new Badges(svg);
        this.marks = marks;
        this.edges = edges;
        shapes.stream().filter(shape -> !shape.surrounds()).map(Shape::bounds).forEach(inTheWay::add);
        Stream.concat(
                        shapes.stream().filter(shape -> !shape.name().isBlank()).map(Shape::label),
                        edges.stream().filter(edge -> !edge.name().isBlank()).map(Edge::label))
                .filter(Objects::nonNull)
                .forEach(inTheWay::add);
    }

    double width(Edge edge) {
        return look(edge, marks.flows().get(edge.id())).width();
    }

    void draw(Edge edge) {
        FlowMark mark = marks.flows().get(edge.id());
        svg.open(edge.id(), title(Lettering.clean(edge.name()), mark), null);
        line(edge, look(edge, mark));
        svg.close(null);
    }

    void name(Edge edge) {
        labels.beside(Lettering.clean(edge.name()), edge.label(), Bounds.around(along(edge, 0.5), 0, 0), false);
    }

    void count(Edge edge) {
        FlowMark mark = marks.flows().get(edge.id());
        if (mark == null) {
            return;
        }
        StepMark.State change = mark.change();
        String count = change == null ? marks.count(mark.times()) : Palette.sign(change) + " " + mark.badge();
        if (count != null) {
            StepMark.State state = change == null ? StepMark.State.WALKED : change;
            badges.count(count, place(edge, count), Palette.of(state).line());
        }
    }

    private static String title(String name, @Nullable FlowMark mark) {
        String note = mark == null || mark.note() == null ? "" : Lettering.clean(mark.note());
        return Stream.of(name, note).filter(said -> !said.isEmpty()).collect(Collectors.joining(", "));
    }

    private static Look look(Edge edge, @Nullable FlowMark mark) {
        if (!edge.sequence()) {
            return Look.line(Palette.INK, 1.5).dashed(edge.type().equals("messageFlow") ? "10 5" : "1 4");
        }
        if (mark != null && mark.change() != null) {
            Look look = ShapeDrawing.look(mark.change());
            return Look.line(look.stroke(), 4).dashed(look.dash());
        }
        if (mark != null && mark.weight() != null) {
            return Look.line(Palette.shade(mark.weight()), 1.5 + 6 * mark.weight());
        }
        return mark == null || mark.times() == 0 ? Look.line(Palette.INK, 1.5) : Look.line(Palette.WALKED, 3);
    }

    private void line(Edge edge, Look look) {
        if (edge.type().equals("association")) {
            svg.polyline(edge.way(), look);
            return;
        }
        int last = edge.way().size() - 1;
        Point tip = edge.way().get(last);
        Point before = edge.way().get(last - 1);
        double head = 7 + 2 * look.width();
        double reach = tip.distance(before);
        // The line ends within its head, so that a wide one does not stand out beside the tip.
        List<Point> way = new ArrayList<>(edge.way());
        way.set(last, tip.towards(before, Math.min(1, head / 2 / reach)));
        svg.polyline(way, look);
        svg.polygon(arrow(tip, before, head), Look.filled(look.stroke()));
        start(edge, look);
    }

    private static List<Point> arrow(Point tip, Point before, double length) {
        double reach = tip.distance(before);
        double dx = (before.x() - tip.x()) / reach * length;
        double dy = (before.y() - tip.y()) / reach * length;
        Point foot = new Point(tip.x() + dx, tip.y() + dy);
        return List.of(
                tip,
                new Point(foot.x() - dy * 0.45, foot.y() + dx * 0.45),
                new Point(foot.x() + dy * 0.45, foot.y() - dx * 0.45));
    }

    private void start(Edge edge, Look look) {
        Point first = edge.way().get(0);
        Point second = edge.way().get(1);
        double reach = first.distance(second);
        double dx = (second.x() - first.x()) / reach;
        double dy = (second.y() - first.y()) / reach;
        if (edge.start() == Edge.Start.DEFAULT) {
            Point at = new Point(first.x() + 9 * dx, first.y() + 9 * dy);
            Point from = new Point(at.x() - 3 * dx + 6 * dy, at.y() - 3 * dy - 6 * dx);
            Point to = new Point(at.x() + 3 * dx - 6 * dy, at.y() + 3 * dy + 6 * dx);
            svg.polyline(List.of(from, to), Look.line(look.stroke(), Math.max(1.5, look.width() / 1.5)));
        }
        if (edge.start() == Edge.Start.CONDITION) {
            Point half = new Point(first.x() + 8 * dx, first.y() + 8 * dy);
            svg.polygon(
                    List.of(
                            first,
                            new Point(half.x() + 5 * dy, half.y() - 5 * dx),
                            new Point(first.x() + 16 * dx, first.y() + 16 * dy),
                            new Point(half.x() - 5 * dy, half.y() + 5 * dx)),
                    new Look(Palette.PAPER, look.stroke(), 1.5, null));
        }
    }

    // A count stands where its flow runs alone and hides nothing; else where it hides no element; else in the middle.
    private Point place(Edge edge, String count) {
        List<Point> clear = Arrays.stream(PLACES)
                .mapToObj(place -> along(edge, place))
                .filter(place -> inTheWay.stream().noneMatch(Badges.room(count, place)::meets))
                .toList();
        return clear.stream()
                .filter(place -> edges.stream().noneMatch(other -> other != edge && runsBy(other, place)))
                .findFirst()
                .orElse(clear.isEmpty() ? along(edge, PLACES[0]) : clear.get(0));
    }

    private static boolean runsBy(Edge edge, Point place) {
        Bounds near = Bounds.around(place, 12, 12);
        for (int i = 1; i < edge.way().size(); i++) {
            Bounds from = Bounds.around(edge.way().get(i - 1), 1, 1);
            if (near.meets(from.with(Bounds.around(edge.way().get(i), 1, 1)))) {
                return true;
            }
        }
        return false;
    }

    private static Point along(Edge edge, double share) {
        double left = edge.length() * share;
        for (int i = 1; i < edge.way().size(); i++) {
            Point from = edge.way().get(i - 1);
            Point to = edge.way().get(i);
            double step = from.distance(to);
            if (left <= step && step > 0) {
                return from.towards(to, left / step);
            }
            left -= step;
        }
        return edge.way().get(edge.way().size() - 1);
    }
}
