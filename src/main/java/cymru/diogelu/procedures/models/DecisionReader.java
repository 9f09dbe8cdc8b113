package cymru.diogelu.procedures.models;

import cymru.diogelu.language.Bilingual;
import cymru.diogelu.procedures.DecisionTable;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;

/** Reads the words of a DMN file: each name, column and row has its Welsh in an extension element {@code diogelu:cy}. */
final class DecisionReader {

    private static final String DMN = "https://www.omg.org/spec/DMN/20191111/MODEL/";
    private static final String WORDS = "urn:diogelu:dmn";

    private final String file;

    DecisionReader(String file) {
        this.file = file;
    }

    /** @throws BrokenModel when a decision, a column or a row lacks its words in either language */
    List<DecisionTable> read(byte[] content) {
        List<DecisionTable> tables = new ArrayList<>();
        for (Element decision : children(parse(content), DMN, "decision")) {
            children(decision, DMN, "decisionTable").forEach(table -> tables.add(read(decision, table)));
        }
        return tables;
    }

    private DecisionTable read(Element decision, Element table) {
        return new DecisionTable(
                decision.getAttribute("id"),
                words(decision, decision.getAttribute("name")),
                words(table, "input", DecisionReader::expression, input -> input.getAttribute("label")),
                words(table, "output", output -> output.getAttribute("name"), output -> output.getAttribute("label")),
                words(table, "rule", rule -> rule.getAttribute("id"), rule -> text(rule, DMN, "description")));
    }

    private Map<String, Bilingual> words(
            Element table, String part, Function<Element, String> key, Function<Element, String> english) {
        Map<String, Bilingual> words = new LinkedHashMap<>();
        children(table, DMN, part).forEach(found -> words.put(key.apply(found), words(found, english.apply(found))));
        return words;
    }

    private Bilingual words(Element element, String english) {
        String welsh = children(element, DMN, "extensionElements").stream()
                .map(extensions -> text(extensions, WORDS, "cy"))
                .findFirst()
                .orElse("");
        if (english.isBlank() || welsh.isBlank()) {
            throw new BrokenModel(
                    file, element.getAttribute("id"), "needs its words in both languages (extension element 'cy')");
        }
        return new Bilingual(english, welsh);
    }

    private static String expression(Element input) {
        return children(input, DMN, "inputExpression").stream()
                .map(expression -> text(expression, DMN, "text"))
                .findFirst()
                .orElse("");
    }

    private static String text(Element element, String namespace, String name) {
        return children(element, namespace, name).stream()
                .map(found -> found.getTextContent().strip())
                .findFirst()
                .orElse("");
    }

    private static List<Element> children(Element element, String namespace, String name) {
        return children(element)
                .filter(child -> namespace.equals(child.getNamespaceURI()) && name.equals(child.getLocalName()))
                .toList();
    }

    private static Stream<Element> children(Element element) {
        NodeList children = element.getChildNodes();
        return IntStream.range(0, children.getLength())
                .mapToObj(children::item)
                .filter(Element.class::isInstance)
                .map(Element.class::cast);
    }

    /** @throws BrokenModel when the file is no XML, or brings a document type that could read other files */
    private Element parse(byte[] content) {
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
