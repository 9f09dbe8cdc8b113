package cymru.diogelu.procedures.recording;

import cymru.diogelu.procedures.EntryKind;
import java.time.OffsetDateTime;
import java.util.Date;
import java.util.Map;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.springframework.stereotype.Component;

/**
 * Gives an overdue step a later date after a senior manager or chair agreed to it (INV-25, INV-32). The date first set
 * stays in the ledger and on the task as its follow-up date.
 */
@Component
class ExtendLimit implements JavaDelegate {

    private final Recorder recorder;

    ExtendLimit(Recorder recorder) {
        this.recorder = recorder;
    }

    @Override
    public void execute(DelegateExecution execution) {
        OffsetDateTime newDue = OffsetDateTime.parse((String) execution.getVariable("newDue"));
        String overdueElement = (String) execution.getVariable("overdueElement");
        TaskService taskService = execution.getProcessEngineServices().getTaskService();
        // Asked of the whole instance: while a missing explanation is chased, the step's own execution knows no caller.
        var overdueProcedure =
                ((ExecutionEntity) execution).getProcessInstance().getSuperExecution();
        taskService
                .createTaskQuery()
                .processInstanceId(overdueProcedure.getProcessInstanceId())
                .taskDefinitionKey(overdueElement)
                .list()
                .forEach(task -> {
                    task.setFollowUpDate(task.getFollowUpDate() == null ? task.getDueDate() : task.getFollowUpDate());
                    task.setDueDate(Date.from(newDue.toInstant()));
                    taskService.saveTask(task);
                });
        record(execution, newDue, overdueElement);
    }

    private void record(DelegateExecution execution, OffsetDateTime newDue, String overdueElement) {
        recorder.record(
                (ExecutionEntity) execution,
                EntryKind.DEADLINE_EXTENDED,
                execution.getCurrentActivityId(),
                Map.of(
                        "provision", execution.getVariable("provision"),
                        "overdueElement", overdueElement,
                        "newDue", newDue.toString()));
    }
}
