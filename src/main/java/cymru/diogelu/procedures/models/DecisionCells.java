package cymru.diogelu.procedures.models;

import cymru.diogelu.forms.Feel;
import java.util.function.Consumer;
import org.w3c.dom.Element;

/** Reads every cell of a decision table: one that is no FEEL would stop the first case that comes to its row. */
final class DecisionCells {

    private final Feel feel = new Feel();
    private final String file;

    private DecisionCells(String file) {
        this.file = file;
    }

    /** @throws BrokenModel naming the cell and what is wrong with it */
    static void check(String file, byte[] content) {
        new DecisionCells(file).check(AllowedParts.parse(file, content));
    }

    private void check(Element element) {
        if (element.hasAttribute("expressionLanguage")) {
            throw new BrokenModel(file, AllowedParts.place(element), "decisions are written in FEEL only");
        }
        switch (element.getLocalName()) {
            case "inputExpression", "outputEntry", "defaultOutputEntry" -> read(element, feel::expression);
            case "inputEntry", "inputValues", "outputValues" -> read(element, feel::tests);
            default -> AllowedParts.children(element).forEach(this::check);
        }
    }

    private void read(Element element, Consumer<String> reader) {
        String text = element.getTextContent().strip();
        try {
            if (!text.isEmpty()) {
                reader.accept(text);
            }
        } catch (IllegalArgumentException wrong) {
            throw new BrokenModel(file, AllowedParts.place(element), String.valueOf(wrong.getMessage()));
        }
    }
}
