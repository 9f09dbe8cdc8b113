package cymru.diogelu.modelcheck.proof;

import cymru.diogelu.statute.RuleMonitor;
import cymru.diogelu.statute.StatutoryRule;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Looks through every state that a case can come to, nearest first, for one in which a rule is broken. */
final class Exploration {

    private final Game game;
    private final int mostStates;
    private final Set<String> seen = new HashSet<>();
    private final Deque<Reached> open = new ArrayDeque<>();
    private @Nullable Reached broken;
    private boolean whole = true;

    /** A state with the move that led to it. */
    private record Reached(CaseState state, Move move, @Nullable Reached before) {}

    Exploration(Net net, StatutoryRule rule, int mostStates) {
        Follower follower = new Follower(new RuleMonitor(rule));
        this.game = new Game(net, new Slice(net, rule), follower);
        this.mostStates = mostStates;
    }

    void run() {
        for (Move beginning : game.beginnings()) {
            game.begin(beginning).forEach(state -> reach(state, beginning, null));
        }
        while (!open.isEmpty() && broken == null) {
            if (seen.size() > mostStates) {
                whole = false;
                return;
            }
            Reached next = open.remove();
            List<Move> moves = game.moves(next.state());
            if (!oneRunGoesAhead(next, moves)) {
                moves.forEach(move -> game.after(next.state(), move).forEach(state -> reach(state, move, next)));
            }
        }
    }

    /**
     * Where nobody else can tell what one run does next, it makes no difference when it does it: only its moves are looked
     * at, and those of all others after them. A move that leads back to where somebody has been does not count, so that
     * nobody is kept waiting for ever.
     */
    private boolean oneRunGoesAhead(Reached from, List<Move> moves) {
        Map<List<Integer>, List<Move>> byRun = new LinkedHashMap<>();
        moves.forEach(move ->
                byRun.computeIfAbsent(move.run(), run -> new ArrayList<>()).add(move));
        return byRun.size() > 1 && byRun.values().stream().anyMatch(ofOneRun -> goesAhead(from, ofOneRun));
    }

    private boolean goesAhead(Reached from, List<Move> moves) {
        List<Reached> next = new ArrayList<>();
        for (Move move : moves) {
            for (CaseState state : game.after(from.state(), move)) {
                if (!settles(new Reached(state, move, from), next)) {
                    return false;
                }
            }
        }
        next.forEach(reached -> reach(reached.state(), reached.move(), reached.before()));
        return true;
    }

    /** Goes on to where the case is at rest; false where others can tell, or where somebody has been. */
    private boolean settles(Reached reached, List<Reached> next) {
        CaseState state = reached.state();
        if (state.told || seen.contains(state.key())) {
            return false;
        }
        if (state.root == null || state.root.turn() == null) {
            next.add(reached);
            return true;
        }
        Move on = game.moves(state).get(0);
        return game.after(state, on).stream().allMatch(later -> settles(new Reached(later, on, reached), next));
    }

    private void reach(CaseState state, Move move, @Nullable Reached before) {
        Reached reached = new Reached(state, move, before);
        if (state.broken) {
            broken = broken == null ? reached : broken;
        } else if (seen.add(state.key())) {
            open.add(reached);
        }
    }

    int states() {
        return seen.size();
    }

    /** Whether every state was looked at. */
    boolean whole() {
        return whole;
    }

    /** The shortest way to a state in which the rule is broken. */
    Optional<List<Move>> way() {
        if (broken == null) {
            return Optional.empty();
        }
        List<Move> way = new ArrayList<>();
        for (Reached at = broken; at != null; at = at.before()) {
            way.add(at.move());
        }
        Collections.reverse(way);
        return Optional.of(way);
    }
}
