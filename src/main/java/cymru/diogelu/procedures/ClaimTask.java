package cymru.diogelu.procedures;

import cymru.diogelu.access.Teams;
import cymru.diogelu.access.Viewer;
import cymru.diogelu.ledger.Ledger;
import cymru.diogelu.ledger.Subject;
import cymru.diogelu.procedures.recording.CurrentAction;
import cymru.diogelu.procedures.recording.Recorder;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
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
    private final Teams teams;

    ClaimTask(
            Tasks tasks, TaskService taskService, Ledger ledger, Recorder recorder, CurrentAction action, Teams teams) {
        this.tasks = tasks;
        this.taskService = taskService;
        this.ledger = ledger;
        this.recorder = recorder;
        this.action = action;
        this.teams = teams;
    }

    OpenTask claim(Viewer viewer, String taskId) {
        OpenTask task = own(viewer, taskId);
        if (task.assignee() == null) {
            taskService.claim(taskId, viewer.user());
            record(viewer, task, EntryKind.TASK_CLAIMED, Map.of());
        } else if (!task.assignee().equals(viewer.user())) {
            throw new StaleTask(StaleTask.Reason.TAKEN_BY_ANOTHER);
        }
        return tasks.find(viewer, taskId).orElseThrow();
    }

    OpenTask release(Viewer viewer, String taskId) {
        OpenTask task = own(viewer, taskId);
        if (viewer.user().equals(task.assignee())) {
            taskService.setAssignee(taskId, null);
            record(viewer, task, EntryKind.TASK_RELEASED, Map.of());
        } else if (task.assignee() != null) {
            throw new StaleTask(StaleTask.Reason.TAKEN_BY_ANOTHER);
        }
        return tasks.find(viewer, taskId).orElseThrow();
    }

    OpenTask assign(Viewer viewer, String taskId, String member, String note) {
        OpenTask task = locked(taskId, () -> reachable(viewer, taskId));
        boolean leads = teams.leads(viewer, task.group());
        if (!leads && task.assignee() != null && !task.assignee().equals(viewer.user())) {
            throw new StaleTask(StaleTask.Reason.TAKEN_BY_ANOTHER);
        }
        if (!teams.members(task.group()).contains(member)) {
            throw new NotInGroup(member, task.group());
        }
        taskService.setAssignee(taskId, member);
        record(
                viewer,
                task,
                EntryKind.TASK_ASSIGNED,
                note.isBlank() ? Map.of("to", member) : Map.of("to", member, "note", note));
        return tasks.find(taskId).orElseThrow();
    }

    /** To lead a group gives its work out; it does not make one do it. */
    private OpenTask own(Viewer viewer, String taskId) {
        return locked(taskId, () -> tasks.find(viewer, taskId));
    }

    private OpenTask locked(String taskId, Supplier<Optional<OpenTask>> find) {
        OpenTask task = find.get().orElseThrow(() -> new TaskNotFound(taskId));
        ledger.lock(task.caseReference());
        return find.get().orElseThrow(() -> new StaleTask(StaleTask.Reason.ANSWERED));
    }

    /** A task of a group that this person belongs to or leads. */
    Optional<OpenTask> reachable(Viewer viewer, String taskId) {
        return tasks.find(taskId)
                .filter(task -> viewer.groups().contains(task.group()) || teams.leads(viewer, task.group()));
    }

    private void record(Viewer viewer, OpenTask task, EntryKind kind, Map<String, Object> what) {
        action.by(Actors.of(viewer));
        Map<String, Object> body = new HashMap<>(what);
        if (task.about() != null) {
            body.put("about", task.about());
        }
        recorder.record(
                task.caseReference(),
                kind,
                new Subject(task.process(), task.version(), task.element(), task.id()),
                body);
    }
}
