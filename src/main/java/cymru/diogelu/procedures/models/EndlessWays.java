package cymru.diogelu.procedures.models;

import java.util.HashSet;
import java.util.Set;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.BusinessRuleTask;
import org.camunda.bpm.model.bpmn.instance.EndEvent;
import org.camunda.bpm.model.bpmn.instance.ExclusiveGateway;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.InclusiveGateway;
import org.camunda.bpm.model.bpmn.instance.IntermediateThrowEvent;
import org.camunda.bpm.model.bpmn.instance.ParallelGateway;
import org.camunda.bpm.model.bpmn.instance.ServiceTask;

/** Finds a way that leads back to itself without a step at which the case waits: the engine would never come to rest. */
final class EndlessWays {

    private final Set<FlowNode> onTheWay = new HashSet<>();
    private final Set<FlowNode> done = new HashSet<>();
    private final String file;

    private EndlessWays(String file) {
        this.file = file;
    }

    /** @throws BrokenModel naming a node on such a way */
    static void check(String file, BpmnModelInstance model) {
        EndlessWays ways = new EndlessWays(file);
        model.getModelElementsByType(FlowNode.class).forEach(ways::follow);
    }

    private void follow(FlowNode node) {
        if (waits(node) || done.contains(node)) {
            return;
        }
        if (!onTheWay.add(node)) {
            throw new BrokenModel(file, node.getId(), "leads back to itself without a step at which the case waits");
        }
        ModelReader.next(node).forEach(this::follow);
        onTheWay.remove(node);
        done.add(node);
    }

    private static boolean waits(FlowNode node) {
        return !(node instanceof ExclusiveGateway
                || node instanceof InclusiveGateway
                || node instanceof ParallelGateway
                || node instanceof BusinessRuleTask
                || node instanceof ServiceTask
                || node instanceof IntermediateThrowEvent
                || node instanceof EndEvent);
    }
}
