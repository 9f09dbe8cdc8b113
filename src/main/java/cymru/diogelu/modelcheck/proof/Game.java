package cymru.diogelu.modelcheck.proof;

import cymru.diogelu.modelcheck.proof.Move.Kind;
import cymru.diogelu.modelcheck.proof.Sight.Happens;
import cymru.diogelu.modelcheck.reading.NodeKind;
import cymru.diogelu.statute.CaseEvent;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** The game of tokens as the engine plays it: which moves there are in a case at rest, and where each leads. */
final class Game {

    private final Net net;
    private final Slice slice;
    private final Onlooker follower;
    private final Answering answering;

    /** Every answer that a form takes is tried. */
    Game(Net net, Slice slice, Onlooker follower) {
        this(net, slice, follower, FormSpace::answers);
    }

    Game(Net net, Slice slice, Onlooker follower, Answering answering) {
        this.net = net;
        this.slice = slice;
        this.follower = follower;
        this.answering = answering;
    }

    /** Every way in which a case may be raised. */
    List<Move> beginnings() {
        Step start = net.root().flatMap(Walkable::start).orElseThrow();
        if (!net.beginsWithTheConcern()) {
            return List.of(new Move(List.of(), Kind.CALLED, start.place(), "", Map.of(), Map.of(), ""));
        }
        Map<String, @Nullable Object> nothing = new HashMap<>();
        slice.space(start).factsRead().forEach(name -> nothing.put(name, null));
        return answering.answers(slice.space(start), nothing).stream()
                .map(answers -> new Move(List.of(), Kind.RAISED, start.place(), "", answers, Map.of(), ""))
                .toList();
    }

    /** Where a beginning leads; several states where something is left open. */
    List<CaseState> begin(Move raised) {
        return all(choices -> {
            CaseState state = new CaseState();
            Playing playing = new Playing(net, slice, follower, state, choices);
            if (raised.what() == Kind.CALLED) {
                playing.callFromAnywhere();
            } else {
                playing.raise(raised.answers());
            }
            return state;
        });
    }

    /** Where the passing of a limit leads by itself, whatever goes on beside it. */
    List<CaseState> passed(Step limit) {
        return all(choices -> {
            CaseState state = new CaseState();
            new Playing(net, slice, follower, state, choices).passAnywhere(limit);
            return state;
        });
    }

    /** Every move in a case at rest. */
    List<Move> moves(CaseState state) {
        List<Move> moves = new ArrayList<>();
        if (state.root != null && state.root.turn() != null) {
            moves.add(new Move(List.of(), Kind.WENT_ON, "", "", Map.of(), Map.of(), ""));
        } else if (state.root != null) {
            moves(state, state.root, List.of(), moves);
        }
        return moves;
    }

    private void moves(CaseState state, Run run, List<Integer> path, List<Move> moves) {
        for (int place = 0; place < run.tokens.size(); place++) {
            Token token = run.tokens.get(place);
            List<Integer> here = new ArrayList<>(path);
            here.add(place);
            if (token.by.isEmpty()) {
                moves(state, run, token, here, moves);
            }
            if (token.inner != null) {
                moves(state, token.inner, here, moves);
            }
        }
    }

    private void moves(CaseState state, Run run, Token token, List<Integer> path, List<Move> moves) {
        Step at = token.at;
        if (at == null) {
            moves.add(new Move(path, Kind.TIME_TAKEN, run.procedure.id(), "", Map.of(), Map.of(), ""));
            return;
        }
        switch (at.kind()) {
            case USER_TASK -> answers(state, run, token, at, path, moves);
            case CALL_ACTIVITY -> {
                if (token.inner == null) {
                    moves.add(new Move(path, Kind.TIME_TAKEN, at.place(), "", Map.of(), Map.of(), ""));
                }
            }
            case EVENT_BASED_GATEWAY ->
                at.ways().stream()
                        .filter(way -> !comesByItself(run, at, way.target()))
                        .forEach(way -> moves.add(new Move(
                                path,
                                Kind.WAITED,
                                way.target().place(),
                                "",
                                Map.of(),
                                Map.of(),
                                way.target().id())));
            default -> moves.add(new Move(path, Kind.WAITED, at.place(), "", Map.of(), Map.of(), ""));
        }
        at.boundaries().stream()
                .filter(boundary -> boundary.isTimer() && slice.matters(boundary))
                .filter(boundary -> !token.passed.contains(boundary.id()))
                .forEach(boundary -> moves.add(
                        new Move(path, Kind.LIMIT_PASSED, at.place(), "", Map.of(), Map.of(), boundary.id())));
    }

    /** Where nothing has been left out, the message that a late step has been done comes with its answers. */
    private boolean comesByItself(Run run, Step gateway, Step event) {
        return slice.whole()
                && run.lateStep().isPresent()
                && gateway.message().filter(event.id()::equals).isPresent();
    }

    private void answers(CaseState state, Run run, Token token, Step at, List<Integer> path, List<Move> moves) {
        FormSpace space = slice.space(at);
        Map<String, @Nullable Object> known = new HashMap<>();
        slice.known(at).forEach(name -> known.put(name, fact(state, run, name)));
        List<String> members = token.members.isEmpty() ? List.of("") : inOrder(at, token.members);
        for (Map<Open, Object> chosen : slice.choices(asked(run, at, known))) {
            Map<String, @Nullable Object> facts = chosen(known, chosen);
            for (String member : members) {
                // Whom of several it is about is a variable of its own for each of them.
                at.repeatedAs().ifPresent(name -> facts.put(name, member));
                for (Map<String, Object> answers : answering.answers(space, facts)) {
                    moves.add(new Move(path, Kind.ANSWERED, at.place(), member, answers, chosen, ""));
                }
            }
        }
    }

    /** Where nobody can tell in which order several answer, they answer in theirs. */
    private List<String> inOrder(Step at, List<String> members) {
        boolean anyOrder = slice.touches(at).writes.isEmpty()
                && follower.inAnyOrder(new Happens(CaseEvent.Kind.ANSWERED, at.form()));
        return anyOrder ? members.subList(0, 1) : members;
    }

    /** A variable of the run where it has one, else a fact of the case. */
    private @Nullable Object fact(CaseState state, Run run, String name) {
        return run.variables.containsKey(name) ? run.variables.get(name) : state.facts.get(name);
    }

    private static Set<Open> asked(Run run, Step at, Map<String, @Nullable Object> known) {
        Set<Open> asked = new TreeSet<>();
        known.values().forEach(value -> {
            if (value instanceof Open open) {
                asked.add(open);
            }
        });
        at.roleFrom().ifPresent(name -> {
            if (run.variables.get(name) instanceof Open open) {
                asked.add(open);
            }
        });
        return asked;
    }

    private static Map<String, @Nullable Object> chosen(Map<String, @Nullable Object> known, Map<Open, Object> chosen) {
        Map<String, @Nullable Object> all = new HashMap<>();
        known.forEach((name, value) -> {
            Object now = value instanceof Open ? chosen.get(value) : value;
            all.put(name, now == Domains.NOTHING ? null : now);
        });
        return all;
    }

    /** Where a move leads; several states where something is left open. */
    List<CaseState> after(CaseState before, Move move) {
        return all(choices -> {
            CaseState state = before.copy();
            if (move.what() == Kind.WENT_ON) {
                new Playing(net, slice, follower, state, choices).goOn();
                return state;
            }
            Run run = Objects.requireNonNull(state.root);
            Token token = run.tokens.get(move.path().get(0));
            for (int place : move.path().subList(1, move.path().size())) {
                run = Objects.requireNonNull(token.inner);
                token = run.tokens.get(place);
            }
            new Playing(net, slice, follower, state, choices).play(run, token, move);
            return state;
        });
    }

    private interface Play {

        CaseState with(Chooser choices);
    }

    /** Plays again until everything that was left open has been chosen in each way. */
    private static List<CaseState> all(Play play) {
        List<CaseState> states = new ArrayList<>();
        Chooser choices = new Chooser();
        do {
            choices.rewind();
            states.add(play.with(choices));
        } while (choices.next());
        return states;
    }

    static boolean isJoin(Step step) {
        boolean joins = step.kind() == NodeKind.PARALLEL_GATEWAY || step.kind() == NodeKind.INCLUSIVE_GATEWAY;
        return joins && step.incoming() > 1;
    }
}
