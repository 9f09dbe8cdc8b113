package cymru.diogelu.procedures.recording;

import cymru.diogelu.cases.CaseReference;
import cymru.diogelu.cases.Cases;
import cymru.diogelu.deadlines.Deadline;
import cymru.diogelu.deadlines.ServiceClock;
import cymru.diogelu.procedures.EntryKind;
import cymru.diogelu.procedures.OpenTask;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.camunda.bpm.engine.impl.bpmn.behavior.MultiInstanceActivityBehavior;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.camunda.bpm.engine.impl.pvm.delegate.ActivityBehavior;
import org.camunda.bpm.engine.impl.pvm.process.ActivityImpl;
import org.camunda.bpm.engine.task.IdentityLink;
import org.springframework.stereotype.Component;

/** Records to whom a task is offered and by when it is due, and keeps every way of completing it but ours closed. */
@Component
class TaskRecorder {

    /** In an escalation: the step that is late. */
    private static final String OVERDUE_ELEMENT = "overdueElement";

    private final Recorder recorder;
    private final CaseLimits limits;
    private final CurrentAction action;
    private final Cases cases;

    TaskRecorder(Recorder recorder, CaseLimits limits, CurrentAction action, Cases cases) {
        this.recorder = recorder;
        this.limits = limits;
        this.action = action;
        this.cases = cases;
    }

    TaskListener offered() {
        return task -> {
            ExecutionEntity execution = (ExecutionEntity) task.getExecution();
            String group = group(task);
            // The owner is the agency that answers for the step, also while one of its people has taken it. Case and
            // subject stand on the task itself, so that a worklist reads one table only.
            task.setOwner(group);
            task.setDescription(caseAndSubject(execution));
            ((TaskEntity) task).setCreateTime(Date.from(action.at()));
            cases.involve(new CaseReference(execution.getProcessBusinessKey()), group);
            record(task, EntryKind.TASK_OFFERED, Map.of("group", group, "run", execution.getProcessInstanceId()));
            List<Deadline> deadlines = LimitRecorder.provisions(execution.getActivity()).stream()
                    .map(provision -> limits.deadline(execution.getProcessBusinessKey(), provision))
                    .toList();
            deadlines.forEach(deadline -> record(task, EntryKind.DEADLINE_SET, body(deadline)));
            Instant due = deadlines.stream()
                    .map(deadline -> deadline.due().toInstant())
                    .min(Comparator.naturalOrder())
                    .orElse(OpenTask.NEVER);
            task.setDueDate(Date.from(due));
        };
    }

    TaskListener completed() {
        return task -> {
            if (!action.permits(task.getId())) {
                throw new ProcessEngineException(
                        "task %s can only be completed by a judged and recorded submission".formatted(task.getId()));
            }
        };
    }

    TaskListener withdrawn() {
        return task -> record(task, EntryKind.TASK_WITHDRAWN, Map.of());
    }

    TaskListener reminder() {
        return task -> {
            Map<String, Object> body = new LinkedHashMap<>();
            if (task.getDueDate() != null) {
                Instant due = Instant.ofEpochMilli(task.getDueDate().getTime());
                body.put("due", written(due.atZone(ServiceClock.LONDON).toOffsetDateTime()));
            }
            task.setPriority(OpenTask.REMINDED);
            record(task, EntryKind.REMINDER_DUE, body);
        };
    }

    private void record(DelegateTask task, EntryKind kind, Map<String, Object> body) {
        Map<String, Object> whole = new LinkedHashMap<>(body);
        about(task.getDescription()).ifPresent(about -> whole.put("about", about));
        recorder.record((ExecutionEntity) task.getExecution(), kind, task.getTaskDefinitionKey(), task.getId(), whole);
    }

    static Map<String, Object> body(Deadline deadline) {
        return Map.of(
                "provision", deadline.provision().id(),
                "start", written(deadline.start()),
                "due", written(deadline.due()),
                "reminders",
                        deadline.reminders().stream().map(TaskRecorder::written).toList(),
                "explanation", deadline.explanation().toMap());
    }

    /** What a task is about, of the case and subject that stand on it. */
    static Optional<String> about(String caseAndSubject) {
        int space = caseAndSubject.indexOf(' ');
        return space < 0 ? Optional.empty() : Optional.of(caseAndSubject.substring(space + 1));
    }

    /** Always with seconds and offset, which the plain text of a time leaves out at a full minute. */
    static String written(OffsetDateTime time) {
        return DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(time);
    }

    private static String caseAndSubject(ExecutionEntity execution) {
        ActivityBehavior repetition = execution.getActivity().getFlowScope() instanceof ActivityImpl activity
                ? activity.getActivityBehavior()
                : null;
        Object subject = repetition instanceof MultiInstanceActivityBehavior many
                ? execution.getVariable(many.getCollectionElementVariable())
                : execution.getVariable(OVERDUE_ELEMENT);
        return execution.getProcessBusinessKey() + (subject == null ? "" : " " + subject);
    }

    private static String group(DelegateTask task) {
        List<String> groups =
                task.getCandidates().stream().map(IdentityLink::getGroupId).toList();
        if (groups.size() != 1) {
            throw new ProcessEngineException("task '%s' must be offered to exactly one group, not to %s"
                    .formatted(task.getTaskDefinitionKey(), groups));
        }
        return groups.get(0);
    }
}
