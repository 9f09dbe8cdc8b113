package cymru.diogelu.diagrams;

import cymru.diogelu.diagrams.StepMark.State;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Draws what has a place: the form by its kind, then its name, then what a case did there. */
final class ShapeDrawing {

    private static final double PAD = 6;
    private static final double SIGN_ROW = 20;

    private final Svg svg;
    private final Labels labels;
    private final Badges badges;
    private final NodeForms forms;
    private final Marks marks;
    private final List<Bounds> onBorders;

    ShapeDrawing(Svg svg, Marks marks, List<Shape> shapes) {
        this.svg = svg;
        this.labels = new Labels(svg);
        this.badges = new Badges(svg);
        this.forms = new NodeForms(svg);
        this.marks = marks;
        this.onBorders =
                shapes.stream().filter(Shape::onBorder).map(Shape::bounds).toList();
    }

    void draw(Shape shape) {
        StepMark mark = marks.steps().getOrDefault(shape.id(), new StepMark(State.AHEAD, 0, null, null));
        String link = marks.links().get(shape.id());
        String name = Lettering.clean(shape.name());
        svg.open(shape.id(), title(name, mark), link);
        forms.draw(shape, look(mark.state()));
        name(shape, name, link != null);
        svg.close(link);
    }

    void badge(Shape shape) {
        StepMark mark = marks.steps().get(shape.id());
        if (mark != null) {
            badge(shape, mark);
        }
    }

    private static String title(String name, StepMark mark) {
        return Stream.of(name, text(mark.badge()), text(mark.note()))
                .filter(said -> !said.isEmpty())
                .collect(Collectors.joining(", "));
    }

    private static String text(@Nullable String words) {
        return words == null ? "" : Lettering.clean(words);
    }

    static Look look(State state) {
        Palette.Pair colours = Palette.of(state);
        Look look = new Look(colours.ground(), colours.line(), 3, null);
        return switch (state) {
            case AHEAD -> look.wide(1.5);
            case WALKED -> look;
            case OPEN -> look.wide(6).dashed("14 5");
            case OVERDUE -> look.wide(6).dashed("4 4");
            case INTERRUPTED -> look.dashed("8 3 2 3");
            case ADDED -> look.wide(5);
            case REMOVED -> look.wide(5).dashed("5 4");
            case CHANGED -> look.wide(5).dashed("14 5");
            case MOVED -> look.wide(4).dashed("2 4");
        };
    }

    private void name(Shape shape, String name, boolean linked) {
        Bounds at = shape.bounds();
        if (shape.surrounds()) {
            labels.atTop(name, at.shrunk(PAD));
        } else if (shape.isEvent() || shape.isGateway() || shape.isData()) {
            labels.beside(name, shape.label(), at, linked);
        } else {
            labels.within(name, room(shape, name), linked);
        }
    }

    // A name stays clear of the signs at the upper and lower edge, and of events on the border, where it would meet
    // them.
    private Bounds room(Shape shape, String name) {
        double sides = PAD;
        double above = Sign.ofTask(shape.type()) == null ? PAD : SIGN_ROW;
        double below = NodeForms.hasLowerSign(shape) ? SIGN_ROW : PAD;
        Bounds at = shape.bounds();
        for (Bounds event : onBorders) {
            if (event.meets(at) && Math.abs(event.middle().y() - at.bottom()) < 2) {
                below = Math.max(below, at.bottom() - event.y() + 1);
            } else if (event.meets(at)
                    && Math.abs(event.middle().x() - at.middle().x()) > at.width() / 2 - 2) {
                sides = Math.max(sides, event.width() / 2 + 3);
            }
        }
        Bounds whole =
                new Bounds(at.x() + sides, at.y() + PAD, Math.max(1, at.width() - 2 * sides), at.height() - 2 * PAD);
        double height =
                Lettering.fitted(name, 12, whole.width(), whole.height()).height();
        return height <= at.height() - 2 * Math.max(above, below)
                ? whole
                : new Bounds(whole.x(), at.y() + above, whole.width(), Math.max(0, at.height() - above - below));
    }

    private void badge(Shape shape, StepMark mark) {
        if (shape.isActivity() && List.of(State.WALKED, State.INTERRUPTED).contains(mark.state())) {
            badges.tick(shape.bounds(), mark.state());
        }
        String count = marks.count(mark.visits());
        if (count != null) {
            badges.count(count, corner(shape, count), Palette.of(mark.state()).line());
        }
        String words = (Palette.sign(mark.state()) + " " + text(mark.badge())).strip();
        if (!words.isEmpty()) {
            badges.words(words, shape, mark.state());
        }
    }

    // Beside the tick of an activity; at the corner of an event or gateway where its name is not.
    private static Point corner(Shape shape, String count) {
        Bounds at = shape.bounds();
        Point middle = at.middle();
        double half = Badges.room(count, middle).width() / 2;
        if (shape.isActivity()) {
            return new Point(at.right() - 26 - half, at.y() - 1);
        }
        Point usual = new Point(at.right(), at.y() - 1);
        Bounds name = shape.name().isBlank() ? null : shape.label();
        return Stream.of(usual, new Point(at.x(), at.y() - 1), new Point(at.right(), at.bottom() + 1))
                .filter(corner -> name == null || !Badges.room(count, corner).meets(name))
                .findFirst()
                .orElse(usual);
    }
}
