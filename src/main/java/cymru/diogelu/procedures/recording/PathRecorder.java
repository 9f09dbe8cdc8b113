package cymru.diogelu.procedures.recording;

import cymru.diogelu.cases.CaseReference;
import cymru.diogelu.cases.Cases;
import cymru.diogelu.procedures.EntryKind;
import java.util.LinkedHashMap;
import java.util.Map;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.camunda.bpm.model.bpmn.instance.EventBasedGateway;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.springframework.stereotype.Component;

/**
 * Records the path of a case as it is walked. The engine's own history keeps no sequence flows, so a path read from it
 * would be a guess.
 */
@Component
class PathRecorder {

    private static final String OUTCOME = "outcome";
    private static final String OUTCOME_END = "outcomeEnd";

    private final Recorder recorder;
    private final Cases cases;
    private final CurrentAction action;

    PathRecorder(Recorder recorder, Cases cases, CurrentAction action) {
        this.recorder = recorder;
        this.cases = cases;
        this.action = action;
    }

    ExecutionListener element(EntryKind kind) {
        return execution ->
                recorder.record(entity(execution), kind, execution.getCurrentActivityId(), place(execution));
    }

    ExecutionListener flow() {
        return execution -> recorder.record(
                entity(execution),
                EntryKind.FLOW_TAKEN,
                execution.getCurrentTransitionId(),
                Map.of("run", execution.getProcessInstanceId()));
    }

    /** The engine jumps from an event-based gateway to the event that came; the drawn flow between them is taken too. */
    ExecutionListener flowFromEventGateway() {
        return execution -> ((FlowNode) execution.getBpmnModelElementInstance())
                .getIncoming().stream()
                        .filter(flow -> flow.getSource() instanceof EventBasedGateway)
                        .forEach(flow -> recorder.record(
                                entity(execution),
                                EntryKind.FLOW_TAKEN,
                                flow.getId(),
                                Map.of("run", execution.getProcessInstanceId())));
    }

    ExecutionListener procedureStarted() {
        return execution -> {
            Map<String, Object> body = new LinkedHashMap<>();
            body.put("run", execution.getProcessInstanceId());
            DelegateExecution caller = execution.getSuperExecution();
            if (caller != null) {
                body.put("caller", caller.getProcessInstanceId());
                body.put("callerVisit", visit(caller));
            }
            recorder.record(entity(execution), EntryKind.PROCEDURE_STARTED, null, body);
        };
    }

    ExecutionListener procedureEnded() {
        return execution -> {
            recorder.record(
                    entity(execution),
                    EntryKind.PROCEDURE_ENDED,
                    null,
                    Map.of("run", execution.getProcessInstanceId()));
            if (execution.getSuperExecution() == null) {
                closeCase(execution);
            }
        };
    }

    /** Notes which of the ends that are outcomes was reached; later ends of other branches do not change it. */
    ExecutionListener outcome(String outcome) {
        return execution -> {
            execution.setVariable(OUTCOME, outcome);
            execution.setVariable(OUTCOME_END, execution.getCurrentActivityId());
        };
    }

    private void closeCase(DelegateExecution execution) {
        String outcome = (String) execution.getVariable(OUTCOME);
        if (outcome == null) {
            throw new ProcessEngineException("%s may not end without an outcome"
                    .formatted(entity(execution).getProcessDefinition().getKey()));
        }
        String end = (String) execution.getVariable(OUTCOME_END);
        cases.close(new CaseReference(execution.getProcessBusinessKey()), outcome, action.at());
        recorder.record(entity(execution), EntryKind.CASE_CLOSED, end, Map.of("outcome", outcome));
    }

    private static Map<String, Object> place(DelegateExecution execution) {
        Map<String, Object> place = new LinkedHashMap<>();
        place.put("run", execution.getProcessInstanceId());
        place.put("visit", visit(execution));
        if (execution.isCanceled() && !(execution.getBpmnModelElementInstance() instanceof EventBasedGateway)) {
            // Interrupted by an event drawn on its border: the case did not go on from here by a flow of its own.
            place.put("interrupted", true);
        }
        return place;
    }

    /** The engine's activity instance id without the element's name, which the entry's subject already tells. */
    private static String visit(DelegateExecution execution) {
        String id = String.valueOf(execution.getActivityInstanceId());
        return id.substring(id.lastIndexOf(':') + 1);
    }

    private static ExecutionEntity entity(DelegateExecution execution) {
        return (ExecutionEntity) execution;
    }
}
