package cymru.diogelu.modelcheck.proof;

import cymru.diogelu.modelcheck.Deed;
import cymru.diogelu.modelcheck.proof.Move.Kind;
import cymru.diogelu.statute.CaseEvent;
import cymru.diogelu.statute.RuleMonitor;
import cymru.diogelu.statute.StatutoryRule;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A way of a case on which a rule is broken, with nothing left out: whatever people answer on it can be answered in the
 * engine too. An exploration has found the way without what makes no difference to the rule; that is its guide here.
 */
final class WholeWay {

    /** How many moves are made in all before nothing is found. */
    private static final int MOST = 60_000;

    /** How many moves are made on one way before it is given up. */
    private static final int MOST_MOVES = 160;

    /** How often what lies between two moves of the guide is tried from one place. */
    private static final int TRIES = 4;

    private final Net net;
    private final List<Move> guide;
    private final Slice whole;
    private final Game game;
    private final Follower follower;
    private final Slice seen;
    private final Random random = new Random(1);
    private @Nullable Move wanted;
    private int left;

    /** @param guide a way from the concern on, on which the rule is broken */
    WholeWay(Net net, StatutoryRule rule, List<Move> guide) {
        this.net = net;
        this.whole = Slice.whole(net, rule);
        this.seen = new Slice(net, rule);
        this.guide = guide.stream().filter(this::isDone).toList();
        this.follower = new Follower(rule, new RuleMonitor(rule));
        this.game = new Game(net, whole, follower, this::answers);
    }

    /** What of the guide somebody or the time does; the rest comes of that. */
    private boolean isDone(Move move) {
        return switch (move.what()) {
            case RAISED, ANSWERED, LIMIT_PASSED -> true;
            case WAITED -> step(move).isTimer();
            case CALLED, PASSED_ANYWHERE, TIME_TAKEN, WENT_ON -> false;
        };
    }

    /** A state of the case at rest, and how it was come to. */
    private record Place(CaseState state, Move move, @Nullable Place before, int moves) {

        List<Move> way() {
            List<Move> way = new ArrayList<>();
            for (Place at = this; at != null; at = at.before) {
                way.add(at.move);
            }
            Collections.reverse(way);
            return way;
        }
    }

    /** What was found first; nothing where no way was found on which the guide can be followed. */
    Optional<List<Deed>> find() {
        for (int made = 0; made < MOST; made += MOST_MOVES * TRIES - left) {
            left = MOST_MOVES * TRIES;
            wanted = guide.get(0);
            Move raised = game.beginnings().get(0);
            Optional<Place> found = fits(raised, guide.get(0))
                    ? follow(settled(game.begin(raised), raised, null), 1)
                    : Optional.empty();
            if (found.isPresent()) {
                return found.map(place -> place.way().stream().map(this::deed).toList());
            }
        }
        return Optional.empty();
    }

    /** Follows the guide from one of its moves on to where the rule is broken. */
    private Optional<Place> follow(Place from, int next) {
        if (isBroken(from)) {
            return Optional.of(from);
        }
        for (int attempt = 0; attempt < TRIES && left > 0; attempt++) {
            Optional<Place> found = goOn(from, next).flatMap(place -> follow(place, next + 1));
            if (found.isPresent()) {
                return found;
            }
        }
        return Optional.empty();
    }

    private boolean isBroken(Place place) {
        boolean standsStill =
                place.state().root != null && game.moves(place.state()).isEmpty();
        return follower.isBroken(place.state(), standsStill);
    }

    /** Does whatever comes until the next move of the guide can be made, and makes it; behind the guide, until the rule is broken. */
    private Optional<Place> goOn(Place from, int next) {
        Place place = from;
        while (left-- > 0 && place.moves() < MOST_MOVES && place.state().root != null) {
            wanted = next < guide.size() ? guide.get(next) : null;
            List<Move> moves = game.moves(place.state());
            Optional<Move> met = moves.stream().filter(this::isWanted).findFirst();
            Optional<Move> move = met.isPresent() ? met : other(moves, next);
            if (move.isEmpty()) {
                return Optional.empty();
            }
            place = settled(game.after(place.state(), move.get()), move.get(), place);
            if (met.isPresent() || isBroken(place)) {
                return Optional.of(place);
            }
        }
        return Optional.empty();
    }

    /** Goes on to where the case is at rest. */
    private Place settled(List<CaseState> states, Move move, @Nullable Place before) {
        CaseState state = any(states);
        while (!state.broken && state.root != null && state.root.turn() != null) {
            state = any(game.after(state, game.moves(state).get(0)));
        }
        return new Place(state, move, before, before == null ? 1 : before.moves() + 1);
    }

    private <T> T any(List<T> all) {
        return all.get(random.nextInt(all.size()));
    }

    private boolean isWanted(Move move) {
        return wanted != null && fits(move, wanted);
    }

    private boolean fits(Move move, Move guiding) {
        return move.what() == guiding.what()
                && move.step().equals(guiding.step())
                && move.boundary().equals(guiding.boundary())
                && (guiding.member().isEmpty() || move.member().equals(guiding.member()))
                && (!isAnswer(guiding) || told(guiding).fits(FormSpace.flat(move.answers())));
    }

    /** Something that the guide left out: first what makes no difference to it. */
    private Optional<Move> other(List<Move> moves, int next) {
        Set<String> later =
                guide.subList(next, guide.size()).stream().map(Move::step).collect(Collectors.toSet());
        List<Move> answers = moves.stream()
                .filter(move -> move.what() == Kind.ANSWERED && !later.contains(move.step()))
                .toList();
        List<Move> harmless = answers.stream().filter(move -> !isSeen(move)).toList();
        List<Move> waits = moves.stream().filter(this::comesWithTime).toList();
        List<Move> rest = moves.stream()
                .filter(move -> move.what() == Kind.ANSWERED || move.what() == Kind.LIMIT_PASSED)
                .toList();
        return Stream.of(harmless, waits, answers, rest)
                .filter(some -> !some.isEmpty())
                .findFirst()
                .map(this::any);
    }

    private static boolean isAnswer(Move move) {
        return move.what() == Kind.RAISED || move.what() == Kind.ANSWERED;
    }

    private boolean comesWithTime(Move move) {
        return move.what() == Kind.WAITED && step(move).isTimer();
    }

    private boolean isSeen(Move move) {
        return seen.sight().sees(CaseEvent.Kind.ANSWERED, step(move).form());
    }

    private Step step(Move move) {
        int slash = move.step().indexOf('/');
        return net.procedure(move.step().substring(0, slash))
                .flatMap(procedure -> procedure.step(move.step().substring(slash + 1)))
                .orElseThrow();
    }

    /** One of the answers that a form takes; to the form of the guide's next move, one that says what the guide says. */
    private List<Map<String, Object>> answers(FormSpace space, Map<String, ? extends @Nullable Object> facts) {
        Move next = wanted;
        if (next == null || !isAnswer(next) || whole.space(step(next)) != space) {
            return space.answers(facts, some -> List.of(any(some)));
        }
        Told told = told(next);
        return space.answers(facts, some -> {
            int nearest = some.stream().mapToInt(told::agreement).max().orElseThrow();
            return List.of(any(some.stream()
                    .filter(answers -> told.agreement(answers) == nearest)
                    .toList()));
        });
    }

    private Deed deed(Move move) {
        if (move.what() == Kind.WAITED) {
            return Deed.passed(move.step());
        }
        if (move.what() == Kind.LIMIT_PASSED) {
            return Deed.passed(step(move).procedure().id() + "/" + move.boundary());
        }
        Map<String, Object> flat = FormSpace.flat(move.answers());
        return new Deed(
                move.what() == Kind.RAISED ? Deed.Kind.RAISED : Deed.Kind.ANSWERED,
                move.step(),
                move.member(),
                certain(move.answers()),
                flat.keySet().stream()
                        .filter(path -> FormSpace.WRITTEN.equals(flat.get(path)))
                        .toList(),
                net.questions(step(move).form()).stream()
                        .filter(question -> !question.required() && !flat.containsKey(question.path()))
                        .filter(whole.space(step(move))::tells)
                        // What a row asks of itself is not followed: such a question may be shown or not.
                        .filter(question -> question.hides().stream().noneMatch(hide -> hide.contains("this.")))
                        .map(Question::path)
                        .toList());
    }

    /** Without what stands for any text, date or number. */
    private static Map<String, Object> certain(Map<?, ?> answers) {
        Map<String, Object> certain = new LinkedHashMap<>();
        answers.forEach((key, value) -> {
            if (value instanceof List<?> rows && !rows.isEmpty() && rows.get(0) instanceof Map<?, ?> row) {
                certain.put(String.valueOf(key), List.of(certain(row)));
            } else if (!FormSpace.WRITTEN.equals(value)) {
                certain.put(String.valueOf(key), value);
            }
        });
        return certain;
    }

    private Told told(Move move) {
        return new Told(Set.copyOf(seen.space(step(move)).paths()), FormSpace.flat(move.answers()));
    }

    /**
     * What a move of the guide says of answers.
     *
     * @param paths of the questions of which it says whether and what was answered
     */
    private record Told(Set<String> paths, Map<String, Object> answers) {

        /** @param given by path, to whatever was asked */
        boolean fits(Map<String, Object> given) {
            return paths.stream().allMatch(path -> Objects.equals(answers.get(path), given.get(path)));
        }

        /**
         * How many answers are as told, less those that are not.
         *
         * @param sofar by path, as far as it was asked
         */
        int agreement(Map<String, Object> sofar) {
            return paths.stream()
                    .filter(path -> FormSpace.isAnswered(sofar, path))
                    .mapToInt(path -> Objects.equals(answers.get(path), sofar.get(path)) ? 1 : -1)
                    .sum();
        }
    }
}
