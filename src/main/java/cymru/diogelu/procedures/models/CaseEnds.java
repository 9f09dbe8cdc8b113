package cymru.diogelu.procedures.models;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.BoundaryEvent;
import org.camunda.bpm.model.bpmn.instance.EndEvent;
import org.camunda.bpm.model.bpmn.instance.EscalationEventDefinition;
import org.camunda.bpm.model.bpmn.instance.EventBasedGateway;
import org.camunda.bpm.model.bpmn.instance.ExclusiveGateway;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.InclusiveGateway;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;
import org.camunda.bpm.model.bpmn.instance.StartEvent;

/**
 * Makes sure that a root procedure cannot come to its end without an outcome for the child (INV-10). Of several ways that
 * are gone side by side one with an outcome is enough; of ways among which is chosen every one has to lead to one.
 */
final class CaseEnds {

    private final BpmnModelInstance model;
    private final Set<FlowNode> without = new LinkedHashSet<>();

    private CaseEnds(BpmnModelInstance model) {
        this.model = model;
    }

    /** @throws BrokenModel naming an end at which a case would close without an outcome */
    static void check(String file, BpmnModelInstance model) {
        CaseEnds ends = new CaseEnds(model);
        ends.findAllWithout();
        for (StartEvent start : model.getModelElementsByType(StartEvent.class)) {
            if (ends.without.contains(start)) {
                throw new BrokenModel(
                        file, ends.nearestEnd(start), "a case can end here without an outcome (extension property)");
            }
        }
    }

    private void findAllWithout() {
        Collection<FlowNode> nodes = model.getModelElementsByType(FlowNode.class);
        int before;
        do {
            before = without.size();
            nodes.stream().filter(this::endsWithout).forEach(without::add);
        } while (without.size() > before);
    }

    private boolean endsWithout(FlowNode node) {
        if (node instanceof EndEvent) {
            return ModelReader.property(node, "outcome") == null;
        }
        if (chooses(node)) {
            return ModelReader.next(node).stream().anyMatch(without::contains);
        }
        return without.containsAll(beside(node))
                || boundaries(node, true).stream().anyMatch(without::contains);
    }

    private static boolean chooses(FlowNode node) {
        return node instanceof ExclusiveGateway
                || node instanceof InclusiveGateway
                || node instanceof EventBasedGateway;
    }

    /** What goes on from here at the same time; a procedure that is called hands over by an escalation. */
    private List<FlowNode> beside(FlowNode node) {
        List<FlowNode> beside = new ArrayList<>(ModelReader.next(node));
        boundaries(node, false).stream().filter(CaseEnds::handsOver).forEach(beside::add);
        return beside;
    }

    private static boolean handsOver(BoundaryEvent boundary) {
        return boundary.getEventDefinitions().stream().anyMatch(EscalationEventDefinition.class::isInstance);
    }

    private List<BoundaryEvent> boundaries(FlowNode node, boolean interrupting) {
        return model.getModelElementsByType(BoundaryEvent.class).stream()
                .filter(boundary -> boundary.getAttachedTo().equals(node))
                .filter(boundary -> boundary.cancelActivity() == interrupting)
                .toList();
    }

    /** An end to which a choice leads comes first: it is the one that a designer forgot to mark. */
    private String nearestEnd(StartEvent start) {
        Set<FlowNode> found = new LinkedHashSet<>();
        Deque<FlowNode> open = new ArrayDeque<>(List.of(start));
        while (!open.isEmpty()) {
            FlowNode node = open.remove();
            if (without.contains(node) && found.add(node)) {
                open.addAll(beside(node));
                open.addAll(boundaries(node, true));
            }
        }
        List<FlowNode> ends = found.stream().filter(EndEvent.class::isInstance).toList();
        return ends.stream()
                .filter(CaseEnds::chosen)
                .findFirst()
                .or(() -> ends.stream().findFirst())
                .map(FlowNode::getId)
                .orElse(start.getId());
    }

    private static boolean chosen(FlowNode end) {
        return end.getIncoming().stream().map(SequenceFlow::getSource).anyMatch(CaseEnds::chooses);
    }
}
