package cymru.diogelu.procedures.models;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.BoundaryEvent;
import org.camunda.bpm.model.bpmn.instance.CallActivity;
import org.camunda.bpm.model.bpmn.instance.Escalation;
import org.camunda.bpm.model.bpmn.instance.EscalationEventDefinition;
import org.camunda.bpm.model.bpmn.instance.Event;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.jspecify.annotations.Nullable;

/**
 * Makes sure that what a procedure hands up is taken up by one that calls it, and that nobody waits for what is never
 * handed up: the engine lets an escalation pass in silence.
 */
final class Escalations {

    private final Map<String, String> files = new TreeMap<>();
    private final Map<String, BpmnModelInstance> models = new TreeMap<>();

    private Escalations(Map<String, BpmnModelInstance> all) {
        all.forEach((file, model) -> {
            String id = model.getModelElementsByType(Process.class)
                    .iterator()
                    .next()
                    .getId();
            files.put(id, file);
            models.put(id, model);
        });
    }

    /** @throws BrokenModel naming the event that raises, or waits for, an escalation in vain */
    static void check(Map<String, BpmnModelInstance> models) {
        Escalations escalations = new Escalations(models);
        escalations.models.keySet().forEach(escalations::checkWaiting);
        escalations.models.keySet().forEach(escalations::checkRaised);
    }

    private void checkWaiting(String process) {
        for (CallActivity call : calls(process)) {
            Set<String> raised = raised(call.getCalledElement(), new HashSet<>());
            boundaries(process, call)
                    .filter(boundary -> code(boundary) != null && !raised.contains(code(boundary)))
                    .findFirst()
                    .ifPresent(boundary -> {
                        throw new BrokenModel(
                                file(process),
                                boundary.getId(),
                                "waits for '%s', which '%s' never raises"
                                        .formatted(code(boundary), call.getCalledElement()));
                    });
        }
    }

    private void checkRaised(String process) {
        for (Event event : raising(process)) {
            boolean takenUp = models.keySet().stream()
                    .flatMap(caller -> model(caller).getModelElementsByType(BoundaryEvent.class).stream())
                    .anyMatch(boundary -> Objects.equals(code(boundary), code(event)));
            if (!takenUp) {
                throw new BrokenModel(
                        file(process), event.getId(), "raises '%s', which nobody takes up".formatted(code(event)));
            }
        }
    }

    /** The codes that can leave a procedure. */
    private Set<String> raised(String process, Set<String> around) {
        Set<String> raised = new HashSet<>();
        if (around.add(process)) {
            raising(process).forEach(event -> raised.add(String.valueOf(code(event))));
            for (CallActivity call : calls(process)) {
                Set<String> inside = raised(call.getCalledElement(), new HashSet<>(around));
                boundaries(process, call).forEach(boundary -> inside.remove(String.valueOf(code(boundary))));
                raised.addAll(inside);
            }
        }
        return raised;
    }

    private List<Event> raising(String process) {
        return model(process).getModelElementsByType(Event.class).stream()
                .filter(event -> !(event instanceof BoundaryEvent) && code(event) != null)
                .toList();
    }

    private Collection<CallActivity> calls(String process) {
        return model(process).getModelElementsByType(CallActivity.class);
    }

    private Stream<BoundaryEvent> boundaries(String process, CallActivity call) {
        return model(process).getModelElementsByType(BoundaryEvent.class).stream()
                .filter(boundary -> boundary.getAttachedTo().equals(call));
    }

    private static @Nullable String code(Event event) {
        return event.getChildElementsByType(EscalationEventDefinition.class).stream()
                .map(EscalationEventDefinition::getEscalation)
                .filter(Objects::nonNull)
                .map(Escalation::getEscalationCode)
                .findFirst()
                .orElse(null);
    }

    private BpmnModelInstance model(String process) {
        return Objects.requireNonNull(models.get(process));
    }

    private String file(String process) {
        return Objects.requireNonNull(files.get(process));
    }
}
