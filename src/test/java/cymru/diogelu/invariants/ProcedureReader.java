package cymru.diogelu.invariants;

import cymru.diogelu.invariants.Step.Origin;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.instance.BaseElement;
import org.camunda.bpm.model.bpmn.instance.BoundaryEvent;
import org.camunda.bpm.model.bpmn.instance.Escalation;
import org.camunda.bpm.model.bpmn.instance.EscalationEventDefinition;
import org.camunda.bpm.model.bpmn.instance.FlowElement;
import org.camunda.bpm.model.bpmn.instance.MessageEventDefinition;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;
import org.camunda.bpm.model.bpmn.instance.SubProcess;
import org.camunda.bpm.model.bpmn.instance.TimerEventDefinition;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaIn;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaOut;
import org.camunda.bpm.model.xml.instance.ModelElementInstance;
import org.jspecify.annotations.Nullable;

/** Reads a BPMN file into a {@link Procedure}. */
final class ProcedureReader {

    private static final String CAMUNDA = "http://camunda.org/schema/1.0/bpmn";

    private ProcedureReader() {}

    static Procedure read(String file, String bpmn) {
        var model = Bpmn.readModelFromStream(new ByteArrayInputStream(bpmn.getBytes(StandardCharsets.UTF_8)));
        Process process = model.getModelElementsByType(Process.class).iterator().next();
        Map<String, Step> steps = new LinkedHashMap<>();
        List<Flow> flows = new ArrayList<>();
        for (FlowElement element : process.getFlowElements()) {
            if (element instanceof SubProcess) {
                throw new IllegalArgumentException(file + ": parts of a procedure are procedures of their own");
            }
            if (element instanceof SequenceFlow flow) {
                flows.add(flow(flow));
            } else {
                steps.put(element.getId(), step(element));
            }
        }
        return new Procedure(process.getId(), file, steps, flows);
    }

    private static Flow flow(SequenceFlow flow) {
        var condition = flow.getConditionExpression();
        return new Flow(
                flow.getId(),
                flow.getAttributeValue("sourceRef"),
                flow.getAttributeValue("targetRef"),
                condition == null ? "" : condition.getTextContent().strip());
    }

    private static Step step(FlowElement element) {
        String group = camunda(element, "candidateGroups");
        return new Step(
                element.getId(),
                element.getElementType().getTypeName(),
                documentation(element),
                camunda(element, "formRef"),
                group == null ? "" : group,
                element.getAttributeValue("calledElement"),
                camunda(element, "decisionRef"),
                camunda(element, "resultVariable"),
                camunda(element, "delegateExpression"),
                element.getAttributeValue("attachedToRef"),
                element instanceof BoundaryEvent event && event.cancelActivity(),
                timer(element),
                escalation(element),
                has(element, MessageEventDefinition.class),
                element.getAttributeValue("default"),
                given(element),
                taken(element));
    }

    private static @Nullable String camunda(BaseElement element, String name) {
        return element.getAttributeValueNs(CAMUNDA, name);
    }

    private static String documentation(FlowElement element) {
        return element.getDocumentations().stream()
                .map(ModelElementInstance::getTextContent)
                .collect(Collectors.joining(" "));
    }

    private static @Nullable String timer(FlowElement element) {
        return element.getChildElementsByType(TimerEventDefinition.class).stream()
                .map(ModelElementInstance::getTextContent)
                .map(String::strip)
                .findFirst()
                .orElse(null);
    }

    private static @Nullable String escalation(FlowElement element) {
        return element.getChildElementsByType(EscalationEventDefinition.class).stream()
                .map(EscalationEventDefinition::getEscalation)
                .map(Escalation::getEscalationCode)
                .findFirst()
                .orElse(null);
    }

    private static boolean has(FlowElement element, Class<? extends ModelElementInstance> definition) {
        return !element.getChildElementsByType(definition).isEmpty();
    }

    private static Map<String, Origin> given(FlowElement element) {
        Map<String, Origin> given = new LinkedHashMap<>();
        extensions(element, CamundaIn.class).stream()
                .filter(in -> in.getCamundaTarget() != null)
                .forEach(in -> given.put(
                        in.getCamundaTarget(), new Origin(in.getCamundaSource(), in.getCamundaSourceExpression())));
        return given;
    }

    private static Map<String, String> taken(FlowElement element) {
        Map<String, String> taken = new LinkedHashMap<>();
        extensions(element, CamundaOut.class).forEach(out -> taken.put(out.getCamundaTarget(), out.getCamundaSource()));
        return taken;
    }

    private static <T extends ModelElementInstance> List<T> extensions(FlowElement element, Class<T> type) {
        return element.getExtensionElements() == null
                ? List.of()
                : element.getExtensionElements()
                        .getElementsQuery()
                        .filterByType(type)
                        .list();
    }
}
