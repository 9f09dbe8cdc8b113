package cymru.diogelu.diagrams;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;

/** Reads where a model's elements are drawn, and what decides their look. */
final class DiagramReader {

    private static final String BPMN = "http://www.omg.org/spec/BPMN/20100524/MODEL";
    private static final String BPMN_DI = "http://www.omg.org/spec/BPMN/20100524/DI";
    private static final String DC = "http://www.omg.org/spec/DD/20100524/DC";
    private static final String DI = "http://www.omg.org/spec/DD/20100524/DI";
    private static final String DEFINITION = "EventDefinition";
    // Beyond this a number is a slip of an editor, and the picture could not be looked at.
    private static final double FARTHEST = 100_000;

    private final Map<String, Element> elements = new HashMap<>();
    private final Set<String> defaults = new HashSet<>();
    private final String name;
    private final List<Shape> shapes = new ArrayList<>();
    private final List<Edge> edges = new ArrayList<>();

    /** @throws NotBpmn when the bytes are no BPMN */
    DiagramReader(byte[] bpmn) {
        Element root = parse(bpmn);
        if (!BPMN.equals(root.getNamespaceURI()) || !"definitions".equals(root.getLocalName())) {
            throw new NotBpmn("the root is <%s>, not the definitions of BPMN 2.0".formatted(root.getNodeName()));
        }
        this.name = all(root, BPMN, "process")
                .map(process -> process.hasAttribute("name") ? name(process) : process.getAttribute("id"))
                .findFirst()
                .orElse("");
        all(root, BPMN, "*").forEach(this::keep);
        Set<String> placed = new HashSet<>();
        all(root, BPMN_DI, "BPMNDiagram").limit(1).forEach(diagram -> {
            all(diagram, BPMN_DI, "BPMNShape").forEach(shape -> place(shape, placed));
            all(diagram, BPMN_DI, "BPMNEdge").forEach(edge -> connect(edge, placed));
        });
    }

    String name() {
        return name;
    }

    List<Shape> shapes() {
        return List.copyOf(shapes);
    }

    List<Edge> edges() {
        return List.copyOf(edges);
    }

    private static Element parse(byte[] bpmn) {
        try {
            DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
            factory.setNamespaceAware(true);
            factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            var builder = factory.newDocumentBuilder();
            builder.setErrorHandler(null);
            return builder.parse(new ByteArrayInputStream(bpmn)).getDocumentElement();
        } catch (ParserConfigurationException | SAXException | IOException broken) {
            throw new NotBpmn(broken);
        }
    }

    private void keep(Element element) {
        elements.putIfAbsent(element.getAttribute("id"), element);
        defaults.add(element.getAttribute("default"));
    }

    private void place(Element drawn, Set<String> placed) {
        Element element = elements.get(subject(drawn));
        Bounds bounds = bounds(drawn);
        if (element != null && bounds != null && placed.add(element.getAttribute("id"))) {
            shapes.add(shape(element, drawn, sized(bounds, element.getLocalName())));
        }
    }

    private void connect(Element drawn, Set<String> placed) {
        Element element = elements.get(subject(drawn));
        List<Point> way = way(drawn);
        if (element != null && way.size() > 1 && placed.add(element.getAttribute("id"))) {
            edges.add(new Edge(
                    element.getAttribute("id"),
                    element.getLocalName(),
                    name(element),
                    way,
                    label(drawn),
                    start(element)));
        }
    }

    private static Shape shape(Element element, Element drawn, Bounds bounds) {
        return new Shape(
                element.getAttribute("id"),
                element.getLocalName(),
                name(element),
                bounds,
                label(drawn),
                event(element),
                repetition(element),
                traits(element, drawn));
    }

    // A shape without a size is drawn as large as its kind usually is, rather than not at all.
    private static Bounds sized(Bounds bounds, String type) {
        if (bounds.width() > 0 && bounds.height() > 0) {
            return bounds;
        }
        double width = type.endsWith("Event") ? 36 : type.endsWith("Gateway") ? 50 : 100;
        return Bounds.around(bounds.middle(), width, Math.min(width, 80));
    }

    private static String name(Element element) {
        if (element.getLocalName().equals("textAnnotation")) {
            return children(element, "text"::equals)
                    .findFirst()
                    .map(Element::getTextContent)
                    .orElse("");
        }
        return element.getAttribute("name");
    }

    private static String event(Element element) {
        List<String> definitions = children(element, name -> name.endsWith(DEFINITION))
                .map(Element::getLocalName)
                .map(name -> name.substring(0, name.length() - DEFINITION.length()))
                .toList();
        return definitions.isEmpty() ? "" : definitions.size() == 1 ? definitions.get(0) : "multiple";
    }

    private static String repetition(Element element) {
        return children(element, name -> name.endsWith("LoopCharacteristics"))
                .findFirst()
                .map(loop -> loop.getLocalName().startsWith("standard")
                        ? "loop"
                        : loop.getAttribute("isSequential").equals("true") ? "sequential" : "parallel")
                .orElse("");
    }

    private static Set<Shape.Trait> traits(Element element, Element drawn) {
        Set<Shape.Trait> traits = EnumSet.noneOf(Shape.Trait.class);
        if (!drawn.getAttribute("isExpanded").equals("false")) {
            traits.add(Shape.Trait.EXPANDED);
        }
        if (element.getAttribute("cancelActivity").equals("false")
                || element.getAttribute("isInterrupting").equals("false")) {
            traits.add(Shape.Trait.NON_INTERRUPTING);
        }
        if (element.getAttribute("triggeredByEvent").equals("true")) {
            traits.add(Shape.Trait.EVENT_SUB_PROCESS);
        }
        if (!drawn.getAttribute("isMarkerVisible").equals("true")) {
            traits.add(Shape.Trait.UNMARKED);
        }
        return Set.copyOf(traits);
    }

    private Edge.Start start(Element flow) {
        if (defaults.contains(flow.getAttribute("id"))) {
            return Edge.Start.DEFAULT;
        }
        Element source = elements.get(flow.getAttribute("sourceRef"));
        boolean condition =
                children(flow, "conditionExpression"::equals).findAny().isPresent();
        return condition && source != null && !source.getLocalName().endsWith("Gateway")
                ? Edge.Start.CONDITION
                : Edge.Start.PLAIN;
    }

    private String subject(Element drawn) {
        String subject = drawn.getAttribute("bpmnElement");
        return elements.containsKey(subject) ? subject : subject.substring(subject.indexOf(':') + 1);
    }

    private static @Nullable Bounds label(Element drawn) {
        Bounds label = all(drawn, BPMN_DI, "BPMNLabel")
                .findFirst()
                .map(DiagramReader::bounds)
                .orElse(null);
        return label == null || label.width() <= 0 ? null : label;
    }

    private static @Nullable Bounds bounds(Element holder) {
        for (Node child = holder.getFirstChild(); child != null; child = child.getNextSibling()) {
            if (child instanceof Element found && DC.equals(found.getNamespaceURI())) {
                Double x = number(found, "x");
                Double y = number(found, "y");
                Double width = number(found, "width");
                Double height = number(found, "height");
                return x == null || y == null || width == null || height == null
                        ? null
                        : new Bounds(x, y, width, height);
            }
        }
        return null;
    }

    private static List<Point> way(Element drawn) {
        List<Point> way = new ArrayList<>();
        all(drawn, DI, "waypoint").forEach(waypoint -> {
            Double x = number(waypoint, "x");
            Double y = number(waypoint, "y");
            if (x != null
                    && y != null
                    && (way.isEmpty() || way.get(way.size() - 1).distance(new Point(x, y)) > 0)) {
                way.add(new Point(x, y));
            }
        });
        return List.copyOf(way);
    }

    private static @Nullable Double number(Element element, String attribute) {
        try {
            double number = Double.parseDouble(element.getAttribute(attribute));
            return Math.abs(number) <= FARTHEST ? number : null;
        } catch (NumberFormatException noPlace) {
            return null;
        }
    }

    private static Stream<Element> children(Element parent, Predicate<String> named) {
        Stream.Builder<Element> found = Stream.builder();
        for (Node child = parent.getFirstChild(); child != null; child = child.getNextSibling()) {
            if (child instanceof Element element
                    && BPMN.equals(element.getNamespaceURI())
                    && named.test(element.getLocalName())) {
                found.add(element);
            }
        }
        return found.build();
    }

    private static Stream<Element> all(Element parent, String namespace, String name) {
        NodeList nodes = parent.getElementsByTagNameNS(namespace, name);
        List<Element> found = new ArrayList<>(nodes.getLength());
        for (int i = 0; i < nodes.getLength(); i++) {
            found.add((Element) nodes.item(i));
        }
        return found.stream();
    }
}
