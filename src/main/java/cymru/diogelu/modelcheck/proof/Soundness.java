package cymru.diogelu.modelcheck.proof;

import cymru.diogelu.modelcheck.reading.Models;
import cymru.diogelu.modelcheck.reading.NodeKind;
import cymru.diogelu.statute.CaseEvent;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Whether each procedure can be done whatever it is called with: that it comes to an end from wherever it stands, that no
 * gateway is left without a way, and that each of its tasks can be come to.
 */
public final class Soundness {

    private final Net net;
    private final int mostStates;

    /** @param mostStates after how many states of one procedure to give up */
    public Soundness(Models models, int mostStates) {
        this.net = new Net(models);
        this.mostStates = mostStates;
    }

    /**
     * What is known of a procedure.
     *
     * @param whole whether every state was looked at, within the bounds of {@link Choices}
     * @param stuck the shortest way to where it can never end; none where there is no such way
     * @param neverReached the tasks and calls that nobody ever comes to; none where not every state was looked at
     */
    public record Result(String procedure, int states, boolean whole, List<Move> stuck, List<String> neverReached) {

        /** Whether nothing was found, and nothing was left out. */
        public boolean sound() {
            return whole && stuck.isEmpty() && neverReached.isEmpty();
        }
    }

    public List<Result> all() {
        return net.procedures().stream().map(this::of).toList();
    }

    private Result of(Walkable procedure) {
        Net called = net.from(procedure);
        Reached reached = new Reached();
        Exploration exploration = new Exploration(called, Slice.of(called, procedure), reached, mostStates);
        exploration.run();
        boolean whole = exploration.whole() && exploration.way().isEmpty();
        List<Move> stuck = exploration
                .way()
                .or(() -> whole ? exploration.wayToNoEnd() : Optional.empty())
                .orElse(List.of());
        return new Result(
                procedure.id(), exploration.states(), whole, stuck, whole ? reached.missing(procedure) : List.of());
    }

    /** Notes what is come to, and stops where no way leads on. */
    private static final class Reached implements Onlooker {

        private final Set<String> entered = new HashSet<>();

        @Override
        public void see(CaseState state, @Nullable Run run, CaseEvent event) {
            if (event.kind() == CaseEvent.Kind.ENTERED) {
                entered.add(event.id());
            }
        }

        @Override
        public void ended(CaseState state, Run run) {
            // An end is no fault.
        }

        @Override
        public void closed(CaseState state) {
            // Nor is the end of the case.
        }

        @Override
        public boolean isBroken(CaseState state, boolean standsStill) {
            return standsStill || state.stuck != null;
        }

        List<String> missing(Walkable procedure) {
            return procedure.steps().stream()
                    .filter(step -> step.kind() == NodeKind.USER_TASK || step.kind() == NodeKind.CALL_ACTIVITY)
                    .map(Step::place)
                    .filter(place -> !entered.contains(place))
                    .toList();
        }
    }
}
