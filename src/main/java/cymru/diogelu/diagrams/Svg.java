package cymru.diogelu.diagrams;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The text of an SVG while it grows; knows how far the picture reaches. Has no script, style or outer reference. */
final class Svg {

    private static final double MARGIN = 16;

    private final Caption caption;
    private final boolean links;
    private final StringBuilder body = new StringBuilder();
    private @Nullable Bounds reach;

    Svg(Caption caption, boolean links) {
        this.caption = caption;
        this.links = links;
    }

    /** Begins what belongs to one element: its id, what it is called and where it leads. */
    void open(String id, String title, @Nullable String link) {
        if (link != null) {
            tag("a", "href", link);
        }
        // What can be followed is read part by part; a picture without links is one image with one description.
        String role = links && !title.isEmpty() ? "img" : null;
        tag("g", "id", caption.prefix() + "-" + id, "role", role);
        if (!title.isEmpty()) {
            body.append("<title>").append(escaped(title)).append("</title>");
        }
    }

    /** Begins what is only seen, as a title says it already. */
    void openUnheard() {
        tag("g", "aria-hidden", "true");
    }

    void close(@Nullable String link) {
        body.append(link == null ? "</g>\n" : "</g></a>\n");
    }

    void rectangle(Bounds at, double round, Look look) {
        reachTo(at, look);
        shape(
                "rect",
                look,
                "x",
                at.x(),
                "y",
                at.y(),
                "width",
                at.width(),
                "height",
                at.height(),
                "rx",
                round == 0 ? null : round);
    }

    void circle(Point middle, double radius, Look look) {
        reachTo(Bounds.around(middle, 2 * radius, 2 * radius), look);
        shape("circle", look, "cx", middle.x(), "cy", middle.y(), "r", radius);
    }

    void polyline(List<Point> points, Look look) {
        corners("polyline", points, look);
    }

    void polygon(List<Point> points, Look look) {
        corners("polygon", points, look);
    }

    private void corners(String tag, List<Point> points, Look look) {
        points.forEach(point -> reachTo(Bounds.around(point, 0, 0), look));
        String listed = points.stream()
                .map(point -> number(point.x()) + "," + number(point.y()))
                .collect(Collectors.joining(" "));
        shape(tag, look, "points", listed, "stroke-linejoin", "round");
    }

    /** A sign of 20 by 20 about its middle, drawn at a scale. */
    void sign(Sign sign, Point middle, double scale, Look look) {
        reachTo(Bounds.around(middle, 20 * scale, 20 * scale), look);
        String place = "translate(%s %s) scale(%s)".formatted(number(middle.x()), number(middle.y()), number(scale));
        shape("path", look, "d", sign.path(), "transform", place, "stroke-linejoin", "round");
    }

    /** A line of text about x, whose letters stand on y. */
    void text(String text, double x, double y, double size, String colour, boolean bold, boolean underlined) {
        double width = bold ? Lettering.boldWidth(text, size) : Lettering.width(text, size);
        reachTo(new Bounds(x - width / 2, y - size, width, size * Lettering.LINE), Look.filled(colour));
        start("text", "x", x, "y", y, "font-size", size, "textLength", width, "lengthAdjust", "spacingAndGlyphs");
        attributes("text-anchor", "middle", "fill", colour, "font-weight", bold ? "bold" : null);
        attributes("text-decoration", underlined ? "underline" : null);
        body.append('>').append(escaped(text)).append("</text>");
    }

    String finished() {
        Bounds all = reach == null ? new Bounds(0, 0, 1, 1) : reach;
        Bounds view =
                all.shrunk(0).with(Bounds.around(all.middle(), all.width() + 2 * MARGIN, all.height() + 2 * MARGIN));
        return head(view) + body + "</svg>\n";
    }

    private String head(Bounds view) {
        Svg head = new Svg(caption, links);
        String language = caption.language().locale().getLanguage();
        String title = caption.prefix() + ".title";
        String description = caption.prefix() + ".description";
        head.start("svg", "xmlns", "http://www.w3.org/2000/svg", "lang", language, "xml:lang", language);
        head.attributes("role", links ? "group" : "img", "aria-labelledby", title, "aria-describedby", description);
        head.attributes("width", view.width(), "height", view.height());
        head.attributes(
                "viewBox",
                "%s %s %s %s"
                        .formatted(number(view.x()), number(view.y()), number(view.width()), number(view.height())));
        head.attributes("font-family", "Arial, Helvetica, sans-serif");
        head.body.append(">\n");
        head.words("title", title, caption.title());
        head.words("desc", description, caption.description());
        head.rectangle(view, 0, Look.filled(Palette.PAPER));
        return head.body.append('\n').toString();
    }

    private void words(String tag, String id, String words) {
        tag(tag, "id", id);
        body.append(escaped(words)).append("</").append(tag).append(">\n");
    }

    private void shape(String tag, Look look, @Nullable Object... attributes) {
        start(tag, attributes);
        boolean line = look.width() > 0;
        attributes("fill", look.fill(), "stroke", line ? look.stroke() : null);
        attributes("stroke-width", line ? look.width() : null, "stroke-dasharray", look.dash());
        body.append("/>");
    }

    private void tag(String tag, @Nullable Object... attributes) {
        start(tag, attributes);
        body.append('>');
    }

    private void start(String tag, @Nullable Object... attributes) {
        body.append('<').append(tag);
        attributes(attributes);
    }

    private void attributes(@Nullable Object... attributes) {
        for (int i = 0; i < attributes.length; i += 2) {
            Object value = attributes[i + 1];
            if (value != null) {
                String written = value instanceof Double number ? number(number) : escaped(value.toString());
                body.append(' ')
                        .append(attributes[i])
                        .append("=\"")
                        .append(written)
                        .append('"');
            }
        }
    }

    private void reachTo(Bounds drawn, Look look) {
        Bounds line = drawn.shrunk(0)
                .with(Bounds.around(drawn.middle(), drawn.width() + look.width(), drawn.height() + look.width()));
        reach = reach == null ? line : reach.with(line);
    }

    private static String number(double value) {
        return BigDecimal.valueOf(value)
                .setScale(2, RoundingMode.HALF_UP)
                .stripTrailingZeros()
                .toPlainString();
    }

    private static String escaped(String text) {
        return Lettering.clean(text)
                .replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
    }
}
