package cymru.diogelu.procedures;

import cymru.diogelu.access.Teams;
import cymru.diogelu.access.Viewer;
import cymru.diogelu.deadlines.ServiceClock;
import cymru.diogelu.forms.Form;
import cymru.diogelu.procedures.models.DeployedModels;
import cymru.diogelu.procedures.models.ModelSet;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The only door to the process engine. Whatever goes through it is judged, recorded and routed in one transaction, or
 * leaves no trace at all.
 */
@Component
public class Procedures {

    private static final int PAGE = 50;
    private static final int ATTEMPTS = 3;

    private final OpenCases openCases;
    private final SubmitTask submitTask;
    private final ClaimTask claimTask;
    private final Tasks tasks;
    private final TaskDetails details;
    private final AcceptedRequests accepted;
    private final DeployedModels models;
    private final Teams teams;
    private final DueWork dueWork;
    private final ServiceClock clock;
    private final TransactionTemplate transaction;

    Procedures(
            OpenCases openCases,
            SubmitTask submitTask,
            ClaimTask claimTask,
            Tasks tasks,
            TaskDetails details,
            AcceptedRequests accepted,
            DeployedModels models,
            Teams teams,
            DueWork dueWork,
            ServiceClock clock,
            PlatformTransactionManager transactionManager) {
        this.openCases = openCases;
        this.submitTask = submitTask;
        this.claimTask = claimTask;
        this.tasks = tasks;
        this.details = details;
        this.accepted = accepted;
        this.models = models;
        this.teams = teams;
        this.dueWork = dueWork;
        this.clock = clock;
        this.transaction = new TransactionTemplate(transactionManager);
    }

    /**
     * Opens a case for each child of a concern.
     *
     * @param idempotencyKey the same key from the same person opens nothing a second time
     * @return the references of the cases
     * @throws AnswersRefused when the form's judge refuses the answers
     * @throws RequestConflict when the key came before with other answers
     */
    public List<String> open(Viewer viewer, Map<String, Object> answers, @Nullable String idempotencyKey) {
        if (idempotencyKey == null) {
            return attempt(() -> openCases.open(viewer, answers));
        }
        return attempt(() -> openOnce(viewer, answers, concern(viewer, idempotencyKey)));
    }

    /** The references of the cases that this person opened under a key before, with whatever answers. */
    public Optional<List<String>> opened(Viewer viewer, String idempotencyKey) {
        return accepted.find(concern(viewer, idempotencyKey)).map(this::references);
    }

    private List<String> references(AcceptedRequests.Accepted before) {
        return List.of(accepted.receipt(before, String[].class));
    }

    private static String concern(Viewer viewer, String idempotencyKey) {
        return "concern " + viewer.user() + " " + idempotencyKey;
    }

    private List<String> openOnce(Viewer viewer, Map<String, Object> answers, String id) {
        String fingerprint = accepted.fingerprint(answers);
        Optional<AcceptedRequests.Accepted> before = accepted.find(id);
        if (before.isPresent()) {
            if (!before.get().sameAs(viewer, fingerprint)) {
                throw new RequestConflict();
            }
            return references(before.get());
        }
        List<String> opened = openCases.open(viewer, answers);
        accepted.remember(id, viewer, viewer.group(), fingerprint, opened);
        return opened;
    }

    /**
     * Takes the answers to a task. The same answers from the same person get the first receipt again.
     *
     * @throws TaskNotFound when the task is unknown or not this person's to answer
     * @throws StaleTask when somebody else has answered or taken it
     * @throws AnswersRefused when the form's judge refuses the answers
     */
    public Receipt submit(Viewer viewer, String taskId, Map<String, Object> answers) {
        tasks.find(viewer, taskId)
                .filter(task -> task.breached(clock.instant()))
                .flatMap(task -> tasks.processInstance(taskId))
                .ifPresent(dueWork::runDueOf);
        return attempt(() -> submitTask.submit(viewer, taskId, answers));
    }

    /** @throws StaleTask when somebody else has taken it */
    public OpenTask claim(Viewer viewer, String taskId) {
        return attempt(() -> claimTask.claim(viewer, taskId));
    }

    /**
     * Gives a task to somebody of its group: by whoever has it or could take it, or by a lead of the group.
     *
     * @param member the sign-in name of who gets it
     * @param note what they should know; empty for nothing
     * @throws TaskNotFound when the task is unknown, or not this person's to give
     * @throws NotInGroup when {@code member} does not belong to the group of the task
     * @throws StaleTask when somebody else has taken it, and this person does not lead the group
     */
    public OpenTask assign(Viewer viewer, String taskId, String member, String note) {
        return attempt(() -> claimTask.assign(viewer, taskId, member, note));
    }

    /**
     * A task that this person may answer or give out.
     *
     * @throws TaskNotFound when there is none
     */
    public OpenTask reachable(Viewer viewer, String taskId) {
        return claimTask.reachable(viewer, taskId).orElseThrow(() -> new TaskNotFound(taskId));
    }

    /** What this person was told when they answered a task; empty when they have not. */
    public Optional<Receipt> receipt(Viewer viewer, String taskId) {
        return submitTask.receipt(viewer, taskId);
    }

    /** @throws StaleTask when somebody else has taken it */
    public OpenTask release(Viewer viewer, String taskId) {
        return attempt(() -> claimTask.release(viewer, taskId));
    }

    /**
     * A page of open tasks, soonest due first.
     *
     * @param groups whose tasks; only groups that the viewer belongs to or leads count
     * @throws IllegalArgumentException when {@code after} is no cursor of ours
     */
    public TaskPage tasks(Viewer viewer, Collection<String> groups, TaskFilter filter, @Nullable String after) {
        List<String> seen = groups.stream()
                .filter(group -> viewer.groups().contains(group) || teams.leads(viewer, group))
                .toList();
        if (seen.isEmpty()) {
            return new TaskPage(List.of(), null);
        }
        TaskCursor cursor = after == null ? null : TaskCursor.parse(after);
        List<OpenTask> found = tasks.ofGroups(seen, filter, cursor, clock.instant(), PAGE + 1);
        if (found.size() <= PAGE) {
            return new TaskPage(found, null);
        }
        List<OpenTask> page = found.subList(0, PAGE);
        return new TaskPage(page, TaskCursor.after(page.get(PAGE - 1)).text());
    }

    /** All open tasks of a case, soonest due first; who may see the case is asked elsewhere. */
    public List<OpenTask> tasksOfCase(String caseReference) {
        return tasks.ofCase(caseReference);
    }

    /** @throws TaskNotFound when the task is unknown or not this person's to see */
    public TaskDetail task(Viewer viewer, String taskId) {
        return details.of(tasks.find(viewer, taskId).orElseThrow(() -> new TaskNotFound(taskId)));
    }

    /** A form as a new case would be asked it. */
    public Optional<Form> form(String id) {
        return models.latest(ModelSet.ROOT).form(id);
    }

    /** Everything that a case can go through in the current models: steps, timers, ends, flows, and rows of tables. */
    public List<Way> ways() {
        return WayWords.of(models.latest(ModelSet.ROOT));
    }

    /** Every element and sequence flow of the current models, as {@code procedure/element}. */
    public Set<String> elements() {
        Set<String> elements = new TreeSet<>();
        models.latest(ModelSet.ROOT).procedures().forEach((id, procedure) -> Stream.concat(
                        procedure.elements().keySet().stream(), procedure.flows().keySet().stream())
                .forEach(element -> elements.add(id + "/" + element)));
        return elements;
    }

    /** Tries again when a timer of the same case ran, or the same request was accepted, at the same moment. */
    private <T> T attempt(Supplier<T> operation) {
        for (int attempt = 1; ; attempt++) {
            try {
                return java.util.Objects.requireNonNull(transaction.execute(status -> operation.get()));
            } catch (OptimisticLockingException busy) {
                if (attempt == ATTEMPTS) {
                    throw new StaleTask(StaleTask.Reason.BUSY);
                }
            } catch (DuplicateKeyException acceptedMeanwhile) {
                if (attempt == ATTEMPTS) {
                    throw new RequestConflict();
                }
            }
        }
    }
}
