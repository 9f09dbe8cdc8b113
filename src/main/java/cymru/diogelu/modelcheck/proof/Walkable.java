package cymru.diogelu.modelcheck.proof;

import cymru.diogelu.modelcheck.reading.NodeKind;
import cymru.diogelu.modelcheck.reading.Procedure;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** A procedure as the game of tokens needs it. */
final class Walkable {

    private final String id;
    private final Map<String, Step> steps = new LinkedHashMap<>();

    Walkable(Procedure procedure) {
        this.id = procedure.id();
        procedure.nodes().forEach(node -> steps.put(node.id(), new Step(this, node)));
        steps.values().forEach(Step::connect);
    }

    String id() {
        return id;
    }

    Collection<Step> steps() {
        return steps.values();
    }

    Optional<Step> step(String element) {
        return Optional.ofNullable(steps.get(element));
    }

    Optional<Step> start() {
        return steps.values().stream()
                .filter(step -> step.kind() == NodeKind.START_EVENT)
                .findFirst();
    }
}
