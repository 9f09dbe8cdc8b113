package cymru.diogelu.modelcheck.proof;

import cymru.diogelu.modelcheck.proof.Move.Kind;
import cymru.diogelu.statute.RuleMonitor;
import cymru.diogelu.statute.StatutoryRule;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Looks through every state that a case can come to, nearest first, for one in which a rule is broken. */
final class Exploration {

    private final Game game;
    private final Slice slice;
    private final Onlooker follower;
    private final Ahead ahead;
    private final int mostStates;
    private final Map<String, Reached> seen = new LinkedHashMap<>();
    private final Map<String, Set<String>> leadTo = new HashMap<>();
    private final Deque<Reached> open = new ArrayDeque<>();
    private @Nullable Reached broken;
    private boolean whole = true;

    /** A state with the move that led to it. */
    private record Reached(CaseState state, Move move, @Nullable Reached before) {}

    /** What can break a rule. */
    Exploration(Net net, StatutoryRule rule, int mostStates) {
        this(net, new Slice(net, rule), new Follower(rule, new RuleMonitor(rule)), mostStates);
    }

    Exploration(Net net, Slice slice, Onlooker follower, int mostStates) {
        this.slice = slice;
        this.follower = follower;
        this.game = new Game(net, slice, follower);
        this.ahead = new Ahead(net, slice, follower);
        this.mostStates = mostStates;
    }

    void run() {
        for (Move beginning : game.beginnings()) {
            game.begin(beginning).forEach(state -> reach(new Reached(state, beginning, null), null));
        }
        goOn();
    }

    /** Looks only at what comes of the passing of a limit itself, wherever the procedure stands beside it. */
    void run(Step limit) {
        Move passed = new Move(List.of(), Kind.PASSED_ANYWHERE, limit.place(), "", Map.of(), Map.of(), limit.id());
        game.passed(limit).forEach(state -> reach(new Reached(state, passed, null), null));
        goOn();
    }

    private void goOn() {
        while (!open.isEmpty() && broken == null) {
            if (seen.size() > mostStates) {
                whole = false;
                return;
            }
            Reached next = open.remove();
            List<Move> moves = game.moves(next.state());
            if (moves.isEmpty() && next.state().root != null) {
                // Something waits for what is not there, for example before a join: nothing is known of what comes
                // then.
                whole = false;
                broken = follower.isBroken(next.state(), true) ? next : null;
            } else if (!oneGoesAhead(next, moves)) {
                moves.forEach(move ->
                        game.after(next.state(), move).forEach(state -> reach(new Reached(state, move, next), next)));
            }
        }
    }

    /**
     * Where nothing that others may do before it has anything to do with what is next at one place, it makes no difference
     * when that is done: only the moves there are looked at, and those of all others after them. The moves so chosen are
     * a persistent set in the sense of partial order reduction (Godefroid): every end that a case can come to is still
     * come to, with the same answer about the rule.
     */
    private boolean oneGoesAhead(Reached from, List<Move> moves) {
        Run root = from.state().root;
        if (root == null || ahead.breaksOff()) {
            return false;
        }
        List<List<Integer>> places = places(moves);
        return places.size() > 1
                && Stream.concat(
                                places.stream().filter(place -> ahead.mayAnswer(root, place)),
                                places.stream().filter(place -> !ahead.mayAnswer(root, place)))
                        .anyMatch(place -> goesAhead(from, moves, ahead.besides(root, place), place));
    }

    /** Where somebody is to do something, but for calls in which more is to be done. */
    private static List<List<Integer>> places(List<Move> moves) {
        List<List<Integer>> paths = moves.stream().map(Move::path).distinct().toList();
        return paths.stream()
                .filter(path -> paths.stream().noneMatch(other -> other.size() > path.size() && leads(path, other)))
                .toList();
    }

    private static boolean leads(List<Integer> path, List<Integer> further) {
        return path.size() <= further.size() && further.subList(0, path.size()).equals(path);
    }

    private boolean goesAhead(Reached from, List<Move> moves, Touched others, List<Integer> place) {
        List<Reached> next = new ArrayList<>();
        for (Move move : moves) {
            if (leads(move.path(), place)) {
                for (CaseState state : game.after(from.state(), move)) {
                    if (!settles(new Reached(state, move, from), new Touched(), others, next)) {
                        return false;
                    }
                }
            }
        }
        next.forEach(reached -> reach(reached, from));
        return true;
    }

    /** Goes on to where the case is at rest; false where others can tell. */
    private boolean settles(Reached reached, Touched before, Touched others, List<Reached> next) {
        CaseState state = reached.state();
        if (follower.isBroken(state, false)) {
            next.add(reached);
            return true;
        }
        Touched touched = new Touched();
        touched.add(before);
        touched.add(state.touched);
        if (touched.breaksOff || !touched.leavesAlone(others) || !follower.inAnyOrder(touched, others)) {
            return false;
        }
        if (state.root == null || state.root.turn() == null) {
            next.add(reached);
            return true;
        }
        Move on = game.moves(state).get(0);
        return game.after(state, on).stream()
                .allMatch(later -> settles(new Reached(later, on, reached), touched, others, next));
    }

    private void reach(Reached reached, @Nullable Reached from) {
        CaseState state = reached.state();
        Touched toCome = ahead.of(state.root);
        state.liken(slice.domains(), toCome.asks);
        String key = state.key();
        if (from != null) {
            leadTo.computeIfAbsent(key, none -> new HashSet<>())
                    .add(from.state().key());
        }
        if (follower.isBroken(state, false)) {
            broken = broken == null ? reached : broken;
        } else if (seen.putIfAbsent(key, reached) == null && follower.canBreak(state, toCome)) {
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
        return Optional.ofNullable(broken).map(Exploration::way);
    }

    /** The shortest way to a state from which no way leads to an end. */
    Optional<List<Move>> wayToNoEnd() {
        Set<String> canEnd = new HashSet<>();
        Deque<String> back = new ArrayDeque<>();
        seen.forEach((key, reached) -> {
            if (reached.state().root == null && canEnd.add(key)) {
                back.add(key);
            }
        });
        while (!back.isEmpty()) {
            leadTo.getOrDefault(back.remove(), Set.of()).stream()
                    .filter(canEnd::add)
                    .forEach(back::add);
        }
        return seen.entrySet().stream()
                .filter(entry -> !canEnd.contains(entry.getKey()))
                .findFirst()
                .map(entry -> way(entry.getValue()));
    }

    private static List<Move> way(Reached to) {
        List<Move> way = new ArrayList<>();
        for (Reached at = to; at != null; at = at.before()) {
            way.add(at.move());
        }
        Collections.reverse(way);
        return way;
    }
}
