package cymru.diogelu.procedures;

import cymru.diogelu.procedures.recording.EscalatedStep;
import java.time.Instant;
import org.camunda.bpm.engine.RuntimeService;
import org.springframework.stereotype.Component;

/** Tells a waiting escalation that the step it was about has been done after all. */
@Component
class OverdueSteps {

    private static final String MESSAGE = "overdue-step-completed";

    private final RuntimeService runtimeService;
    private final EscalatedStep escalated;

    OverdueSteps(RuntimeService runtimeService, EscalatedStep escalated) {
        this.runtimeService = runtimeService;
        this.escalated = escalated;
    }

    /** A step within its first limit has no escalation to tell, which spares most submissions the question. */
    void completed(OpenTask task, Instant now) {
        if (task.extended() || task.breached(now)) {
            runtimeService
                    .createExecutionQuery()
                    .messageEventSubscriptionName(MESSAGE)
                    .processInstanceBusinessKey(task.caseReference())
                    .processVariableValueEquals("overdueElement", task.element())
                    .list()
                    .stream()
                    .filter(waiting -> !escalated.open(waiting.getProcessInstanceId(), task.element(), now))
                    .forEach(waiting -> runtimeService.messageEventReceived(MESSAGE, waiting.getId()));
        }
    }
}
