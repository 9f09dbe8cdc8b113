package cymru.diogelu.procedures.models;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Map;
import java.util.Set;
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
        if (BPMN.equals(element.getNamespaceURI())) {
            allow(ELEMENTS.contains(element.getLocalName()), place, element.getNodeName());
        } else if (CAMUNDA.equals(element.getNamespaceURI())) {
            allow(EXTENSIONS.containsKey(element.getLocalName()), place, element.getNodeName());
        }
        NamedNodeMap attributes = element.getAttributes();
        for (int i = 0; i < attributes.getLength(); i++) {
            allow(
                    allowed(element, attributes.item(i)),
                    place,
                    attributes.item(i).getNodeName());
        }
        NodeList children = element.getChildNodes();
        for (int i = 0; i < children.getLength(); i++) {
            if (children.item(i) instanceof Element child) {
                check(child);
            }
        }
    }

    private static boolean allowed(Element element, Node attribute) {
        if (CAMUNDA.equals(attribute.getNamespaceURI())) {
            return ATTRIBUTES.contains(attribute.getLocalName());
        }
        return !CAMUNDA.equals(element.getNamespaceURI())
                || EXTENSIONS.getOrDefault(element.getLocalName(), Set.of()).contains(attribute.getLocalName());
    }

    private void allow(boolean allowed, String place, String part) {
        if (!allowed) {
            throw new BrokenModel(file, place, "holds '%s', which a procedure may not hold".formatted(part));
        }
    }

    /** The nearest element around with an id: it is what Camunda Modeler shows. */
    private static String place(Node node) {
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
