package cymru.diogelu.modelcheck.proof;

import static org.assertj.core.api.Assertions.assertThat;

import cymru.diogelu.deadlines.ServiceClock;
import cymru.diogelu.designer.AnyAnswers;
import cymru.diogelu.forms.Form;
import cymru.diogelu.ledger.Ledger;
import cymru.diogelu.modelcheck.reading.Models;
import cymru.diogelu.procedures.Procedures;
import cymru.diogelu.procedures.TaskDetail;
import cymru.diogelu.walk.PackagedFiles;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.stream.LongStream;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.TaskService;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * The game of tokens, on which rules are proved, against the engine that it stands for: what the one can do, the other does
 * as well, move by move. {@code -Dagreement.walks=1000 -Dagreement.first=1} walks more of each.
 */
@SpringBootTest(
        properties = {
            "spring.datasource.url=jdbc:h2:mem:agreement;DB_CLOSE_DELAY=-1",
            "diogelu.demonstration=false",
            "diogelu.ledger.master-key-file=",
            "diogelu.ledger.signing-key-file=",
            "diogelu.ledger.heads-file=",
            "diogelu.clock=standing"
        })
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AgreementProcessTests {

    private static final Net NET = new Net(Models.read(PackagedFiles.all()));
    private static final Slice WHOLE = Slice.whole(NET);
    private static final Step START = NET.root().flatMap(Walkable::start).orElseThrow();

    /** Most walks end somewhere on the way, for the longer they are the more of them is waiting for late steps. */
    private static final int TO_THE_END = 400;

    private static final int SHORT = 24;
    private static final int ONE_TO_THE_END_IN = 40;
    private static final int MOST_CHILDREN = 3;

    @Autowired
    private Procedures procedures;

    @Autowired
    private ServiceClock clock;

    @Autowired
    private Ledger ledger;

    @Autowired
    private JdbcTemplate jdbc;

    @Autowired
    private TaskService tasks;

    @Autowired
    private ManagementService jobs;

    private final AgreementTally fromTheEngine = new AgreementTally();
    private final AgreementTally fromTheGame = new AgreementTally();

    private EngineHands engine() {
        return new EngineHands(procedures, clock, tasks, jobs);
    }

    static LongStream seeds() {
        long first = Long.getLong("agreement.first", 1);
        return LongStream.range(first, first + Integer.getInteger("agreement.walks", 12));
    }

    @BeforeEach
    void begin() {
        clock.standAt(Instant.parse("2026-03-02T10:15:00Z"));
    }

    @AfterAll
    void tell() {
        System.out.println("| Engine's walks | |\n" + fromTheEngine.rows());
        System.out.println("| Game's ways | |\n" + fromTheGame.rows());
    }

    private static int moves(long seed, Random random) {
        return seed % ONE_TO_THE_END_IN == 1 ? TO_THE_END : 1 + random.nextInt(SHORT);
    }

    // The engine goes first.

    /** A child of a concern: the case in the engine, and wherever it may stand in the game. */
    private static final class Child {

        private final EngineCase engine;
        private final GameCase game;
        private List<GameCase.Stand> stands = List.of();

        Child(EngineCase engine, GameCase game) {
            this.engine = engine;
            this.game = game;
        }
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void theGameContainsWhatTheEngineDoes(long seed) {
        Random random = new Random(seed);
        AnyAnswers generator = new AnyAnswers(random);
        List<Child> children = raise(random, generator);
        fromTheEngine.count("walks");
        int moves = moves(seed, random);
        for (int step = 0; step < moves; step++) {
            // What is due is run before the next answer is taken.
            timePasses(children, Duration.ZERO);
            List<Child> open = children.stream()
                    .filter(child -> !child.stands.get(0).ended())
                    .toList();
            if (open.isEmpty()) {
                fromTheEngine.count("walks to the end");
                return;
            }
            Child child = open.get(random.nextInt(open.size()));
            List<EngineCase.Waiting> waiting = child.engine.tasks();
            if (waiting.isEmpty()) {
                timePasses(children, Duration.ofDays(30));
            } else if (random.nextInt(12) == 0) {
                timePasses(children, Duration.ofHours(1 + random.nextInt(72)));
            } else {
                answer(child, waiting.get(random.nextInt(waiting.size())), generator);
            }
        }
    }

    private List<Child> raise(Random random, AnyAnswers generator) {
        Form concern = procedures.form("concern").orElseThrow();
        List<Map<String, Object>> rows = new ArrayList<>();
        for (int child = 0; child <= random.nextInt(MOST_CHILDREN); child++) {
            rows.add(Map.of("fullName", "Child " + child));
        }
        Map<String, Object> answers = generator.answers(concern, Map.of(), clock.instant(), Map.of("children", rows));
        List<Child> children = new ArrayList<>();
        for (String reference : engine().raise(answers)) {
            Child child = new Child(engineCase(reference), new GameCase(NET, WHOLE, random));
            Scene scene = child.engine.next();
            Move raised =
                    new Move(List.of(), Move.Kind.RAISED, START.place(), "", child.engine.concern(), Map.of(), "");
            judge(child.game.tried(child.engine.concern(), START), raised);
            child.stands = agreeing(scene, child.game.begin(raised), raised, fromTheEngine);
            children.add(child);
        }
        fromTheEngine.count("children of one concern", children.size() > 1 ? children.size() : 0);
        return children;
    }

    private void judge(FormSpace.Tried tried, Move move) {
        assertThat(tried).as("somebody answered what nobody could: %s", move).isNotEqualTo(FormSpace.Tried.NO);
        fromTheEngine.count(
                tried == FormSpace.Tried.YES
                        ? "answers for which the explorer tries equal ones"
                        : "answers with a list beyond the explorer's bound");
    }

    private void answer(Child child, EngineCase.Waiting task, AnyAnswers generator) {
        TaskDetail detail = engine().detail(child.engine, task);
        Map<String, Object> answers = generator.answers(detail.form(), detail.facts(), clock.instant());
        engine().submit(child.engine, task, answers);
        follow(child, stand -> child.game.answering(stand, task, answers), (stand, move) -> {
            assertKnown(child.game, stand, move, detail);
            judge(child.game.tried(stand, move), move);
        });
        fromTheEngine.count("tasks answered");
    }

    /** For each child, each limit at its own instant and in order, as the service runs them. */
    private void timePasses(List<Child> children, Duration length) {
        Instant until = clock.instant().plus(length);
        for (Child child : children) {
            List<EngineCase.Timer> due = due(child, until);
            while (!due.isEmpty()) {
                EngineCase.Timer timer = due.get(0);
                engine().run(timer);
                pass(child, timer);
                due = due(child, until);
            }
        }
        clock.reach(until);
    }

    private static List<EngineCase.Timer> due(Child child, Instant until) {
        return child.engine.timers().stream()
                .filter(timer -> !timer.due().isAfter(until))
                .toList();
    }

    private void pass(Child child, EngineCase.Timer timer) {
        if (timer.reminds()) {
            assertThat(child.engine.next().happened()).isEmpty();
        } else {
            follow(child, stand -> child.game.passing(stand, timer), (stand, move) -> {});
            fromTheEngine.count("timers fired");
        }
    }

    /** Plays in the game what has been done in the engine, from wherever the case may stand in it. */
    private void follow(
            Child child, Function<GameCase.Stand, List<Move>> moves, BiConsumer<GameCase.Stand, Move> check) {
        Scene scene = child.engine.next();
        List<GameCase.Stand> tried = new ArrayList<>();
        List<Move> made = new ArrayList<>();
        for (GameCase.Stand stand : child.stands) {
            for (Move move : moves.apply(stand)) {
                check.accept(stand, move);
                made.add(move);
                tried.addAll(child.game.after(stand, move));
            }
        }
        assertThat(tried).as("no move in the game does %s", scene).isNotEmpty();
        child.stands = agreeing(scene, tried, made.get(0), fromTheEngine);
    }

    private static void assertKnown(GameCase game, GameCase.Stand stand, Move move, TaskDetail detail) {
        assertThat(game.known(stand, move, detail.facts()))
                .as("what the form of %s can read", move.step())
                .isEmpty();
    }

    private static List<GameCase.Stand> agreeing(
            Scene engine, List<GameCase.Stand> tried, Move move, AgreementTally tally) {
        Map<String, GameCase.Stand> agreeing = new LinkedHashMap<>();
        tried.stream()
                .filter(stand -> engine.agrees(stand.scene()))
                .forEach(stand -> agreeing.putIfAbsent(stand.state().key(), stand));
        assertThat(agreeing.values())
                .as(() -> "after %s%n%s"
                        .formatted(move, engine.against(tried.get(0).scene())))
                .isNotEmpty();
        tally.meet(NET, engine);
        return List.copyOf(agreeing.values());
    }

    // The game goes first.

    @ParameterizedTest
    @MethodSource("seeds")
    void theEngineDoesWhatTheGameCanDo(long seed) {
        Random random = new Random(seed);
        FullAnswers full = new FullAnswers(NET, WHOLE, new AnyAnswers(random));
        GameCase game = new GameCase(NET, WHOLE, random);
        Move raised = game.beginning();
        Form concern = procedures.form("concern").orElseThrow();
        Map<String, Object> answers = full.of(concern, Map.of(), clock.instant(), START, raised.answers());
        EngineCase engine = engineCase(engine().raise(answers).get(0));
        GameCase.Stand stand =
                agreeing(engine.next(), game.begin(raised), raised, fromTheGame).get(0);
        fromTheGame.count("ways");
        int moves = moves(seed, random);
        for (int step = 0; step < moves && !stand.ended(); step++) {
            Move move = any(game.moves(stand), random);
            engine().putOff(engine, game.inTime(stand));
            if (move.what() == Move.Kind.ANSWERED) {
                submit(engine, game, stand, move, full);
            } else {
                pass(engine, game, stand, move);
            }
            // Several where the game leaves something open, which the engine has settled.
            stand = agreeing(engine.next(), game.after(stand, move), move, fromTheGame)
                    .get(0);
        }
        fromTheGame.count("ways to the end", stand.ended() ? 1 : 0);
    }

    /** Mostly answers, since most of what else can happen is a limit that passes. */
    private static Move any(List<Move> moves, Random random) {
        List<Move> answers =
                moves.stream().filter(move -> move.what() == Move.Kind.ANSWERED).toList();
        List<Move> from = !answers.isEmpty() && random.nextInt(8) > 0 ? answers : moves;
        return from.get(random.nextInt(from.size()));
    }

    private void submit(EngineCase engine, GameCase game, GameCase.Stand stand, Move move, FullAnswers full) {
        String place = game.place(stand, move);
        EngineCase.Waiting task = engine.tasks().stream()
                .filter(waiting -> place.equals(waiting.run() + " " + waiting.element()))
                .filter(waiting -> move.member().equals(waiting.about() == null ? "" : waiting.about()))
                .findFirst()
                .orElseThrow(() -> new AssertionError("the engine has no task for " + move));
        TaskDetail detail = engine().detail(engine, task);
        assertKnown(game, stand, move, detail);
        Step step = step(move.step()).orElseThrow();
        engine().submit(engine, task, full.of(detail.form(), detail.facts(), clock.instant(), step, move.answers()));
        fromTheGame.count("tasks answered");
    }

    /** The game knows no dates: a limit passes when it says so. */
    private void pass(EngineCase engine, GameCase game, GameCase.Stand stand, Move move) {
        String place = game.place(stand, move);
        EngineCase.Timer timer = engine.timers().stream()
                .filter(one -> !one.reminds() && place.equals(one.run() + " " + one.element()))
                .findFirst()
                .orElseThrow(() -> new AssertionError("the engine has no timer for " + move));
        engine().runNow(engine, timer, move.step().substring(move.step().indexOf('/') + 1));
        fromTheGame.count("timers fired");
    }

    private EngineCase engineCase(String reference) {
        return new EngineCase(ledger, jdbc, reference, place -> step(place)
                .flatMap(Step::repeatedOver)
                .isPresent());
    }

    private static Optional<Step> step(String place) {
        int slash = place.indexOf('/');
        return NET.procedure(place.substring(0, slash))
                .flatMap(procedure -> procedure.step(place.substring(slash + 1)));
    }
}
