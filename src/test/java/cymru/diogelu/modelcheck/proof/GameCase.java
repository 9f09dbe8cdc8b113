package cymru.diogelu.modelcheck.proof;

import cymru.diogelu.modelcheck.reading.NodeKind;
import cymru.diogelu.statute.CaseEvent;
import cymru.diogelu.statute.CaseEvent.Kind;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/** A case in the game of tokens in which everything matters, with everything noted that happens in it. */
final class GameCase {

    private final Slice slice;
    private final Game game;
    private final Hearing hearing = new Hearing();

    GameCase(Net net, Slice slice, Random random) {
        this.slice = slice;
        // One of the answers that the explorer tries, each question answered at random.
        this.game = new Game(
                net,
                slice,
                hearing,
                (space, facts) -> space.answers(facts, some -> List.of(some.get(random.nextInt(some.size())))));
    }

    /** Where a case may stand, with the names of its runs, and what came of the last move. */
    record Stand(CaseState state, Names names, Scene scene) {

        boolean ended() {
            return state.root == null;
        }
    }

    /** How the runs of a case are called: by the calls that led to them. */
    static final class Names {

        private final Map<Integer, String> ofRun = new HashMap<>();
        private final Map<String, Integer> calls = new HashMap<>();

        Names copy() {
            Names copy = new Names();
            copy.ofRun.putAll(ofRun);
            copy.calls.putAll(calls);
            return copy;
        }

        String of(@Nullable Run run) {
            if (run == null) {
                return "";
            }
            String known = ofRun.get(run.number);
            if (known == null) {
                known = begin(run);
                ofRun.put(run.number, known);
            }
            return known;
        }

        private String begin(Run run) {
            if (run.caller == null || run.calledFrom == null || run.calledFrom.at == null) {
                return "case";
            }
            String call = of(run.caller) + ">" + run.calledFrom.at.id();
            return call + "#" + calls.merge(call, 1, Integer::sum);
        }
    }

    /** Notes for each state what happened on the way to it. */
    private static final class Hearing implements Onlooker {

        private final Map<CaseState, List<Noted>> heard = new IdentityHashMap<>();
        private final Map<CaseState, Names> named = new IdentityHashMap<>();
        private Names before = new Names();

        void begin(Names names) {
            heard.clear();
            named.clear();
            before = names;
        }

        Names names(CaseState state) {
            return named.computeIfAbsent(state, none -> before.copy());
        }

        List<Noted> heard(CaseState state) {
            return heard.getOrDefault(state, List.of());
        }

        @Override
        public void see(CaseState state, @Nullable Run run, CaseEvent event) {
            String given = event.kind() == Kind.EVALUATED ? EngineCase.written(event.data()) : "";
            heard.computeIfAbsent(state, none -> new ArrayList<>())
                    .add(new Noted(names(state).of(run), event.kind(), event.id(), event.role(), event.about(), given));
        }

        @Override
        public void ended(CaseState state, Run run) {
            // Has been seen.
        }

        @Override
        public void closed(CaseState state) {
            // Has been seen.
        }
    }

    Slice slice() {
        return slice;
    }

    /** A way to raise the case, answered at random. */
    Move beginning() {
        return game.beginnings().get(0);
    }

    List<Stand> begin(Move raised) {
        hearing.begin(new Names());
        return settled(game.begin(raised), List.of());
    }

    /** Every move, with answers at random. */
    List<Move> moves(Stand stand) {
        return game.moves(stand.state());
    }

    List<Stand> after(Stand stand, Move move) {
        hearing.begin(stand.names());
        return settled(game.after(stand.state(), move), List.of());
    }

    /** Goes on to where the case is at rest. */
    private List<Stand> settled(List<CaseState> states, List<Noted> before) {
        List<Stand> next = new ArrayList<>();
        for (CaseState state : states) {
            List<Noted> happened = new ArrayList<>(before);
            happened.addAll(hearing.heard(state));
            next.add(new Stand(state, hearing.names(state), new Scene(happened, List.of())));
        }
        List<Stand> settled = new ArrayList<>();
        for (Stand stand : next) {
            if (stand.state().root != null && stand.state().root.turn() != null) {
                hearing.begin(stand.names());
                Move on = game.moves(stand.state()).get(0);
                settled.addAll(
                        settled(game.after(stand.state(), on), stand.scene().happened()));
            } else {
                Scene scene = new Scene(stand.scene().happened(), waits(stand.state(), stand.names()));
                settled.add(new Stand(stand.state(), stand.names(), scene));
            }
        }
        return settled;
    }

    private static List<String> waits(CaseState state, Names names) {
        List<String> waits = new ArrayList<>();
        if (state.root != null) {
            waits(state.root, names, waits);
        }
        waits.sort(null);
        return waits;
    }

    private static void waits(Run run, Names names, List<String> waits) {
        String name = names.of(run);
        for (Token token : run.tokens) {
            Step at = token.at;
            if (at == null || !token.by.isEmpty()) {
                continue;
            }
            switch (at.kind()) {
                case USER_TASK -> {
                    if (at.repeatedOver().isEmpty()) {
                        waits.add("task " + name + " " + at.id());
                    }
                    token.members.forEach(member -> waits.add("task " + name + " " + at.id() + " " + member));
                }
                case EVENT_BASED_GATEWAY -> at.ways().forEach(way -> waits.add(event(name, way.target())));
                case CATCH_EVENT -> waits.add(event(name, at));
                default -> {
                    // A call waits for what is called.
                }
            }
            at.boundaries().stream()
                    .filter(boundary -> boundary.isTimer() && !token.passed.contains(boundary.id()))
                    .forEach(boundary -> waits.add("timer " + name + " " + boundary.id()));
            if (token.inner != null) {
                waits(token.inner, names, waits);
            }
        }
    }

    private static String event(String run, Step event) {
        return (event.isTimer() ? "timer " : "message ") + run + " " + event.id();
    }

    // Who is meant by what the engine names.

    /** The moves by which a task of the engine can be answered. */
    List<Move> answering(Stand stand, EngineCase.Waiting task, Map<String, Object> answers) {
        List<Move> moves = new ArrayList<>();
        find(stand, task.run(), (run, token, path) -> {
            if (token.at != null
                    && token.at.kind() == NodeKind.USER_TASK
                    && token.at.id().equals(task.element())) {
                String member = task.about() == null ? "" : task.about();
                if (token.members.isEmpty() ? member.isEmpty() : token.members.contains(member)) {
                    moves.add(new Move(path, Move.Kind.ANSWERED, token.at.place(), member, answers, Map.of(), ""));
                }
            }
        });
        return moves;
    }

    /** The moves by which a limit can pass. */
    List<Move> passing(Stand stand, EngineCase.Timer timer) {
        return moves(stand).stream()
                .filter(move -> move.what() == Move.Kind.LIMIT_PASSED || move.what() == Move.Kind.WAITED)
                .filter(move -> place(stand, move).equals(timer.run() + " " + timer.element()))
                .toList();
    }

    /** The run and the event or step that a move is about. */
    String place(Stand stand, Move move) {
        List<String> found = new ArrayList<>();
        find(stand, null, (run, token, path) -> {
            if (path.equals(move.path())) {
                String element = move.boundary().isEmpty() ? token.at == null ? "" : token.at.id() : move.boundary();
                found.add(stand.names().of(run) + " " + element);
            }
        });
        return found.get(0);
    }

    /** What the form of a step can read beside its own answers, and how answers to it stand to those that are tried. */
    FormSpace.Tried tried(Stand stand, Move move) {
        List<FormSpace.Tried> tried = new ArrayList<>();
        find(stand, null, (run, token, path) -> {
            if (path.equals(move.path()) && token.at != null) {
                tried.add(
                        slice.space(token.at).tried(facts(stand, run, token.at, move), FormSpace.flat(move.answers())));
            }
        });
        return tried.get(0);
    }

    FormSpace.Tried tried(Map<String, Object> concern, Step start) {
        return slice.space(start).tried(Map.of(), FormSpace.flat(concern));
    }

    /** What the form of a step reads beside its own answers and the engine knows otherwise than the game. */
    List<String> known(Stand stand, Move move, Map<String, Object> engine) {
        List<String> different = new ArrayList<>();
        find(stand, null, (run, token, path) -> {
            if (path.equals(move.path()) && token.at != null) {
                facts(stand, run, token.at, move).forEach((name, value) -> {
                    Object there = engine.get(name);
                    if (FormSpace.WRITTEN.equals(value) ? there == null : !Objects.equals(value, there)) {
                        different.add("%s is %s in the engine and %s in the game".formatted(name, there, value));
                    }
                });
            }
        });
        return different;
    }

    private Map<String, @Nullable Object> facts(Stand stand, Run run, Step at, Move move) {
        Map<String, @Nullable Object> facts = new HashMap<>();
        slice.space(at)
                .factsRead()
                .forEach(name -> facts.put(
                        name,
                        run.variables.containsKey(name)
                                ? run.variables.get(name)
                                : stand.state().facts.get(name)));
        at.repeatedAs().filter(facts::containsKey).ifPresent(name -> facts.put(name, move.member()));
        return facts;
    }

    /** The tasks of which no limit has passed, each in its run. */
    List<String> inTime(Stand stand) {
        List<String> found = new ArrayList<>();
        find(stand, null, (run, token, path) -> {
            if (token.at != null && token.at.kind() == NodeKind.USER_TASK && token.passed.isEmpty()) {
                found.add(stand.names().of(run) + " " + token.at.id());
            }
        });
        return found;
    }

    private interface Finding {

        void found(Run run, Token token, List<Integer> path);
    }

    private static void find(Stand stand, @Nullable String run, Finding finding) {
        if (stand.state().root != null) {
            find(stand, stand.state().root, List.of(), run, finding);
        }
    }

    private static void find(Stand stand, Run at, List<Integer> path, @Nullable String wanted, Finding finding) {
        for (int place = 0; place < at.tokens.size(); place++) {
            Token token = at.tokens.get(place);
            List<Integer> here = new ArrayList<>(path);
            here.add(place);
            if (token.by.isEmpty()
                    && (wanted == null || wanted.equals(stand.names().of(at)))) {
                finding.found(at, token, here);
            }
            if (token.inner != null) {
                find(stand, token.inner, here, wanted, finding);
            }
        }
    }
}
