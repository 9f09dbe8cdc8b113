package cymru.diogelu.procedures.recording;

import cymru.diogelu.procedures.EntryKind;
import java.util.ArrayList;
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

/** Knows which provisions limit a task, from the boundary timers drawn on it, and records when one is passed. */
@Component
class LimitRecorder {

    private static final String PROVISIONS = "diogelu.provisions";
    private static final Pattern DUE = Pattern.compile("deadline\\.due\\('([^']+)'\\)");

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
            add(boundary.getEventScope(), provision);
            String step = step(boundary.getEventScope());
            boundary.addBuiltInListener(ExecutionListener.EVENTNAME_START, breached(provision, step));
        }
    }

    /** The provisions that limit an element; the timers of a repeated task hang on the repetition around it. */
    static List<String> provisions(PvmScope element) {
        List<String> own = of(element);
        return own.isEmpty() && element instanceof ActivityImpl activity ? of(activity.getFlowScope()) : own;
    }

    @SuppressWarnings("unchecked")
    private static List<String> of(PvmScope scope) {
        Object provisions = scope.getProperty(PROVISIONS);
        return provisions == null ? List.of() : (List<String>) provisions;
    }

    private static void add(ScopeImpl scope, String provision) {
        List<String> provisions = new ArrayList<>(of(scope));
        provisions.add(provision);
        scope.setProperty(PROVISIONS, List.copyOf(provisions));
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
