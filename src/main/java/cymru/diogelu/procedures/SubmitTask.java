package cymru.diogelu.procedures;

import cymru.diogelu.access.Viewer;
import cymru.diogelu.cases.CaseReference;
import cymru.diogelu.cases.Cases;
import cymru.diogelu.cases.SafeguardingCase;
import cymru.diogelu.forms.Field;
import cymru.diogelu.forms.Judgement;
import cymru.diogelu.ledger.Ledger;
import cymru.diogelu.ledger.Subject;
import cymru.diogelu.procedures.engine.EngineStep;
import cymru.diogelu.procedures.recording.CurrentAction;
import cymru.diogelu.procedures.recording.Recorder;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.camunda.bpm.engine.TaskService;
import org.springframework.stereotype.Component;

/** Takes the answers to one task: judged, recorded, put into the case and passed to the engine in one transaction. */
@Component
class SubmitTask {

    private final Tasks tasks;
    private final TaskDetails details;
    private final TaskService taskService;
    private final EngineStep step;
    private final OverdueSteps overdueSteps;
    private final AcceptedRequests accepted;
    private final Ledger ledger;
    private final Cases cases;
    private final Recorder recorder;
    private final CurrentAction action;

    SubmitTask(
            Tasks tasks,
            TaskDetails details,
            TaskService taskService,
            EngineStep step,
            OverdueSteps overdueSteps,
            AcceptedRequests accepted,
            Ledger ledger,
            Cases cases,
            Recorder recorder,
            CurrentAction action) {
        this.tasks = tasks;
        this.details = details;
        this.taskService = taskService;
        this.step = step;
        this.overdueSteps = overdueSteps;
        this.accepted = accepted;
        this.ledger = ledger;
        this.cases = cases;
        this.recorder = recorder;
        this.action = action;
    }

    /** Runs inside the caller's transaction. */
    Receipt submit(Viewer viewer, String taskId, Map<String, Object> answers) {
        String fingerprint = accepted.fingerprint(answers);
        Optional<OpenTask> offered = tasks.find(viewer, taskId);
        offered.ifPresent(task -> ledger.lock(task.caseReference()));
        Optional<OpenTask> answered = offered.flatMap(task -> step.run(() -> answer(viewer, taskId, answers)));
        if (answered.isEmpty()) {
            return answeredBefore(viewer, taskId, fingerprint);
        }
        OpenTask task = answered.get();
        overdueSteps.completed(task, action.at());
        Receipt receipt = receipt(task.caseReference());
        accepted.remember(requestId(taskId), viewer, task.group(), fingerprint, receipt);
        return receipt;
    }

    /** What this person was told when they answered the task. */
    Optional<Receipt> receipt(Viewer viewer, String taskId) {
        return accepted.find(requestId(taskId))
                .filter(request -> request.requester().equals(viewer.user()))
                .map(request -> accepted.receipt(request, Receipt.class));
    }

    /** Looks again, for somebody may have answered while we waited for the case; then there is nothing to answer. */
    private Optional<OpenTask> answer(Viewer viewer, String taskId, Map<String, Object> answers) {
        Optional<OpenTask> open = tasks.find(viewer, taskId);
        open.ifPresent(task -> {
            if (task.assignee() != null && !task.assignee().equals(viewer.user())) {
                throw new StaleTask(StaleTask.Reason.TAKEN_BY_ANOTHER);
            }
            action.by(Actors.of(viewer));
            complete(task, answers);
        });
        return open;
    }

    private void complete(OpenTask task, Map<String, Object> answers) {
        CaseReference reference = new CaseReference(task.caseReference());
        cases.hold(reference);
        TaskDetail detail = details.of(task);
        Judgement judgement = detail.form().judge(answers, detail.facts(), action.at());
        if (!judgement.ok()) {
            throw new AnswersRefused(judgement.errors());
        }
        record(task, detail, judgement.accepted());
        RoutedAnswers routed = RoutedAnswers.of(detail.form(), judgement.accepted());
        if (!routed.facts().isEmpty()) {
            cases.learn(reference, routed.facts());
        }
        routed.clocks().forEach((name, start) -> cases.startClock(reference, name, start));
        action.permitCompletion(task.id());
        taskService.complete(task.id(), new HashMap<>(routed.variables()));
    }

    private void record(OpenTask task, TaskDetail detail, Map<String, Object> answers) {
        record(task, EntryKind.ANSWERS_SUBMITTED, Map.of("form", detail.form().id(), "answers", answers));
        detail.form().fields().stream()
                .filter(field -> answers.containsKey(field.path()))
                .forEach(field -> field.departsFrom().ifPresent(decision -> recordDeparture(task, field, decision)));
    }

    /** Somebody did not follow what a table suggests; why they did not stands among the answers just recorded. */
    private void recordDeparture(OpenTask task, Field reason, String decision) {
        record(task, EntryKind.DEPARTURE_RECORDED, Map.of("decision", decision, "answer", reason.path()));
    }

    private void record(OpenTask task, EntryKind kind, Map<String, Object> told) {
        Map<String, Object> body = new HashMap<>(told);
        if (task.about() != null) {
            body.put("about", task.about());
        }
        recorder.record(
                task.caseReference(),
                kind,
                new Subject(task.process(), task.version(), task.element(), task.id()),
                body);
    }

    private Receipt receipt(String caseReference) {
        boolean ended =
                cases.find(new CaseReference(caseReference)).orElseThrow().status() == SafeguardingCase.Status.CLOSED;
        List<Receipt.Next> next = ended
                ? List.of()
                : tasks.ofCase(caseReference).stream().map(SubmitTask::next).toList();
        return new Receipt(caseReference, ended, next);
    }

    private static Receipt.Next next(OpenTask task) {
        return new Receipt.Next(
                task.id(), task.process(), task.version(), task.element(), task.about(), task.group(), task.due());
    }

    private Receipt answeredBefore(Viewer viewer, String taskId, String fingerprint) {
        AcceptedRequests.Accepted before = accepted.find(requestId(taskId))
                .filter(request -> viewer.groups().contains(request.offeredTo()))
                .orElseThrow(() -> new TaskNotFound(taskId));
        if (before.sameAs(viewer, fingerprint)) {
            return accepted.receipt(before, Receipt.class);
        }
        throw new StaleTask(StaleTask.Reason.ANSWERED);
    }

    private static String requestId(String taskId) {
        return "task " + taskId;
    }
}
