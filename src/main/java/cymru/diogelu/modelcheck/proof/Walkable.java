package cymru.diogelu.modelcheck.proof;

import cymru.diogelu.modelcheck.reading.NodeKind;
import cymru.diogelu.modelcheck.reading.Procedure;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** A procedure as the game of tokens needs it. */
final class Walkable {

    private final String id;
    private final Map<String, Step> steps = new LinkedHashMap<>();
    private final Map<Step, Set<Step>> beside = new HashMap<>();
    private final Map<Step, Set<Step>> ahead = new HashMap<>();

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

    /** The steps at which a run may be at the same time as at this one: both behind where it parts, on different ways. */
    Set<Step> beside(Step step) {
        return beside.computeIfAbsent(step, this::findBeside);
    }

    private Set<Step> findBeside(Step step) {
        Set<Step> found = new HashSet<>();
        for (Step fork : steps.values()) {
            List<Set<Step>> branches = fork.branches().map(Walkable::closure).toList();
            for (Set<Step> own : branches) {
                if (own.contains(step)) {
                    branches.stream().filter(other -> other != own).forEach(found::addAll);
                }
            }
        }
        return found;
    }

    /** A step and those that a run may come to from there. */
    Set<Step> ahead(Step step) {
        return ahead.computeIfAbsent(step, from -> closure(Set.of(from)));
    }

    private static Set<Step> closure(Set<Step> from) {
        Set<Step> found = new HashSet<>(from);
        Deque<Step> open = new ArrayDeque<>(from);
        while (!open.isEmpty()) {
            open.remove().next().filter(found::add).forEach(open::add);
        }
        return found;
    }

    Optional<Step> start() {
        return steps.values().stream()
                .filter(step -> step.kind() == NodeKind.START_EVENT)
                .findFirst();
    }
}
