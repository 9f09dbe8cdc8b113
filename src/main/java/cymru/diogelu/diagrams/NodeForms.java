package cymru.diogelu.diagrams;

import cymru.diogelu.diagrams.Shape.Trait;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The form of each kind of element as BPMN 2.0 draws it. */
final class NodeForms {

    private static final double THICK = 5;
    private static final double LOWER = 10;
    private static final Set<String> THROWN = Set.of("endEvent", "intermediateThrowEvent");

    private final Svg svg;

    NodeForms(Svg svg) {
        this.svg = svg;
    }

    void draw(Shape shape, Look look) {
        if (shape.isEvent()) {
            event(shape, look);
        } else if (shape.isGateway()) {
            gateway(shape, look);
        } else if (shape.isActivity()) {
            activity(shape, look);
        } else {
            artifact(shape, look);
        }
    }

    private void event(Shape shape, Look look) {
        Point middle = shape.bounds().middle();
        double radius = Math.min(shape.bounds().width(), shape.bounds().height()) / 2;
        boolean ends = shape.type().equals("endEvent");
        Look ring = ends ? look.wide(look.width() + 2.5) : look;
        // A dashed ring goes on without ending what it sits on; that is said before how the case stands there.
        Look line = shape.is(Trait.NON_INTERRUPTING) ? ring.dashed("5 3") : ring;
        svg.circle(middle, radius, line);
        if (!ends && !shape.type().equals("startEvent")) {
            svg.circle(middle, radius * 0.8, line.unfilled().wide(Math.min(1.5, line.width())));
        }
        Sign sign = Sign.ofEvent(shape.event());
        if (sign != null) {
            svg.sign(sign, middle, radius / 18, sign(sign, look, THROWN.contains(shape.type())));
        }
    }

    private static Look sign(Sign sign, Look look, boolean filled) {
        if (!filled) {
            return Look.line(look.stroke(), 1.4);
        }
        // A full envelope shows its flap by a light line.
        String line = sign == Sign.MESSAGE ? look.fill() : look.stroke();
        return new Look(look.stroke(), line, 1.4, null);
    }

    private void gateway(Shape shape, Look look) {
        Bounds at = shape.bounds();
        Point middle = at.middle();
        svg.polygon(
                List.of(
                        new Point(middle.x(), at.y()),
                        new Point(at.right(), middle.y()),
                        new Point(middle.x(), at.bottom()),
                        new Point(at.x(), middle.y())),
                look);
        double scale = Math.min(at.width(), at.height()) / 50;
        switch (shape.type()) {
            case "exclusiveGateway" -> {
                if (!shape.is(Trait.UNMARKED)) {
                    svg.sign(Sign.CROSS, middle, scale, Look.line(look.stroke(), 3.5));
                }
            }
            case "parallelGateway" -> svg.sign(Sign.PLUS, middle, scale * 1.2, Look.line(look.stroke(), 3));
            case "inclusiveGateway" -> svg.circle(middle, scale * 11, Look.line(look.stroke(), 3));
            case "eventBasedGateway" -> eventBased(middle, scale, Look.line(look.stroke(), 1.4));
            default -> svg.sign(Sign.STAR, middle, scale * 1.2, Look.line(look.stroke(), 3));
        }
    }

    private void eventBased(Point middle, double scale, Look line) {
        svg.circle(middle, scale * 14, line);
        svg.circle(middle, scale * 11.5, line);
        svg.sign(Sign.MULTIPLE, middle, scale * 0.75, line);
    }

    private void activity(Shape shape, Look look) {
        Bounds at = shape.bounds();
        Look border = shape.type().equals("callActivity") ? look.wide(Math.max(THICK, look.width())) : look;
        svg.rectangle(at, 10, shape.is(Trait.EVENT_SUB_PROCESS) ? border.dashed("2 3") : border);
        if (shape.type().equals("transaction")) {
            svg.rectangle(at.shrunk(4), 7, look.unfilled().wide(1.5));
        }
        Sign sign = Sign.ofTask(shape.type());
        if (sign != null) {
            Look filled = sign(sign, look, shape.type().equals("sendTask"));
            svg.sign(sign, new Point(at.x() + 13, at.y() + 13), 0.8, filled);
        }
        lowerSigns(shape, look);
    }

    static boolean hasLowerSign(Shape shape) {
        return collapsed(shape) || Sign.ofRepetition(shape.repetition()) != null;
    }

    private static boolean collapsed(Shape shape) {
        return shape.type().equals("callActivity") || (shape.isSubProcess() && !shape.is(Trait.EXPANDED));
    }

    private void lowerSigns(Shape shape, Look look) {
        List<Sign> signs = new ArrayList<>();
        @Nullable Sign repetition = Sign.ofRepetition(shape.repetition());
        if (repetition != null) {
            signs.add(repetition);
        }
        if (collapsed(shape)) {
            signs.add(Sign.COLLAPSED);
        }
        double x = shape.bounds().middle().x() - 9 * (signs.size() - 1);
        for (Sign sign : signs) {
            svg.sign(sign, new Point(x, shape.bounds().bottom() - LOWER), 0.7, Look.line(look.stroke(), 2));
            x += 18;
        }
    }

    private void artifact(Shape shape, Look look) {
        Bounds at = shape.bounds();
        switch (shape.type()) {
            case "textAnnotation" -> {
                svg.rectangle(at, 0, Look.filled(look.fill()));
                svg.polyline(bracket(at), look.unfilled());
            }
            case "group" -> svg.rectangle(at, 10, look.unfilled().dashed("8 3 2 3"));
            case "dataObjectReference", "dataObject", "dataInput", "dataOutput" -> page(at, look);
            default -> svg.rectangle(at, 0, look);
        }
    }

    private static List<Point> bracket(Bounds at) {
        double arm = Math.min(10, at.width());
        return List.of(
                new Point(at.x() + arm, at.y()),
                new Point(at.x(), at.y()),
                new Point(at.x(), at.bottom()),
                new Point(at.x() + arm, at.bottom()));
    }

    private void page(Bounds at, Look look) {
        double fold = Math.min(at.width(), at.height()) * 0.3;
        Point upper = new Point(at.right() - fold, at.y());
        Point lower = new Point(at.right(), at.y() + fold);
        Point corner = new Point(at.right() - fold, at.y() + fold);
        Point end = new Point(at.right(), at.bottom());
        svg.polygon(List.of(new Point(at.x(), at.y()), upper, lower, end, new Point(at.x(), at.bottom())), look);
        svg.polyline(List.of(upper, corner, lower), look.unfilled());
    }
}
