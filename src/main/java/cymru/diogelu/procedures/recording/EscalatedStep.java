package cymru.diogelu.procedures.recording;

import java.time.Instant;
import java.util.Date;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.springframework.stereotype.Component;

/**
 * The late step that a running escalation was called for. A repeated step has one escalation for all its tasks and is
 * open until the last late one is answered (INV-25); another procedure's step of the same name is none of its business.
 */
@Component
public class EscalatedStep {

    private final RuntimeService runtimeService;
    private final TaskService taskService;

    EscalatedStep(RuntimeService runtimeService, TaskService taskService) {
        this.runtimeService = runtimeService;
        this.taskService = taskService;
    }

    /**
     * Whether the procedure that called this escalation still has a late task of this element. A task that a loop has
     * offered anew, with its limit yet to come, is not late.
     */
    public boolean open(String escalationInstance, String element, Instant now) {
        String caller = runtimeService
                .createProcessInstanceQuery()
                .subProcessInstanceId(escalationInstance)
                .singleResult()
                .getProcessInstanceId();
        return taskService.createTaskQuery().processInstanceId(caller).taskDefinitionKey(element).list().stream()
                .anyMatch(task -> late(task, now));
    }

    /** By the date first set, for more time makes a step no less late. */
    private static boolean late(Task task, Instant now) {
        Date first = task.getFollowUpDate() != null ? task.getFollowUpDate() : task.getDueDate();
        return first != null && !first.toInstant().isAfter(now);
    }
}
