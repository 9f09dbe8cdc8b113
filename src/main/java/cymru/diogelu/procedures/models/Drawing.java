package cymru.diogelu.procedures.models;

import cymru.diogelu.language.Language;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.BaseElement;
import org.camunda.bpm.model.bpmn.instance.Documentation;
import org.camunda.bpm.model.bpmn.instance.ExtensionElements;
import org.camunda.bpm.model.xml.instance.ModelElementInstance;

/** A procedure as a picture of it needs it: names in one language, without what only the engine reads. */
final class Drawing {

    private static final String NAME = "name";

    private final BpmnModelInstance model;

    /** @throws BrokenModel when the file is not BPMN */
    Drawing(String file, byte[] content) {
        this.model = new ModelReader(file, content).model();
    }

    byte[] in(Language language) {
        if (language == Language.CY) {
            model.getModelElementsByType(BaseElement.class).forEach(Drawing::renameInWelsh);
        }
        removeAll(model.getModelElementsByType(ExtensionElements.class));
        removeAll(model.getModelElementsByType(Documentation.class));
        return Bpmn.convertToString(model).getBytes(StandardCharsets.UTF_8);
    }

    private static void renameInWelsh(BaseElement element) {
        String welsh = ModelReader.property(element, "cy");
        if (welsh != null && element.getAttributeValue(NAME) != null) {
            element.setAttributeValue(NAME, welsh);
        }
    }

    private static void removeAll(Collection<? extends ModelElementInstance> parts) {
        parts.forEach(part -> part.getParentElement().removeChildElement(part));
    }
}
