package cymru.diogelu.procedures.recording;

import cymru.diogelu.deadlines.Deadline;
import cymru.diogelu.forms.FieldError;
import cymru.diogelu.language.Bilingual;
import cymru.diogelu.procedures.AnswersRefused;
import cymru.diogelu.procedures.EntryKind;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Date;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.camunda.bpm.engine.task.Task;
import org.springframework.stereotype.Component;

/**
 * Gives an overdue step a later date after a senior manager or chair agreed to it (INV-25, INV-32). The date first set
 * stays in the ledger and on the task as its follow-up date. Throws {@link AnswersRefused} when the date is not later.
 */
@Component
class ExtendLimit implements JavaDelegate {

    private static final FieldError NOT_LATER = new FieldError(
            "newDue",
            "notLater",
            new Bilingual(
                    "The new date has to be later than the first one.",
                    "Rhaid i'r dyddiad newydd fod yn hwyrach na'r un cyntaf."));

    private final Recorder recorder;
    private final CaseLimits limits;

    ExtendLimit(Recorder recorder, CaseLimits limits) {
        this.recorder = recorder;
        this.limits = limits;
    }

    @Override
    public void execute(DelegateExecution execution) {
        TaskService taskService = execution.getProcessEngineServices().getTaskService();
        // Asked of the whole instance: while a missing explanation is chased, the step's own execution knows no caller.
        String run = ((ExecutionEntity) execution)
                .getProcessInstance()
                .getSuperExecution()
                .getProcessInstanceId();
        String element = (String) execution.getVariable("overdueElement");
        List<Task> late = taskService
                .createTaskQuery()
                .processInstanceId(run)
                .taskDefinitionKey(element)
                .list();
        List<String> tasks = late.stream().map(Task::getId).sorted().toList();
        Deadline extended = extended(execution, element, tasks);
        for (Task task : late) {
            task.setFollowUpDate(task.getFollowUpDate() == null ? task.getDueDate() : task.getFollowUpDate());
            task.setDueDate(Date.from(extended.due().toInstant()));
            task.setPriority(Task.PRIORITY_NORMAL);
            taskService.saveTask(task);
        }
        record(execution, run, element, tasks, extended);
    }

    private Deadline extended(DelegateExecution execution, String element, List<String> tasks) {
        Instant newDue =
                OffsetDateTime.parse((String) execution.getVariable("newDue")).toInstant();
        String provision = (String) execution.getVariable("provision");
        Deadline first = limits.firstSet(execution.getProcessBusinessKey(), provision, element, tasks);
        if (!newDue.isAfter(first.due().toInstant())) {
            throw new AnswersRefused(List.of(NOT_LATER));
        }
        return limits.extended(first, newDue);
    }

    /** The tasks say to which of several steps under one provision, and to which round of a step, the date belongs. */
    private void record(
            DelegateExecution execution, String run, String element, List<String> tasks, Deadline extended) {
        recorder.record(
                (ExecutionEntity) execution,
                EntryKind.DEADLINE_EXTENDED,
                execution.getCurrentActivityId(),
                Map.of(
                        "provision",
                        extended.provision().id(),
                        "overdueElement",
                        element,
                        "run",
                        run,
                        "tasks",
                        tasks,
                        "newDue",
                        TaskRecorder.written(extended.due()),
                        "explanation",
                        extended.explanation().toMap()));
    }
}
