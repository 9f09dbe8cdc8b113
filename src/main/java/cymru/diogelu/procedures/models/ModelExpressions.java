package cymru.diogelu.procedures.models;

import cymru.diogelu.forms.Feel;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.impl.el.ExpressionManager;
import org.springframework.stereotype.Component;
import org.w3c.dom.Element;
import org.w3c.dom.NamedNodeMap;
import org.w3c.dom.NodeList;

/** Reads every expression of a set of models before the engine does, which names neither the file nor the element. */
@Component
class ModelExpressions {

    private final ExpressionManager expressions;
    private final Feel feel = new Feel();

    ModelExpressions(ExpressionManager expressions) {
        this.expressions = expressions;
    }

    /** @throws BrokenModel naming the file, the element and what is wrong with its expression */
    void check(Map<String, byte[]> files) {
        files.forEach((path, content) -> {
            if (path.endsWith(".bpmn")) {
                check(path, AllowedParts.parse(path, content));
            } else if (path.endsWith(".dmn")) {
                checkDecision(path, AllowedParts.parse(path, content));
            }
        });
    }

    /** A cell that cannot be read would stop the first case that comes to its row. */
    private void checkDecision(String file, Element element) {
        if (element.hasAttribute("expressionLanguage")) {
            throw new BrokenModel(file, AllowedParts.place(element), "decisions are written in FEEL only");
        }
        String text = element.getTextContent().strip();
        switch (element.getLocalName()) {
            case "inputExpression", "outputEntry", "defaultOutputEntry" ->
                readFeel(file, element, feel::expression, text);
            case "inputEntry", "inputValues", "outputValues" -> readFeel(file, element, feel::tests, text);
            default -> children(element).forEach(child -> checkDecision(file, child));
        }
    }

    private static void readFeel(String file, Element element, Consumer<String> reader, String text) {
        try {
            if (!text.isEmpty()) {
                reader.accept(text);
            }
        } catch (IllegalArgumentException wrong) {
            throw new BrokenModel(file, AllowedParts.place(element), String.valueOf(wrong.getMessage()));
        }
    }

    private void check(String file, Element element) {
        NamedNodeMap attributes = element.getAttributes();
        for (int i = 0; i < attributes.getLength(); i++) {
            read(file, element, attributes.item(i).getNodeValue());
        }
        switch (element.getLocalName()) {
            case "conditionExpression" -> {
                requireQuestion(file, element);
                read(file, element, element.getTextContent());
            }
            case "timeDate" -> read(file, element, element.getTextContent());
            default -> {
                // Other texts are words for people.
            }
        }
        children(element).forEach(child -> check(file, child));
    }

    private static Stream<Element> children(Element element) {
        NodeList children = element.getChildNodes();
        return IntStream.range(0, children.getLength())
                .mapToObj(children::item)
                .filter(Element.class::isInstance)
                .map(Element.class::cast);
    }

    /** Without its braces a condition is plain text and holds for nobody. */
    private static void requireQuestion(String file, Element condition) {
        String text = condition.getTextContent().strip();
        if (!text.matches("[$#]\\{.*}")) {
            throw new BrokenModel(
                    file,
                    AllowedParts.place(condition),
                    "asks '%s'; a condition stands in braces, such as ${route == 'report'}".formatted(text));
        }
    }

    private void read(String file, Element element, String text) {
        try {
            expressions.createExpression(text);
        } catch (ProcessEngineException wrong) {
            throw new BrokenModel(file, AllowedParts.place(element), String.valueOf(wrong.getMessage()));
        }
    }
}
