package cymru.diogelu.procedures.models;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Element;
import org.w3c.dom.NamedNodeMap;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;

/**
 * What a procedure may be drawn with. Scripts, classes, connectors and expressions in other places are code that a model
 * would run in the service, so whatever is not listed here is refused.
 */
final class AllowedParts {

    private static final String BPMN = "http://www.omg.org/spec/BPMN/20100524/MODEL";
    private static final String CAMUNDA = "http://camunda.org/schema/1.0/bpmn";

    /** The drawing, which the engine never reads: places, bends, and the colours that modellers give them. */
    private static final Set<String> DRAWING = Set.of(
            "http://www.omg.org/spec/BPMN/20100524/DI",
            "http://www.omg.org/spec/DD/20100524/DC",
            "http://www.omg.org/spec/DD/20100524/DI");

    /** Attributes that say something of the file and nothing of the procedure. */
    private static final Set<String> OF_THE_FILE = Set.of(
            XMLConstants.XMLNS_ATTRIBUTE_NS_URI,
            XMLConstants.W3C_XML_SCHEMA_INSTANCE_NS_URI,
            "http://camunda.org/schema/modeler/1.0");

    private static final Set<String> ELEMENTS = Set.of(
            "boundaryEvent",
            "businessRuleTask",
            "callActivity",
            "conditionExpression",
            "definitions",
            "documentation",
            "endEvent",
            "escalation",
            "escalationEventDefinition",
            "eventBasedGateway",
            "exclusiveGateway",
            "extensionElements",
            "incoming",
            "inclusiveGateway",
            "intermediateCatchEvent",
            "intermediateThrowEvent",
            "message",
            "messageEventDefinition",
            "multiInstanceLoopCharacteristics",
            "outgoing",
            "parallelGateway",
            "process",
            "sequenceFlow",
            "serviceTask",
            "startEvent",
            "textAnnotation",
            "text",
            "association",
            "timeDate",
            "timerEventDefinition",
            "userTask");

    /** Attributes without a prefix, as BPMN itself has them. */
    private static final Set<String> PLAIN = Set.of(
            "associationDirection",
            "attachedToRef",
            "calledElement",
            "cancelActivity",
            "default",
            "escalationCode",
            "escalationRef",
            "exporter",
            "exporterVersion",
            "gatewayDirection",
            "id",
            "isExecutable",
            "isSequential",
            "messageRef",
            "name",
            "sourceRef",
            "targetNamespace",
            "targetRef",
            "textFormat");

    /** Camunda's attributes. */
    private static final Set<String> ATTRIBUTES = Set.of(
            "calledElementBinding",
            "candidateGroups",
            "collection",
            "decisionRef",
            "decisionRefBinding",
            "delegateExpression",
            "elementVariable",
            "formRef",
            "formRefBinding",
            "historyTimeToLive",
            "isStartableInTasklist",
            "mapDecisionResult",
            "resultVariable");

    private static final Map<String, Set<String>> EXTENSIONS = Map.of(
            "properties", Set.of(),
            "property", Set.of("name", "value"),
            "in", Set.of("source", "sourceExpression", "target", "businessKey"),
            "out", Set.of("source", "target"),
            "taskListener", Set.of("delegateExpression", "event", "id"));

    private final String file;

    private AllowedParts(String file) {
        this.file = file;
    }

    /** @throws BrokenModel naming the element and the part of it that may not be there */
    static void check(String file, byte[] content) {
        new AllowedParts(file).check(parse(file, content));
    }

    private void check(Element element) {
        String place = place(element);
        allow(allowed(element), place, element.getNodeName());
        NamedNodeMap attributes = element.getAttributes();
        for (int i = 0; i < attributes.getLength(); i++) {
            allow(
                    allowed(element, attributes.item(i)),
                    place,
                    attributes.item(i).getNodeName());
        }
        children(element).forEach(this::check);
    }

    static Stream<Element> children(Element element) {
        NodeList children = element.getChildNodes();
        return IntStream.range(0, children.getLength())
                .mapToObj(children::item)
                .filter(Element.class::isInstance)
                .map(Element.class::cast);
    }

    /** Whatever is of another namespace is refused: the engine takes some of them, such as activiti's, for its own. */
    private static boolean allowed(Element element) {
        String namespace = String.valueOf(element.getNamespaceURI());
        return BPMN.equals(namespace) && ELEMENTS.contains(element.getLocalName())
                || CAMUNDA.equals(namespace) && EXTENSIONS.containsKey(element.getLocalName())
                || DRAWING.contains(namespace);
    }

    private static boolean allowed(Element element, Node attribute) {
        String namespace = String.valueOf(attribute.getNamespaceURI());
        if (DRAWING.contains(String.valueOf(element.getNamespaceURI())) || OF_THE_FILE.contains(namespace)) {
            return true;
        }
        if (attribute.getNamespaceURI() != null) {
            return CAMUNDA.equals(namespace) && ATTRIBUTES.contains(attribute.getLocalName());
        }
        return CAMUNDA.equals(element.getNamespaceURI())
                ? EXTENSIONS.getOrDefault(element.getLocalName(), Set.of()).contains(attribute.getLocalName())
                : PLAIN.contains(attribute.getLocalName());
    }

    private void allow(boolean allowed, String place, String part) {
        if (!allowed) {
            throw new BrokenModel(file, place, "holds '%s', which a procedure may not hold".formatted(part));
        }
    }

    /** The nearest element around with an id: it is what Camunda Modeler shows. */
    static String place(Node node) {
        for (Node at = node; at instanceof Element element; at = at.getParentNode()) {
            if (!element.getAttribute("id").isEmpty()) {
                return element.getAttribute("id");
            }
        }
        return "definitions";
    }

    /** @throws BrokenModel when the file is no XML, or brings a document type that could read other files */
    static Element parse(String file, byte[] content) {
        try {
            DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
            factory.setNamespaceAware(true);
            factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            var builder = factory.newDocumentBuilder();
            builder.setErrorHandler(null);
            return builder.parse(new ByteArrayInputStream(content)).getDocumentElement();
        } catch (ParserConfigurationException | SAXException | IOException broken) {
            throw new BrokenModel(file, "definitions", String.valueOf(broken.getMessage()));
        }
    }
}
