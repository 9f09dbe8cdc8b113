package cymru.diogelu.procedures.recording;

import cymru.diogelu.cases.CaseReference;
import cymru.diogelu.cases.Cases;
import cymru.diogelu.deadlines.Deadline;
import cymru.diogelu.ledger.Ledger;
import cymru.diogelu.procedures.EntryKind;
import cymru.diogelu.procedures.OpenTask;
import cymru.diogelu.procedures.recording.DatesOnRecord.DateOnRecord;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Records that a case goes on under other models, and gives its open tasks the group and the dates that these ask for. A
 * date counts from the event of its provision; where the case has none on record, from when the task was offered, as if
 * the limit had always been there.
 */
@Component
public class MoveRecorder {

    /**
     * A date that came, went or stayed with the move of a task.
     *
     * @param before absent where the former models set none
     * @param after absent where the new models set none
     * @param later the later date that was agreed in the place of the first
     * @param passed whether the step is recorded as late under this provision already
     */
    public record Redated(
            String provision,
            @Nullable Instant before,
            @Nullable Instant after,
            @Nullable Instant later,
            List<Instant> reminders,
            boolean passed) {}

    private final Recorder recorder;
    private final CaseLimits limits;
    private final Cases cases;
    private final Ledger ledger;
    private final CurrentAction action;

    MoveRecorder(Recorder recorder, CaseLimits limits, Cases cases, Ledger ledger, CurrentAction action) {
        this.recorder = recorder;
        this.limits = limits;
        this.cases = cases;
        this.ledger = ledger;
        this.action = action;
    }

    /**
     * Records that one run of a procedure goes on under another version of it.
     *
     * @param places where it stood and now stands: {@code visit}, {@code from}, {@code to}
     */
    public void moved(ExecutionEntity run, int fromVersion, List<Map<String, String>> places) {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("run", run.getId());
        body.put("fromVersion", fromVersion);
        body.put("places", places);
        recorder.record(run, EntryKind.CASE_MOVED, null, body);
    }

    /** Offers a task to the group that the new models name, unless it has it already. */
    public void offer(TaskEntity task, String group) {
        if (group.equals(task.getOwner())) {
            return;
        }
        task.deleteCandidateGroup(task.getOwner());
        task.addCandidateGroup(group);
        task.setOwner(group);
        task.setAssignee(null);
        cases.involve(new CaseReference(task.getExecution().getProcessBusinessKey()), group);
        record(task, EntryKind.TASK_OFFERED, Map.of("group", group, "run", task.getProcessInstanceId()));
    }

    /** Gives a task the dates of the limits that the new models draw on it, and timers that agree with them. */
    public List<Redated> redate(TaskEntity task) {
        ExecutionEntity execution = task.getExecution();
        String reference = execution.getProcessBusinessKey();
        Map<String, DateOnRecord> before = DatesOnRecord.of(ledger, reference, task.getId());
        Set<String> asked = new TreeSet<>(LimitRecorder.provisions(execution.getActivity()));
        List<Redated> dates = new ArrayList<>();
        before.forEach((provision, date) ->
                dates.add(asked.contains(provision) ? kept(provision, date) : lifted(task, provision, date)));
        asked.stream()
                .filter(provision -> !before.containsKey(provision))
                .forEach(provision -> dates.add(added(task, reference, provision)));
        if (!asked.equals(before.keySet())) {
            task.setDueDate(Date.from(shown(dates)));
            task.setFollowUpDate(firstSet(dates));
        }
        MovedTimers.settle(task, dates, action.at());
        return dates;
    }

    private static Redated kept(String provision, DateOnRecord date) {
        return new Redated(provision, date.due(), date.due(), date.extended(), date.reminders(), date.breached());
    }

    private Redated lifted(TaskEntity task, String provision, DateOnRecord date) {
        record(task, EntryKind.DEADLINE_LIFTED, Map.of("provision", provision));
        return new Redated(provision, date.due(), null, null, List.of(), date.breached());
    }

    private Redated added(TaskEntity task, String reference, String provision) {
        Deadline deadline =
                limits.deadline(reference, provision, task.getCreateTime().toInstant());
        record(task, EntryKind.DEADLINE_SET, TaskRecorder.body(deadline));
        List<Instant> reminders =
                deadline.reminders().stream().map(OffsetDateTime::toInstant).toList();
        return new Redated(provision, null, deadline.due().toInstant(), null, reminders, false);
    }

    /** The date that a worklist shows; a later one that was agreed counts in the place of the first. */
    private static Instant shown(List<Redated> dates) {
        return earliest(dates.stream().map(date -> date.later() == null ? date.after() : date.later()));
    }

    /** The date first set, which stands on a task that was given more time. */
    private static @Nullable Date firstSet(List<Redated> dates) {
        boolean extended = dates.stream().anyMatch(date -> date.later() != null);
        return extended ? Date.from(earliest(dates.stream().map(Redated::after))) : null;
    }

    private static Instant earliest(Stream<@Nullable Instant> dates) {
        return dates.filter(Objects::nonNull).min(Comparator.naturalOrder()).orElse(OpenTask.NEVER);
    }

    private void record(TaskEntity task, EntryKind kind, Map<String, Object> body) {
        Map<String, Object> whole = new LinkedHashMap<>(body);
        TaskRecorder.about(task.getDescription()).ifPresent(about -> whole.put("about", about));
        recorder.record(task.getExecution(), kind, task.getTaskDefinitionKey(), task.getId(), whole);
    }
}
