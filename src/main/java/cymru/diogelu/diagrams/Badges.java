package cymru.diogelu.diagrams;

import cymru.diogelu.diagrams.StepMark.State;

/** Small signs and words that say without colour what a case did at an element. */
final class Badges {

    private static final double SIZE = 13;
    private static final double COUNT = 11;
    private static final double WIDEST = 240;

    private final Svg svg;

    Badges(Svg svg) {
        this.svg = svg;
    }

    /** The words of a badge above the left end of a shape and of its name, or below what sits on a border. */
    void words(String words, Shape shape, State state) {
        String line = Lettering.oneLine(words, SIZE, WIDEST);
        Bounds at = shape.bounds();
        double width = Lettering.boldWidth(line, SIZE) + 12;
        Bounds room = new Bounds(at.x() - 4, shape.onBorder() ? at.bottom() + 6 : at.y() - 31, width, 20);
        Bounds name = shape.name().isBlank() ? null : shape.label();
        if (name != null && name.meets(room)) {
            room = new Bounds(room.x(), shape.onBorder() ? name.bottom() + 2 : name.y() - 22, width, 20);
        }
        svg.rectangle(room, 0, Look.filled(Palette.of(state).line()));
        svg.text(line, room.middle().x(), room.y() + 14.5, SIZE, Palette.PAPER, true, false);
    }

    /** A tick at what was walked, a cross at what was interrupted. */
    void tick(Bounds shape, State state) {
        Point at = new Point(shape.right() - 13, shape.y() - 1);
        svg.circle(at, 9, Look.filled(Palette.of(state).line()));
        svg.sign(state == State.WALKED ? Sign.TICK : Sign.CROSS, at, 0.7, Look.line(Palette.PAPER, 3));
    }

    /** How much room a count takes about its middle. */
    static Bounds room(String count, Point middle) {
        return Bounds.around(middle, Lettering.boldWidth(count, COUNT) + 10, 16);
    }

    void count(String count, Point middle, String colour) {
        Bounds at = room(count, middle);
        svg.rectangle(at, 8, new Look(Palette.PAPER, colour, 1.5, null));
        svg.text(count, middle.x(), at.y() + 12, COUNT, colour, true, false);
    }
}
