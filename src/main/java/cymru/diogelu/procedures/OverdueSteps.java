package cymru.diogelu.procedures;

import org.camunda.bpm.engine.RuntimeService;
import org.springframework.stereotype.Component;

/** Tells a waiting escalation that the step it was about has been done after all, within the extended limit. */
@Component
class OverdueSteps {

    private static final String MESSAGE = "overdue-step-completed";

    private final RuntimeService runtimeService;

    OverdueSteps(RuntimeService runtimeService) {
        this.runtimeService = runtimeService;
    }

    void completed(OpenTask task) {
        if (task.extended()) {
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
