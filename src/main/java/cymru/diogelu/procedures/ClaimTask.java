package cymru.diogelu.procedures;

import cymru.diogelu.access.Viewer;
import cymru.diogelu.ledger.Ledger;
import cymru.diogelu.ledger.Subject;
import cymru.diogelu.procedures.recording.CurrentAction;
import cymru.diogelu.procedures.recording.Recorder;
import java.util.Map;
import org.camunda.bpm.engine.TaskService;
import org.springframework.stereotype.Component;

/** Lets one person of the group take a task, or give it back to the group. */
@Component
class ClaimTask {

    private final Tasks tasks;
    private final TaskService taskService;
    private final Ledger ledger;
    private final Recorder recorder;
    private final CurrentAction action;

    ClaimTask(Tasks tasks, TaskService taskService, Ledger ledger, Recorder recorder, CurrentAction action) {
        this.tasks = tasks;
        this.taskService = taskService;
        this.ledger = ledger;
        this.recorder = recorder;
        this.action = action;
    }

    OpenTask claim(Viewer viewer, String taskId) {
        OpenTask task = locked(viewer, taskId);
        if (task.assignee() == null) {
            taskService.claim(taskId, viewer.user());
            record(viewer, task, EntryKind.TASK_CLAIMED);
        } else if (!task.assignee().equals(viewer.user())) {
            throw new StaleTask(StaleTask.Reason.TAKEN_BY_ANOTHER);
        }
        return tasks.find(viewer, taskId).orElseThrow();
    }

    OpenTask release(Viewer viewer, String taskId) {
        OpenTask task = locked(viewer, taskId);
        if (viewer.user().equals(task.assignee())) {
            taskService.setAssignee(taskId, null);
            record(viewer, task, EntryKind.TASK_RELEASED);
        } else if (task.assignee() != null) {
            throw new StaleTask(StaleTask.Reason.TAKEN_BY_ANOTHER);
        }
        return tasks.find(viewer, taskId).orElseThrow();
    }

    private OpenTask locked(Viewer viewer, String taskId) {
        OpenTask task = tasks.find(viewer, taskId).orElseThrow(() -> new TaskNotFound(taskId));
        ledger.lock(task.caseReference());
        return tasks.find(viewer, taskId).orElseThrow(() -> new StaleTask(StaleTask.Reason.ANSWERED));
    }

    private void record(Viewer viewer, OpenTask task, EntryKind kind) {
        action.by(Actors.of(viewer));
        recorder.record(
                task.caseReference(),
                kind,
                new Subject(task.process(), task.version(), task.element(), task.id()),
                task.about() == null ? Map.of() : Map.of("about", task.about()));
    }
}
