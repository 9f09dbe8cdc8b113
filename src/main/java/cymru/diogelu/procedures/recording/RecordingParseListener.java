package cymru.diogelu.procedures.recording;

import cymru.diogelu.procedures.EntryKind;
import java.util.List;
import java.util.Optional;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.camunda.bpm.engine.impl.bpmn.behavior.UserTaskActivityBehavior;
import org.camunda.bpm.engine.impl.bpmn.parser.AbstractBpmnParseListener;
import org.camunda.bpm.engine.impl.persistence.entity.ProcessDefinitionEntity;
import org.camunda.bpm.engine.impl.pvm.process.ActivityImpl;
import org.camunda.bpm.engine.impl.pvm.process.ScopeImpl;
import org.camunda.bpm.engine.impl.pvm.process.TransitionImpl;
import org.camunda.bpm.engine.impl.util.xml.Element;
import org.springframework.stereotype.Component;

/** Hangs the recorders on every element of every model as it is read, so that no model can be drawn without them. */
@Component
public class RecordingParseListener extends AbstractBpmnParseListener {

    private final PathRecorder path;
    private final TaskRecorder tasks;
    private final LimitRecorder limits;

    RecordingParseListener(PathRecorder path, TaskRecorder tasks, LimitRecorder limits) {
        this.path = path;
        this.tasks = tasks;
        this.limits = limits;
    }

    @Override
    public void parseRootElement(Element root, List<ProcessDefinitionEntity> definitions) {
        for (ProcessDefinitionEntity definition : definitions) {
            definition.addBuiltInListener(ExecutionListener.EVENTNAME_START, path.procedureStarted());
            definition.addBuiltInListener(ExecutionListener.EVENTNAME_END, path.procedureEnded());
        }
    }

    @Override
    public void parseSequenceFlow(Element flow, ScopeImpl scope, TransitionImpl transition) {
        transition.addBuiltInListener(ExecutionListener.EVENTNAME_TAKE, path.flow());
    }

    @Override
    public void parseUserTask(Element element, ScopeImpl scope, ActivityImpl activity) {
        stay(activity);
        var definition = ((UserTaskActivityBehavior) activity.getActivityBehavior()).getTaskDefinition();
        definition.addBuiltInTaskListener(TaskListener.EVENTNAME_CREATE, tasks.offered());
        definition.addBuiltInTaskListener(TaskListener.EVENTNAME_COMPLETE, tasks.completed());
        definition.addBuiltInTaskListener(TaskListener.EVENTNAME_DELETE, tasks.withdrawn());
        limits.remindAt(element, activity);
    }

    @Override
    public void parseCallActivity(Element element, ScopeImpl scope, ActivityImpl activity) {
        stay(activity);
    }

    @Override
    public void parseIntermediateCatchEvent(Element element, ScopeImpl scope, ActivityImpl activity) {
        activity.addBuiltInListener(ExecutionListener.EVENTNAME_START, path.flowFromEventGateway());
        stay(activity);
    }

    @Override
    public void parseEventBasedGateway(Element element, ScopeImpl scope, ActivityImpl activity) {
        stay(activity);
    }

    @Override
    public void parseBoundaryTimerEventDefinition(Element timer, boolean interrupting, ActivityImpl boundary) {
        limits.hangOn(timer, boundary);
    }

    @Override
    public void parseBoundaryEvent(Element element, ScopeImpl scope, ActivityImpl activity) {
        pass(activity);
    }

    @Override
    public void parseStartEvent(Element element, ScopeImpl scope, ActivityImpl activity) {
        pass(activity);
    }

    @Override
    public void parseEndEvent(Element element, ScopeImpl scope, ActivityImpl activity) {
        pass(activity);
        outcome(element)
                .ifPresent(
                        outcome -> activity.addBuiltInListener(ExecutionListener.EVENTNAME_END, path.outcome(outcome)));
    }

    @Override
    public void parseExclusiveGateway(Element element, ScopeImpl scope, ActivityImpl activity) {
        pass(activity);
    }

    @Override
    public void parseInclusiveGateway(Element element, ScopeImpl scope, ActivityImpl activity) {
        pass(activity);
    }

    @Override
    public void parseParallelGateway(Element element, ScopeImpl scope, ActivityImpl activity) {
        pass(activity);
    }

    @Override
    public void parseIntermediateThrowEvent(Element element, ScopeImpl scope, ActivityImpl activity) {
        pass(activity);
    }

    @Override
    public void parseServiceTask(Element element, ScopeImpl scope, ActivityImpl activity) {
        pass(activity);
    }

    @Override
    public void parseBusinessRuleTask(Element element, ScopeImpl scope, ActivityImpl activity) {
        pass(activity);
    }

    /** What an end means for the child, where the designer has marked it as an outcome of the case. */
    private static Optional<String> outcome(Element endEvent) {
        return Optional.ofNullable(endEvent.element("extensionElements"))
                .map(extensions -> extensions.element("properties"))
                .flatMap(properties -> properties.elements("property").stream()
                        .filter(property -> "outcome".equals(property.attribute("name")))
                        .map(property -> property.attribute("value"))
                        .findFirst());
    }

    /** The case waits here: arrival and departure are two moments. */
    private void stay(ActivityImpl activity) {
        activity.addBuiltInListener(ExecutionListener.EVENTNAME_START, path.element(EntryKind.ELEMENT_ENTERED));
        activity.addBuiltInListener(ExecutionListener.EVENTNAME_END, path.element(EntryKind.ELEMENT_LEFT));
    }

    /** The case goes through here within one transaction: one entry tells it. */
    private void pass(ActivityImpl activity) {
        activity.addBuiltInListener(ExecutionListener.EVENTNAME_END, path.element(EntryKind.ELEMENT_PASSED));
    }
}
