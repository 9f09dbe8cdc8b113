package cymru.diogelu.procedures.recording;

import cymru.diogelu.procedures.engine.ModelFunction;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Date;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.VariableScope;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/**
 * The words that a model may use beyond BPMN: functions that give a date by provision or a group by role, and the
 * delegates that a service task or reminder may name. A designer finds them in the modelling guide.
 */
@Component
public class ModelLanguage {

    private final CaseLimits limits;
    private final TaskRecorder tasks;
    private final ExtendLimit extendLimit;
    private final EscalatedStep escalated;
    private final CurrentAction action;

    ModelLanguage(
            CaseLimits limits,
            TaskRecorder tasks,
            ExtendLimit extendLimit,
            @Lazy EscalatedStep escalated,
            CurrentAction action) {
        this.limits = limits;
        this.tasks = tasks;
        this.extendLimit = extendLimit;
        this.escalated = escalated;
        this.action = action;
    }

    public Map<String, Object> delegates() {
        return Map.of("remindBeforeLimit", tasks.reminder(), "extendLimit", extendLimit);
    }

    public List<ModelFunction> functions() {
        return List.of(
                new ModelFunction("deadline.due", List.of(String.class), this::due),
                new ModelFunction("deadline.reminder", List.of(String.class, Number.class), this::reminder),
                new ModelFunction("deadline.extended", List.of(), (scope, none) -> extended(scope)),
                new ModelFunction("group.named", List.of(String.class), this::named),
                new ModelFunction("group.from", List.of(String.class), this::from),
                new ModelFunction("group.reporter", List.of(), (scope, none) -> limits.reporterGroup(reference(scope))),
                new ModelFunction("group.escalation", List.of(Number.class), this::escalation),
                new ModelFunction("overdue.done", List.of(), (scope, none) -> done(scope)));
    }

    private Object due(VariableScope scope, List<Object> arguments) {
        return Date.from(limits.deadline(reference(scope), (String) arguments.get(0))
                .due()
                .toInstant());
    }

    private Object reminder(VariableScope scope, List<Object> arguments) {
        var reminders =
                limits.deadline(reference(scope), (String) arguments.get(0)).reminders();
        return Date.from(reminders.get(number(arguments.get(1)) - 1).toInstant());
    }

    private Object extended(VariableScope scope) {
        Instant newDue =
                OffsetDateTime.parse((String) scope.getVariable("newDue")).toInstant();
        return Date.from(newDue);
    }

    private Object named(VariableScope scope, List<Object> arguments) {
        return limits.group(reference(scope), (String) arguments.get(0));
    }

    private Object from(VariableScope scope, List<Object> arguments) {
        return limits.group(reference(scope), (String) scope.getVariable((String) arguments.get(0)));
    }

    private Object escalation(VariableScope scope, List<Object> arguments) {
        String provision = (String) scope.getVariable("provision");
        String element = (String) scope.getVariable("overdueElement");
        return limits.escalationGroup(reference(scope), provision, element, number(arguments.get(0)));
    }

    /** The record answers, not the person who is late. */
    private Object done(VariableScope scope) {
        String element = (String) scope.getVariable("overdueElement");
        return !escalated.open(execution(scope).getProcessInstanceId(), element, action.at());
    }

    private static int number(Object argument) {
        return ((Number) argument).intValue();
    }

    private static String reference(VariableScope scope) {
        return execution(scope).getProcessBusinessKey();
    }

    private static DelegateExecution execution(VariableScope scope) {
        return scope instanceof DelegateTask task ? task.getExecution() : (DelegateExecution) scope;
    }
}
