package cymru.diogelu.modelcheck.proof;

import cymru.diogelu.modelcheck.reading.NodeKind;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Which variables may still be read from where a case stands, as compilers find live variables: what nobody can read before
 * it is set anew makes no difference.
 */
final class Liveness {

    private final Slice slice;
    private final Set<Step> matter;
    private final Map<Step, Set<String>> live = new HashMap<>();
    private final Map<Step, Set<String>> liveMeanwhile = new HashMap<>();
    private final Map<Step, List<Step.Handed>> late = new HashMap<>();

    /** @param matter the steps that matter to the rule */
    Liveness(Slice slice, Set<Step> matter) {
        this.slice = slice;
        this.matter = matter;
        findLive();
        for (Step step : matter) {
            liveMeanwhile.put(step, findLiveMeanwhile(step));
            late.put(step, findLate(step).toList());
        }
    }

    private void findLive() {
        boolean grown = true;
        while (grown) {
            grown = false;
            for (Step step : matter) {
                grown |= live.computeIfAbsent(step, none -> new HashSet<>()).addAll(liveAt(step));
            }
        }
    }

    private Set<String> liveAt(Step step) {
        Set<String> later = liveBehind(step);
        later.addAll(slice.reads(step));
        return later;
    }

    /** The variables of its run that may still be read from where a token stands. */
    Set<String> liveAt(Token token) {
        Step at = Objects.requireNonNull(token.at);
        return token.turn > 0 || !token.by.isEmpty() ? live(at) : liveMeanwhile(at);
    }

    private Set<String> liveMeanwhile(Step step) {
        return Objects.requireNonNull(liveMeanwhile.getOrDefault(step, Set.of()));
    }

    /** The variables that may still be read while a run waits at a step. */
    private Set<String> findLiveMeanwhile(Step step) {
        Set<String> later = liveBehind(step);
        later.addAll(slice.readMeanwhile(step));
        return later;
    }

    private Set<String> liveBehind(Step step) {
        Set<String> later = liveOn(step);
        later.removeAll(slice.answersTo(step));
        later.removeAll(handedBackBy(step));
        for (Step boundary : step.boundaries()) {
            Set<String> behind = new HashSet<>(live(boundary));
            if (!boundary.isTimer()) {
                behind.removeAll(handedBackBy(step));
            }
            later.addAll(behind);
        }
        if (step.kind() == NodeKind.END_EVENT) {
            later.addAll(lateFrom(step.procedure()));
        }
        if (step.kind() != NodeKind.BOUNDARY_EVENT && step.escalation().isPresent()) {
            later.addAll(handedBack(step.procedure()));
        }
        later.retainAll(slice.needs(step.procedure()));
        return later;
    }

    private Set<String> liveOn(Step step) {
        return step.ways().stream()
                .flatMap(way -> live(way.target()).stream())
                .collect(Collectors.toCollection(HashSet::new));
    }

    private static Set<String> handedBackBy(Step call) {
        return call.handed("out").stream()
                .filter(handed -> handed.variable() != null)
                .map(Step.Handed::target)
                .collect(Collectors.toSet());
    }

    /**
     * What a call hands back that makes a difference when all is done there, and not only at the moment of an escalation:
     * what is read next, or by anybody who waits meanwhile.
     */
    List<Step.Handed> late(Step call) {
        return Objects.requireNonNull(late.getOrDefault(call, List.of()));
    }

    private Stream<Step.Handed> findLate(Step call) {
        Set<String> read = liveOn(call);
        call.procedure().steps().stream()
                .filter(matter::contains)
                .filter(Liveness::waits)
                .forEach(step -> read.addAll(Game.isJoin(step) ? live(step) : findLiveMeanwhile(step)));
        return call.handed("out").stream().filter(handed -> read.contains(handed.target()));
    }

    /** Whether a variable may be read after a call before it is set anew. */
    boolean isReadAfter(Step call, String name) {
        return call.ways().stream().anyMatch(way -> live(way.target()).contains(name));
    }

    /** Whether a variable may still be read while a run waits at a step. */
    boolean isReadWaiting(Step step, String name) {
        return waits(step) && (Game.isJoin(step) ? live(step) : liveMeanwhile(step)).contains(name);
    }

    private static boolean waits(Step step) {
        return switch (step.kind()) {
            case USER_TASK, CALL_ACTIVITY, CATCH_EVENT, EVENT_BASED_GATEWAY -> true;
            default -> Game.isJoin(step);
        };
    }

    private Set<String> lateFrom(Walkable procedure) {
        return slice.calls(procedure)
                .flatMap(this::findLate)
                .flatMap(handed -> Stream.ofNullable(handed.variable()))
                .collect(Collectors.toSet());
    }

    private Set<String> handedBack(Walkable procedure) {
        return slice.calls(procedure)
                .flatMap(call -> call.handed("out").stream())
                .flatMap(handed -> Stream.ofNullable(handed.variable()))
                .collect(Collectors.toSet());
    }

    private Set<String> live(Step step) {
        return Objects.requireNonNull(live.getOrDefault(step, Set.of()));
    }
}
