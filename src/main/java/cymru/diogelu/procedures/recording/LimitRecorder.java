package cymru.diogelu.procedures.recording;

import cymru.diogelu.procedures.EntryKind;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.camunda.bpm.engine.impl.bpmn.parser.BpmnParse;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.camunda.bpm.engine.impl.pvm.PvmScope;
import org.camunda.bpm.engine.impl.pvm.process.ActivityImpl;
import org.camunda.bpm.engine.impl.pvm.process.ScopeImpl;
import org.camunda.bpm.engine.impl.util.xml.Element;
import org.camunda.bpm.engine.task.Task;
import org.springframework.stereotype.Component;

/**
 * Knows which provisions limit a task, from the boundary timers drawn on it and the reminders set for it, and records when
 * one is passed.
 */
@Component
class LimitRecorder {

    private static final String LIMITS = "diogelu.limits";
    private static final String REMINDERS = "diogelu.reminders";
    private static final Pattern DUE = Pattern.compile("deadline\\.due\\('([^']+)'\\)");
    private static final Pattern REMINDER = Pattern.compile("deadline\\.reminder\\('([^']+)', *(\\d+)\\)");

    /** A reminder of a provision, counted from 1. */
    record ReminderTimer(String provision, int number) {}

    private final Recorder recorder;

    LimitRecorder(Recorder recorder) {
        this.recorder = recorder;
    }

    /** Notes the provision of a boundary timer on the element it guards. */
    void hangOn(Element timer, ActivityImpl boundary) {
        Element date = timer.element("timeDate");
        Matcher due = DUE.matcher(date == null ? "" : date.getText());
        if (due.find()) {
            String provision = due.group(1);
            note(boundary.getEventScope(), LIMITS, boundary.getId(), provision);
            String step = step(boundary.getEventScope());
            boundary.addBuiltInListener(ExecutionListener.EVENTNAME_START, breached(provision, step));
        }
    }

    /** Notes which provision each timed listener of a task reminds of. */
    void remindAt(Element userTask, ActivityImpl activity) {
        ListenerTimers.keep(activity);
        Element extensions = userTask.element("extensionElements");
        for (Element listener : extensions == null ? List.<Element>of() : extensions.elements("taskListener")) {
            Element timer = listener.element("timerEventDefinition");
            Element date = timer == null ? null : timer.element("timeDate");
            Matcher reminder = REMINDER.matcher(date == null ? "" : date.getText());
            if (reminder.find()) {
                var noted = new ReminderTimer(reminder.group(1), Integer.parseInt(reminder.group(2)));
                note(activity, REMINDERS, String.valueOf(listener.attribute("id")), noted);
            }
        }
    }

    /** The provisions that limit an element. */
    static List<String> provisions(PvmScope element) {
        return List.copyOf(limits(element).values());
    }

    /**
     * The provision of each boundary timer, by the timer's id; the timers of a repeated task hang on the repetition around
     * it.
     */
    static Map<String, String> limits(PvmScope element) {
        Map<String, String> own = noted(element, LIMITS);
        return own.isEmpty() && element instanceof ActivityImpl activity ? noted(activity.getFlowScope(), LIMITS) : own;
    }

    /** The reminders of a task, by the id of the listener. */
    static Map<String, ReminderTimer> reminders(PvmScope task) {
        return noted(task, REMINDERS);
    }

    @SuppressWarnings("unchecked")
    private static <T> Map<String, T> noted(PvmScope scope, String property) {
        Object noted = scope.getProperty(property);
        return noted == null ? Map.of() : (Map<String, T>) noted;
    }

    private static <T> void note(ScopeImpl scope, String property, String id, T what) {
        Map<String, T> all = new LinkedHashMap<>(noted(scope, property));
        all.put(id, what);
        scope.setProperty(property, all);
    }

    /** The timers of a repeated task hang on the repetition around it, whose name the engine makes of the task's. */
    private static String step(ScopeImpl guarded) {
        return guarded.getId().replace(BpmnParse.MULTI_INSTANCE_BODY_ID_SUFFIX, "");
    }

    private ExecutionListener breached(String provision, String step) {
        return execution -> {
            List<Task> open = open(execution, step);
            Map<String, Object> body = new LinkedHashMap<>();
            body.put("provision", provision);
            body.put("run", execution.getProcessInstanceId());
            body.put("step", step);
            body.put("tasks", open.stream().map(Task::getId).sorted().toList());
            body.put(
                    "stillOpen",
                    open.stream().flatMap(LimitRecorder::about).sorted().toList());
            recorder.record(
                    (ExecutionEntity) execution, EntryKind.DEADLINE_BREACHED, execution.getCurrentActivityId(), body);
        };
    }

    private static List<Task> open(DelegateExecution execution, String step) {
        return execution
                .getProcessEngineServices()
                .getTaskService()
                .createTaskQuery()
                .processInstanceId(execution.getProcessInstanceId())
                .taskDefinitionKey(step)
                .list();
    }

    private static Stream<String> about(Task task) {
        return TaskRecorder.about(task.getDescription()).stream();
    }
}
