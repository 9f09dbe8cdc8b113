package cymru.diogelu.procedures.migration;

import java.util.LinkedHashMap;
import java.util.Map;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.Activity;
import org.camunda.bpm.model.bpmn.instance.CallActivity;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.MultiInstanceLoopCharacteristics;

/** A procedure as it was and as it will be, and the steps that have another id in the one than in the other. */
record Versions(
        ProcessDefinition source, ProcessDefinition target, Map<String, String> renamed, BpmnModelInstance model) {

    /** The engine keeps a repeated step inside a scope of this name. */
    static final String REPETITION = "#multiInstanceBody";

    Versions(
            RepositoryService models, ProcessDefinition source, ProcessDefinition target, Map<String, String> renamed) {
        this(
                source,
                target,
                within(
                        models.getBpmnModelInstance(source.getId()),
                        models.getBpmnModelInstance(target.getId()),
                        renamed),
                models.getBpmnModelInstance(target.getId()));
    }

    /** Those that are steps of this procedure: the names were given for the whole set. */
    private static Map<String, String> within(
            BpmnModelInstance source, BpmnModelInstance target, Map<String, String> renamed) {
        Map<String, String> within = new LinkedHashMap<>();
        renamed.forEach((from, to) -> {
            if (source.getModelElementById(from) instanceof FlowNode
                    && target.getModelElementById(to) instanceof FlowNode) {
                within.put(from, to);
                if (repeated(source, from) && repeated(target, to)) {
                    within.put(from + REPETITION, to + REPETITION);
                }
            }
        });
        return Map.copyOf(within);
    }

    private static boolean repeated(BpmnModelInstance model, String element) {
        return model.getModelElementById(element) instanceof Activity activity
                && activity.getLoopCharacteristics() instanceof MultiInstanceLoopCharacteristics;
    }

    /** Whether a step of the new procedure calls another. */
    boolean calls(String element) {
        return model.getModelElementById(element) instanceof CallActivity;
    }

    /** Whether the new procedure has a step of this id. */
    boolean keeps(String element) {
        return model.getModelElementById(element) instanceof FlowNode;
    }
}
