package cymru.diogelu.invariants;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** One procedure as drawn: its elements by id and the flows between them. */
record Procedure(String id, String file, Map<String, Step> steps, List<Flow> flows) {

    Procedure {
        steps = new LinkedHashMap<>(steps);
        flows = List.copyOf(flows);
    }

    /** @throws IllegalArgumentException for an element that is not there */
    Step step(String step) {
        Step found = steps.get(step);
        if (found == null) {
            throw new IllegalArgumentException(file + " has no element " + step);
        }
        return found;
    }

    Stream<Step> all(String type) {
        return steps.values().stream().filter(step -> step.is(type));
    }

    List<Flow> from(Step step) {
        return flows.stream().filter(flow -> flow.source().equals(step.id())).toList();
    }

    List<Flow> to(Step step) {
        return flows.stream().filter(flow -> flow.target().equals(step.id())).toList();
    }

    List<Step> boundary(Step step) {
        return all("boundaryEvent")
                .filter(event -> step.id().equals(event.attachedTo()))
                .toList();
    }

    Step start() {
        return all("startEvent").findFirst().orElseThrow(() -> new IllegalArgumentException(file + " has no start"));
    }

    Finding finding(Step step, String sentence) {
        return new Finding(file, step.id(), sentence);
    }
}
