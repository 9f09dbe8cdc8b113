package cymru.diogelu.diagrams;

import cymru.diogelu.language.Language;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.transform.TransformerFactory;
import javax.xml.transform.dom.DOMSource;
import javax.xml.transform.stream.StreamResult;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/** The models of the procedures in each language, small models made for a test, and pictures read again as XML. */
final class Models {

    private Models() {}

    static Stream<Path> files() throws Exception {
        return Files.walk(Path.of("processes"))
                .filter(file -> file.toString().endsWith(".bpmn"))
                .sorted();
    }

    static byte[] in(Language language, Path file) throws Exception {
        Document model = xml(Files.readAllBytes(file));
        if (language == Language.CY) {
            for (Element property : elements(model, "camunda:property")) {
                Element named =
                        (Element) property.getParentNode().getParentNode().getParentNode();
                if (property.getAttribute("name").equals("cy") && named.hasAttribute("name")) {
                    named.setAttribute("name", property.getAttribute("value"));
                }
            }
        }
        ByteArrayOutputStream written = new ByteArrayOutputStream();
        TransformerFactory.newInstance().newTransformer().transform(new DOMSource(model), new StreamResult(written));
        return written.toByteArray();
    }

    /** A model of what stands in its process and in its plane. */
    static byte[] of(String process, String plane) {
        return """
            <definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL"
                xmlns:di="http://www.omg.org/spec/BPMN/20100524/DI" xmlns:dc="http://www.omg.org/spec/DD/20100524/DC"
                xmlns:dd="http://www.omg.org/spec/DD/20100524/DI">
              <process id="process">%s</process>
              <di:BPMNDiagram><di:BPMNPlane bpmnElement="process">%s</di:BPMNPlane></di:BPMNDiagram>
            </definitions>"""
                .formatted(process, plane)
                .getBytes(StandardCharsets.UTF_8);
    }

    static String shape(String id, String width, String height) {
        return "<di:BPMNShape bpmnElement='%s'><dc:Bounds x='100' y='100' width='%s' height='%s'/></di:BPMNShape>"
                .formatted(id, width, height);
    }

    static Document xml(byte[] bytes) throws Exception {
        return DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(new ByteArrayInputStream(bytes));
    }

    static Document xml(String text) throws Exception {
        return xml(text.getBytes(StandardCharsets.UTF_8));
    }

    static List<Element> elements(Document document, String tag) {
        NodeList nodes = document.getElementsByTagName(tag);
        List<Element> found = new ArrayList<>();
        for (int i = 0; i < nodes.getLength(); i++) {
            found.add((Element) nodes.item(i));
        }
        return found;
    }

    static List<String> texts(Document document, String tag) {
        return elements(document, tag).stream().map(Element::getTextContent).toList();
    }
}
