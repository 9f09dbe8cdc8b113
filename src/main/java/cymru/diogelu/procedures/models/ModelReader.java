package cymru.diogelu.procedures.models;

import cymru.diogelu.language.Bilingual;
import java.io.ByteArrayInputStream;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.Activity;
import org.camunda.bpm.model.bpmn.instance.BaseElement;
import org.camunda.bpm.model.bpmn.instance.CatchEvent;
import org.camunda.bpm.model.bpmn.instance.FlowElement;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.MultiInstanceLoopCharacteristics;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;
import org.camunda.bpm.model.bpmn.instance.StartEvent;
import org.camunda.bpm.model.bpmn.instance.TimerEventDefinition;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaProperties;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaProperty;
import org.camunda.bpm.model.xml.ModelException;
import org.camunda.bpm.model.xml.instance.ModelElementInstance;
import org.jspecify.annotations.Nullable;
import org.springframework.core.NestedExceptionUtils;

/** Reads one BPMN file into what people need to know of it. */
final class ModelReader {

    private static final Pattern COMPARISON = Pattern.compile("\\s*\\$\\{(\\w+ == '[^']+')}\\s*");

    private final String file;
    private final BpmnModelInstance model;

    /** @throws BrokenModel when the file is not BPMN */
    ModelReader(String file, byte[] content) {
        this.file = file;
        try {
            this.model = Bpmn.readModelFromStream(new ByteArrayInputStream(content));
        } catch (ModelException broken) {
            throw new BrokenModel(
                    file,
                    "definitions",
                    String.valueOf(
                            NestedExceptionUtils.getMostSpecificCause(broken).getMessage()));
        }
    }

    BpmnModelInstance model() {
        return model;
    }

    ProcedureModel read() {
        Collection<Process> processes = model.getModelElementsByType(Process.class);
        if (processes.size() != 1) {
            throw new BrokenModel(file, "definitions", "holds %d processes, not one".formatted(processes.size()));
        }
        Process process = processes.iterator().next();
        Map<String, ModelElement> elements = new LinkedHashMap<>();
        for (FlowElement element : process.getFlowElements()) {
            elements.put(element.getId(), element(element));
        }
        return new ProcedureModel(
                process.getId(),
                requiredName(process, process.getName()),
                Map.copyOf(elements),
                flows(),
                timers(),
                words());
    }

    private Map<String, ProcedureModel.Leads> flows() {
        return model.getModelElementsByType(SequenceFlow.class).stream()
                .collect(Collectors.toUnmodifiableMap(
                        SequenceFlow::getId,
                        flow -> new ProcedureModel.Leads(
                                flow.getSource().getId(), flow.getTarget().getId())));
    }

    /** A timer of a listener, which reminds, is no event. */
    private Set<String> timers() {
        return model.getModelElementsByType(TimerEventDefinition.class).stream()
                .map(ModelElementInstance::getParentElement)
                .filter(CatchEvent.class::isInstance)
                .map(event -> ((CatchEvent) event).getId())
                .collect(Collectors.toUnmodifiableSet());
    }

    private Map<String, Bilingual> words() {
        Map<String, Bilingual> words = new LinkedHashMap<>();
        for (SequenceFlow flow : model.getModelElementsByType(SequenceFlow.class)) {
            if (flow.getConditionExpression() != null && flow.getName() != null) {
                Matcher comparison =
                        COMPARISON.matcher(flow.getConditionExpression().getTextContent());
                if (comparison.matches()) {
                    words.put(comparison.group(1), requiredName(flow, flow.getName()));
                }
            }
        }
        return Map.copyOf(words);
    }

    private ModelElement element(FlowElement element) {
        return new ModelElement(
                element.getId(),
                element.getElementType().getTypeName(),
                element.getName() == null ? null : requiredName(element, element.getName()),
                form(element),
                repeatedFor(element),
                documentation(element));
    }

    private Bilingual requiredName(BaseElement element, @Nullable String name) {
        String welsh = property(element, "cy");
        if (name == null || name.isBlank() || welsh == null || welsh.isBlank()) {
            throw new BrokenModel(file, element.getId(), "needs a name in both languages (extension property 'cy')");
        }
        return new Bilingual(name, welsh);
    }

    /** What a designer noted at an element under Camunda Modeler's extension properties. */
    static @Nullable String property(BaseElement element, String name) {
        return extensions(element, CamundaProperties.class).stream()
                .flatMap(properties -> properties.getCamundaProperties().stream())
                .filter(property -> name.equals(property.getCamundaName()))
                .map(CamundaProperty::getCamundaValue)
                .findFirst()
                .orElse(null);
    }

    /** The nodes that flows lead to from here, as the engine reads them: by their ends, not by what the node lists. */
    static List<FlowNode> next(FlowNode node) {
        return node.getModelInstance().getModelElementsByType(SequenceFlow.class).stream()
                .filter(flow -> node.equals(flow.getSource()))
                .map(SequenceFlow::getTarget)
                .toList();
    }

    /** The extension elements of a kind; none where the element has no extensions. */
    static <T extends ModelElementInstance> List<T> extensions(BaseElement element, Class<T> type) {
        return element.getExtensionElements() == null
                ? List.of()
                : element.getExtensionElements()
                        .getElementsQuery()
                        .filterByType(type)
                        .list();
    }

    private static @Nullable String form(FlowElement element) {
        if (element instanceof UserTask task) {
            return task.getCamundaFormRef();
        }
        return element instanceof StartEvent start ? start.getCamundaFormRef() : null;
    }

    private static @Nullable String repeatedFor(FlowElement element) {
        return element instanceof Activity activity
                        && activity.getLoopCharacteristics() instanceof MultiInstanceLoopCharacteristics repetition
                ? repetition.getCamundaElementVariable()
                : null;
    }

    private @Nullable Bilingual documentation(FlowElement element) {
        if (!(element instanceof UserTask) && form(element) == null) {
            return null;
        }
        String english = element.getDocumentations().stream()
                .map(documentation -> documentation.getTextContent())
                .findFirst()
                .orElse("");
        String welsh = property(element, "cy-documentation");
        if (english.isBlank() || welsh == null || welsh.isBlank()) {
            throw new BrokenModel(
                    file,
                    element.getId(),
                    "needs its documentation in both languages (extension property 'cy-documentation')");
        }
        return new Bilingual(english, welsh);
    }
}
