package cymru.diogelu.designer;

import cymru.diogelu.access.ModelAccess;
import cymru.diogelu.access.Viewer;
import cymru.diogelu.deadlines.ServiceClock;
import cymru.diogelu.designer.Move.Outcome;
import cymru.diogelu.procedures.ModelSets;
import cymru.diogelu.procedures.ModelSets.Going;
import cymru.diogelu.procedures.MovedCase;
import cymru.diogelu.procedures.StaleTask;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.stereotype.Component;

/**
 * Moves many cases to the set in force, a few at a time and each by itself. How far a move has come is kept, so that it goes
 * on when the program was ended midway: what was moved is not moved again, and what was not is still offered.
 */
@Component
public class Moves {

    private static final Logger LOG = LoggerFactory.getLogger(Moves.class);
    private static final int AT_A_TIME = 10;
    private static final int NEWEST = 20;

    private final ModelAccess access;
    private final ModelSets sets;
    private final Impact impact;
    private final MoveTable table;
    private final ServiceClock clock;

    Moves(ModelAccess access, ModelSets sets, Impact impact, MoveTable table, ServiceClock clock) {
        this.access = access;
        this.sets = sets;
        this.impact = impact;
        this.table = table;
        this.clock = clock;
    }

    /**
     * How a move stands.
     *
     * @param outcomes what became of the cases that were meant, by their reference
     * @param left how many open cases are still to be looked at
     * @param overtaken whether another set came into force, so that the move goes no further
     */
    public record Progress(Move move, Map<String, Outcome> outcomes, long left, boolean overtaken) {

        /** How many cases had one outcome. */
        public long count(Outcome outcome) {
            return outcomes.values().stream().filter(outcome::equals).count();
        }
    }

    /**
     * Has all cases moved that a rule means; returns at once.
     *
     * @param place the procedure or the step that the rule asks for; empty where it asks for none
     * @param version the version of the procedure that has words for the place
     * @return the number by which its progress is found
     */
    public long order(Viewer viewer, MoveRule rule, String place, int version) {
        access.requireDesigns(viewer);
        return table.add(new Move(0, clock.instant(), viewer, sets.current(), rule, place, version, "", false));
    }

    public Optional<Progress> progress(Viewer viewer, long number) {
        access.requireDesigns(viewer);
        return table.find(number).map(move -> {
            long left = move.ended() ? 0 : sets.countNotUnder(move.deployment(), move.behind());
            return new Progress(move, table.outcomes(number), left, overtaken(move));
        });
    }

    /** The moves that were ordered last. */
    public List<Move> newest(Viewer viewer) {
        access.requireDesigns(viewer);
        return table.newest(NEWEST);
    }

    /**
     * Carries out a little of the oldest move that has not ended.
     *
     * @return whether there was any
     */
    public boolean goOn() {
        Optional<Move> waiting = table.waiting().filter(move -> table.hold(move.number()));
        waiting.ifPresent(move -> {
            try {
                carryOut(move);
            } finally {
                table.release(move.number());
            }
        });
        return waiting.isPresent();
    }

    private void carryOut(Move move) {
        table.outcomes(move.number()).forEach((reference, outcome) -> settle(move, reference, outcome));
        List<Going> next = overtaken(move) ? List.of() : sets.notUnder(move.deployment(), move.behind(), AT_A_TIME);
        if (next.isEmpty()) {
            table.end(move.number());
        }
        for (Going open : next) {
            carryOut(move, open.reference());
            table.comeTo(move.number(), open.reference());
        }
    }

    private boolean overtaken(Move move) {
        return !move.deployment().equals(sets.current());
    }

    /** The program ended while this case was being moved: it either was, or is looked at again. */
    private void settle(Move move, String reference, Outcome outcome) {
        boolean there = sets.under(reference).filter(move.deployment()::equals).isPresent();
        if (outcome == Outcome.BEGUN && there) {
            table.put(move.number(), reference, Outcome.MOVED);
        }
    }

    /** Nothing that goes wrong with one case keeps the others. */
    private void carryOut(Move move, String reference) {
        try {
            table.put(move.number(), reference, outcome(move, reference));
        } catch (StaleTask | ConcurrencyFailureException busy) {
            table.put(move.number(), reference, Outcome.BUSY);
        } catch (RuntimeException unforeseen) {
            LOG.error("{} could not be moved", reference, unforeseen);
            table.put(move.number(), reference, Outcome.STOPPED);
        }
    }

    private Outcome outcome(Move move, String reference) {
        MovedCase predicted = impact.ofCase(reference, move.deployment());
        if (!move.rule().means(predicted, move.place())) {
            return Outcome.NOT_MEANT;
        }
        if (!predicted.possible()) {
            return Outcome.STOPPED;
        }
        table.put(move.number(), reference, Outcome.BEGUN);
        Impact.Result result =
                impact.move(move.orderedBy(), List.of(reference), Map.of()).get(0);
        return result.busy() ? Outcome.BUSY : result.moved().possible() ? Outcome.MOVED : Outcome.STOPPED;
    }
}
