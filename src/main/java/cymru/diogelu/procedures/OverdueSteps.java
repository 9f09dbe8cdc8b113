package cymru.diogelu.procedures;

import java.time.Instant;
import org.camunda.bpm.engine.RuntimeService;
import org.springframework.stereotype.Component;

/** Tells a waiting escalation that the step it was about has been done after all. */
@Component
class OverdueSteps {

    private static final String MESSAGE = "overdue-step-completed";

    private final RuntimeService runtimeService;

    OverdueSteps(RuntimeService runtimeService) {
        this.runtimeService = runtimeService;
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
                    .forEach(waiting -> runtimeService.messageEventReceived(MESSAGE, waiting.getId()));
        }
    }
}
