package cymru.diogelu.procedures.recording;

import cymru.diogelu.procedures.recording.LimitRecorder.ReminderTimer;
import cymru.diogelu.procedures.recording.MoveRecorder.Redated;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.jobexecutor.TimerDeclarationImpl;
import org.camunda.bpm.engine.impl.jobexecutor.TimerEventJobHandler.TimerJobConfiguration;
import org.camunda.bpm.engine.impl.jobexecutor.TimerTaskListenerJobHandler;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.camunda.bpm.engine.impl.persistence.entity.TimerEntity;
import org.camunda.bpm.engine.impl.pvm.process.ActivityImpl;
import org.camunda.bpm.engine.impl.pvm.process.ScopeImpl;

/**
 * Brings the timers of a moved task into step with its dates on record. Left alone, the engine makes a new timer for each
 * event that the former model did not have, counted from now, and none for an event whose former timer has run already.
 */
final class MovedTimers {

    private final ExecutionEntity execution;
    private final ActivityImpl step;
    private final List<Redated> dates;
    private final Instant now;
    private final Map<String, String> limits;
    private final Map<String, ReminderTimer> reminders;
    private final Set<String> running = new HashSet<>();

    private MovedTimers(TaskEntity task, List<Redated> dates, Instant now) {
        this.execution = task.getExecution();
        this.step = execution.getActivity();
        this.dates = dates;
        this.now = now;
        this.limits = LimitRecorder.limits(step);
        this.reminders = LimitRecorder.reminders(step);
    }

    static void settle(TaskEntity task, List<Redated> dates, Instant now) {
        new MovedTimers(task, dates, now).settle();
    }

    private void settle() {
        for (TimerEntity timer : timers()) {
            String id = timer.getJobHandlerType().equals(TimerTaskListenerJobHandler.TYPE)
                    ? ((TimerJobConfiguration) timer.getJobHandlerConfiguration()).getTimerElementSecondaryKey()
                    : timer.getActivityId();
            if (limits.containsKey(id) || reminders.containsKey(id)) {
                running.add(id);
                settle(timer, id);
            }
        }
        limits.keySet().forEach(event -> begin(event, scopeDeclarations(), scopeExecution()));
        reminders.keySet().forEach(listener -> begin(listener, listenerDeclarations(), execution));
    }

    /** The limits of a repeated task hang on the repetition around it, one or two executions up. */
    private List<TimerEntity> timers() {
        List<TimerEntity> timers = new ArrayList<>();
        for (ExecutionEntity around = execution; around != null; around = around.getParent()) {
            timers.addAll(Context.getCommandContext().getJobManager().findTimersByExecutionId(around.getId()));
        }
        return timers;
    }

    /** A limit that is recorded as passed has had its escalation, and nobody is reminded of what lay before the move. */
    private void settle(TimerEntity timer, String id) {
        boolean over = date(id).filter(Redated::passed).isPresent() && limits.containsKey(id)
                || due(id).filter(at -> reminders.containsKey(id) && !at.isAfter(now))
                        .isPresent();
        if (over) {
            timer.delete();
        } else {
            due(id).ifPresent(at -> timer.setDuedate(Date.from(at)));
        }
    }

    /** A date that is new needs a timer, also where the same event has had its time under the former models. */
    private void begin(String id, Map<String, TimerDeclarationImpl> declarations, ExecutionEntity scope) {
        boolean added = date(id).filter(date -> date.before() == null).isPresent();
        if (added && !running.contains(id)) {
            TimerEntity timer = Objects.requireNonNull(declarations.get(id), id).createTimer(scope);
            settle(timer, id);
        }
    }

    private Optional<Instant> due(String id) {
        ReminderTimer reminder = reminders.get(id);
        return reminder == null
                ? date(id).map(Redated::after)
                : date(id).map(Redated::reminders)
                        .filter(all -> all.size() >= reminder.number())
                        .map(all -> all.get(reminder.number() - 1));
    }

    private Optional<Redated> date(String id) {
        ReminderTimer reminder = reminders.get(id);
        String provision = reminder == null ? limits.get(id) : reminder.provision();
        return dates.stream()
                .filter(date -> date.after() != null && date.provision().equals(provision))
                .findFirst();
    }

    private ScopeImpl scope() {
        boolean own =
                TimerDeclarationImpl.getDeclarationsForScope(step).keySet().containsAll(limits.keySet());
        return own ? step : step.getFlowScope();
    }

    private Map<String, TimerDeclarationImpl> scopeDeclarations() {
        return TimerDeclarationImpl.getDeclarationsForScope(scope());
    }

    private ExecutionEntity scopeExecution() {
        ScopeImpl scope = scope();
        return scope == step ? execution : (ExecutionEntity) execution.findExecutionForFlowScope(scope);
    }

    private Map<String, TimerDeclarationImpl> listenerDeclarations() {
        return TimerDeclarationImpl.getTimeoutListenerDeclarationsForScope(step).getOrDefault(step.getId(), Map.of());
    }
}
