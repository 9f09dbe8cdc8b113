package cymru.diogelu.procedures.models;

import java.util.Map;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.impl.el.ExpressionManager;
import org.springframework.stereotype.Component;
import org.w3c.dom.Element;
import org.w3c.dom.NamedNodeMap;

/** Reads every expression of a set of procedures before the engine does, which names neither the file nor the element. */
@Component
class ModelExpressions {

    private final ExpressionManager expressions;

    ModelExpressions(ExpressionManager expressions) {
        this.expressions = expressions;
    }

    /** @throws BrokenModel naming the file, the element and what is wrong with its expression */
    void check(Map<String, byte[]> files) {
        files.forEach((path, content) -> {
            if (path.endsWith(".bpmn")) {
                check(path, AllowedParts.parse(path, content));
            }
        });
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
        AllowedParts.children(element).forEach(child -> check(file, child));
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
