package cymru.diogelu.invariants;

import java.io.StringReader;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.transform.TransformerFactory;
import javax.xml.transform.dom.DOMSource;
import javax.xml.transform.stream.StreamResult;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.xml.sax.InputSource;

/** BPMN and DMN files as XML. */
final class Xml {

    private Xml() {}

    static Document read(String xml) {
        try {
            var factory = DocumentBuilderFactory.newInstance();
            factory.setNamespaceAware(true);
            factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            return factory.newDocumentBuilder().parse(new InputSource(new StringReader(xml)));
        } catch (Exception broken) {
            throw new IllegalArgumentException(broken);
        }
    }

    static String write(Document document) {
        try {
            var text = new StringWriter();
            TransformerFactory.newInstance()
                    .newTransformer()
                    .transform(new DOMSource(document), new StreamResult(text));
            return text.toString();
        } catch (Exception broken) {
            throw new IllegalArgumentException(broken);
        }
    }

    /** All elements of a local name below a node, in the order of the file. */
    static List<Element> all(Node node, String name) {
        List<Element> found = new ArrayList<>();
        for (Node child = node.getFirstChild(); child != null; child = child.getNextSibling()) {
            if (child instanceof Element element && name.equals(element.getLocalName())) {
                found.add(element);
            }
            found.addAll(all(child, name));
        }
        return found;
    }

    /** @throws IllegalArgumentException when there is no element of that id */
    static Element byId(Node node, String id) {
        List<Element> found = new ArrayList<>();
        collect(node, id, found);
        if (found.size() != 1) {
            throw new IllegalArgumentException("%d elements with the id %s".formatted(found.size(), id));
        }
        return found.get(0);
    }

    private static void collect(Node node, String id, List<Element> found) {
        if (node instanceof Element element && id.equals(element.getAttribute("id"))) {
            found.add(element);
        }
        for (Node child = node.getFirstChild(); child != null; child = child.getNextSibling()) {
            collect(child, id, found);
        }
    }
}
