package cymru.diogelu.diagrams;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Writes names: within their shape, or beside it on a ground that keeps them readable where a line runs beneath. */
final class Labels {

    private static final double WITHIN = 12;
    private static final double BESIDE = 11;
    private static final double USUAL_WIDTH = 90;
    // A name beside its shape may grow below the room that its model gave it, but not over half the picture.
    private static final double TALLEST = 66;

    private final Svg svg;

    Labels(Svg svg) {
        this.svg = svg;
    }

    /** A name in the middle of its room. */
    void within(String name, Bounds room, boolean underlined) {
        if (!name.isEmpty()) {
            Lettering.Block block = Lettering.fitted(name, WITHIN, room.width(), room.height());
            write(block, room.middle().x(), room.middle().y() - block.height() / 2, underlined);
        }
    }

    /** A name at the upper edge of its room. */
    void atTop(String name, Bounds room) {
        if (!name.isEmpty()) {
            write(
                    Lettering.fitted(name, WITHIN, room.width(), room.height()),
                    room.middle().x(),
                    room.y(),
                    false);
        }
    }

    /** A name beside its shape, where the model puts it or else below; one that grows does so away from its shape. */
    void beside(String name, @Nullable Bounds label, Bounds shape, boolean underlined) {
        if (!name.isEmpty()) {
            Bounds room = label != null
                    ? label
                    : new Bounds(shape.middle().x() - USUAL_WIDTH / 2, shape.bottom() + 4, USUAL_WIDTH, 0);
            // Two pixels more than the model measured, as its editor's font may be a little narrower.
            Lettering.Block block = Lettering.fitted(name, BESIDE, room.width() + 4, Math.max(TALLEST, room.height()));
            double width = block.lines().stream()
                    .mapToDouble(line -> Lettering.width(line, block.size()))
                    .max()
                    .orElse(0);
            double excess = Math.max(0, block.height() - room.height());
            double top = room.bottom() <= shape.y() + 2 ? room.y() - excess : room.y();
            Bounds ground = new Bounds(room.middle().x() - width / 2 - 1, top, width + 2, block.height());
            svg.rectangle(ground, 0, Look.filled(Palette.PAPER));
            write(block, room.middle().x(), top, underlined);
        }
    }

    private void write(Lettering.Block block, double x, double top, boolean underlined) {
        List<String> lines = block.lines();
        for (int i = 0; i < lines.size(); i++) {
            double y = top + (i * Lettering.LINE + 0.95) * block.size();
            svg.text(lines.get(i), x, y, block.size(), Palette.INK, false, underlined);
        }
    }
}
