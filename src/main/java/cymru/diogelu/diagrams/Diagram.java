package cymru.diogelu.diagrams;

import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * A model as it is laid out in its file, ready to be drawn. An element without a place in the file is left out; only the
 * first diagram of a file is drawn.
 */
public final class Diagram {

    private final String name;
    private final List<Shape> shapes;
    private final List<Edge> edges;

    private Diagram(String name, List<Shape> shapes, List<Edge> edges) {
        this.name = name;
        this.shapes = shapes;
        this.edges = edges;
    }

    /**
     * @param bpmn BPMN 2.0 whose names are in the language of the picture
     * @throws NotBpmn when the bytes are no BPMN
     */
    public static Diagram read(byte[] bpmn) {
        DiagramReader reader = new DiagramReader(bpmn);
        return new Diagram(reader.name(), reader.shapes(), reader.edges());
    }

    /** What its first procedure is called; its id where it has no name. */
    public String name() {
        return name;
    }

    /** The ids of the elements and flows that the picture shows. */
    public Set<String> shown() {
        Set<String> shown = new LinkedHashSet<>();
        shapes.forEach(shape -> shown.add(shape.id()));
        edges.forEach(edge -> shown.add(edge.id()));
        return shown;
    }

    /** The picture, as an SVG element that stands in a page or, as UTF-8, as a file; the same input gives the same text. */
    public String svg(Caption caption, Marks marks) {
        Svg svg = new Svg(caption, !marks.links().isEmpty());
        ShapeDrawing shapeDrawing = new ShapeDrawing(svg, marks, shapes);
        EdgeDrawing edgeDrawing = new EdgeDrawing(svg, marks, shapes, edges);
        // What lies beneath comes first: what surrounds, the flows, what they join, what sits on a border.
        shapes.stream().filter(Shape::surrounds).forEach(shapeDrawing::draw);
        // Where flows run together, the one that was taken stays in sight.
        edges.stream().sorted(Comparator.comparingDouble(edgeDrawing::width)).forEach(edgeDrawing::draw);
        // Heard with their elements already.
        svg.openUnheard();
        edges.forEach(edgeDrawing::name);
        svg.close(null);
        shapes.stream().filter(shape -> !shape.surrounds() && !shape.onBorder()).forEach(shapeDrawing::draw);
        shapes.stream().filter(Shape::onBorder).forEach(shapeDrawing::draw);
        svg.openUnheard();
        edges.forEach(edgeDrawing::count);
        shapes.forEach(shapeDrawing::badge);
        svg.close(null);
        return svg.finished();
    }
}
