package cymru.diogelu.modelcheck.proof;

import static org.assertj.core.api.Assertions.assertThat;

import cymru.diogelu.access.Viewer;
import cymru.diogelu.agencies.Group;
import cymru.diogelu.deadlines.ServiceClock;
import cymru.diogelu.forms.Form;
import cymru.diogelu.ledger.Ledger;
import cymru.diogelu.modelcheck.reading.Models;
import cymru.diogelu.procedures.OpenTask;
import cymru.diogelu.procedures.Procedures;
import cymru.diogelu.procedures.TaskDetail;
import cymru.diogelu.walk.AnswerGenerator;
import cymru.diogelu.walk.PackagedFiles;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.LongStream;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
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
    private static final Duration LATER_THAN_ANYTHING = Duration.ofDays(3_000);

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
        AnswerGenerator generator = new AnswerGenerator(random);
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

    private List<Child> raise(Random random, AnswerGenerator generator) {
        Form concern = procedures.form("concern").orElseThrow();
        List<Map<String, Object>> rows = new ArrayList<>();
        for (int child = 0; child <= random.nextInt(MOST_CHILDREN); child++) {
            rows.add(Map.of("fullName", "Child " + child));
        }
        Map<String, Object> answers = generator.answers(concern, Map.of(), clock.instant(), Map.of("children", rows));
        List<Child> children = new ArrayList<>();
        for (String reference : procedures.open(viewer("education.W06000015"), answers, null)) {
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

    private void answer(Child child, EngineCase.Waiting task, AnswerGenerator generator) {
        OpenTask open = open(child.engine.reference(), task.id());
        Viewer viewer = viewer(open.group());
        TaskDetail detail = procedures.task(viewer, task.id());
        Map<String, Object> answers = generator.answers(detail.form(), detail.facts(), clock.instant());
        procedures.submit(viewer, task.id(), answers);
        Scene scene = child.engine.next();
        List<GameCase.Stand> next = new ArrayList<>();
        List<GameCase.Stand> tried = new ArrayList<>();
        Move last = null;
        for (GameCase.Stand stand : child.stands) {
            for (Move move : child.game.answering(stand, task, answers)) {
                last = move;
                assertThat(child.game.known(stand, move, detail.facts()))
                        .as("what the form of %s can read", task)
                        .isEmpty();
                judge(child.game.tried(stand, move), move);
                tried.addAll(child.game.after(stand, move));
            }
        }
        assertThat(tried)
                .as("%s has no task %s in the game", child.engine.reference(), task)
                .isNotEmpty();
        child.stands = agreeing(scene, tried, last, fromTheEngine);
        fromTheEngine.count("tasks answered");
    }

    /** Each limit at its own instant and in order, as the service runs them. */
    private void timePasses(List<Child> children, Duration length) {
        Instant until = clock.instant().plus(length);
        for (Child child : children) {
            List<EngineCase.Timer> due = due(child, until);
            while (!due.isEmpty()) {
                EngineCase.Timer timer = due.get(0);
                clock.reach(timer.due());
                jobs.executeJob(timer.id());
                pass(child, timer);
                due = due(child, until);
            }
        }
        clock.reach(until);
    }

    private List<EngineCase.Timer> due(Child child, Instant until) {
        return child.engine.timers().stream()
                .filter(timer -> !timer.due().isAfter(until))
                .toList();
    }

    private void pass(Child child, EngineCase.Timer timer) {
        Scene scene = child.engine.next();
        if (timer.reminds()) {
            assertThat(scene.happened()).isEmpty();
            return;
        }
        List<GameCase.Stand> tried = new ArrayList<>();
        Move last = null;
        for (GameCase.Stand stand : child.stands) {
            for (Move move : child.game.passing(stand, timer)) {
                last = move;
                tried.addAll(child.game.after(stand, move));
            }
        }
        assertThat(tried)
                .as("%s has no timer %s in the game", child.engine.reference(), timer)
                .isNotEmpty();
        child.stands = agreeing(scene, tried, last, fromTheEngine);
        fromTheEngine.count("timers fired");
    }

    private List<GameCase.Stand> agreeing(Scene engine, List<GameCase.Stand> tried, Move move, AgreementTally tally) {
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
        AnswerGenerator generator = new AnswerGenerator(random);
        GameCase game = new GameCase(NET, WHOLE, random);
        Move raised = game.beginning();
        EngineCase engine = raised(raised, game, generator);
        GameCase.Stand stand = follow(engine.next(), game.begin(raised), raised);
        fromTheGame.count("ways");
        int moves = moves(seed, random);
        for (int step = 0; step < moves && !stand.ended(); step++) {
            Move move = any(game.moves(stand), random);
            putOff(engine, game, stand);
            if (move.what() == Move.Kind.ANSWERED) {
                submit(engine, game, stand, move, generator);
                fromTheGame.count("tasks answered");
            } else {
                fire(engine, game, stand, move);
                fromTheGame.count("timers fired");
            }
            stand = follow(engine.next(), game.after(stand, move), move);
        }
        if (stand.ended()) {
            fromTheGame.count("ways to the end");
        }
    }

    /** Mostly answers, since most of what else can happen is a limit that passes. */
    private static Move any(List<Move> moves, Random random) {
        List<Move> answers =
                moves.stream().filter(move -> move.what() == Move.Kind.ANSWERED).toList();
        List<Move> from = !answers.isEmpty() && random.nextInt(8) > 0 ? answers : moves;
        return from.get(random.nextInt(from.size()));
    }

    private GameCase.Stand follow(Scene scene, List<GameCase.Stand> possible, Move move) {
        // Several where the game leaves something open: the engine has settled it.
        return agreeing(scene, possible, move, fromTheGame).get(0);
    }

    private EngineCase raised(Move raised, GameCase game, AnswerGenerator generator) {
        Form concern = procedures.form("concern").orElseThrow();
        Map<String, Object> answers = full(concern, Map.of(), START, raised.answers(), game, generator);
        List<String> opened = procedures.open(viewer("education.W06000015"), answers, null);
        return engineCase(opened.get(0));
    }

    private void submit(EngineCase engine, GameCase game, GameCase.Stand stand, Move move, AnswerGenerator generator) {
        String place = game.place(stand, move);
        EngineCase.Waiting task = engine.tasks().stream()
                .filter(waiting -> place.equals(waiting.run() + " " + waiting.element()))
                .filter(waiting -> move.member().equals(waiting.about() == null ? "" : waiting.about()))
                .findFirst()
                .orElseThrow(() -> new AssertionError("the engine has no task for " + move));
        Viewer viewer = viewer(open(engine.reference(), task.id()).group());
        TaskDetail detail = procedures.task(viewer, task.id());
        Step step = NET.procedure(task.process())
                .flatMap(procedure -> procedure.step(task.element()))
                .orElseThrow();
        assertThat(game.known(stand, move, detail.facts()))
                .as("what the form of %s can read", task)
                .isEmpty();
        Map<String, Object> answers = full(detail.form(), detail.facts(), step, move.answers(), game, generator);
        procedures.submit(viewer, task.id(), answers);
    }

    /** Everything that the form asks, with what the game chose for what it follows. */
    private Map<String, Object> full(
            Form form,
            Map<String, Object> facts,
            Step step,
            Map<String, Object> chosen,
            GameCase game,
            AnswerGenerator generator) {
        Map<String, Object> flat = GameCase.flat(chosen);
        Map<String, Boolean> settled = new HashMap<>();
        NET.questions(step.form()).stream()
                .filter(question -> game.slice().space(step).tells(question))
                // What a row asks of itself is not followed: such a question may be shown or not.
                .filter(question -> question.hides().stream().noneMatch(hide -> hide.contains("this.")))
                .filter(question -> question.atTheTop() || isChild(question.path()))
                .forEach(question -> settled.put(question.path(), flat.containsKey(question.path())));
        return generator.answers(form, facts, clock.instant(), fixed(chosen), settled);
    }

    private static boolean isChild(String path) {
        return path.startsWith("children");
    }

    /** Without what stands for any text. */
    private static Map<String, Object> fixed(Map<String, Object> chosen) {
        Map<String, Object> fixed = new LinkedHashMap<>();
        chosen.forEach((key, value) -> {
            if (value instanceof List<?> rows && rows.get(0) instanceof Map<?, ?> row) {
                if (!isChild(key)) {
                    // The explorer tries one row of a list, which may be fewer than are asked for.
                    return;
                }
                @SuppressWarnings("unchecked")
                Map<String, Object> answers = (Map<String, Object>) row;
                fixed.put(key, List.of(fixed(answers)));
            } else if (!FormSpace.WRITTEN.equals(value)) {
                fixed.put(key, value);
            }
        });
        return fixed;
    }

    /** The game knows no dates: a limit passes when it says so, at its own date or, once that is over, now. */
    private void fire(EngineCase engine, GameCase game, GameCase.Stand stand, Move move) {
        String place = game.place(stand, move);
        EngineCase.Timer timer = engine.timers().stream()
                .filter(one -> !one.reminds() && place.equals(one.run() + " " + one.element()))
                .findFirst()
                .orElseThrow(() -> new AssertionError("the engine has no timer for " + move));
        Instant latest = clock.instant().plus(Duration.ofDays(60));
        if (timer.due().isBefore(latest)) {
            clock.reach(timer.due());
        }
        if (move.what() == Move.Kind.LIMIT_PASSED) {
            String element = move.step().substring(move.step().indexOf('/') + 1);
            engine.tasks().stream()
                    .filter(task ->
                            task.run().equals(timer.run()) && task.element().equals(element))
                    .forEach(task -> due(task.id(), clock.instant()));
        }
        putOffAllBut(engine, timer.id());
        jobs.executeJob(timer.id());
    }

    private void putOff(EngineCase engine, GameCase game, GameCase.Stand stand) {
        putOffAllBut(engine, "");
        List<String> inTime = game.inTime(stand);
        Instant later = clock.instant().plus(LATER_THAN_ANYTHING);
        engine.tasks().stream()
                .filter(task -> inTime.contains(task.run() + " " + task.element()))
                .filter(task -> !task.due().isAfter(clock.instant()))
                .forEach(task -> due(task.id(), later));
    }

    /** Whatever is due before the game says so waits: as if its date were another. */
    private void putOffAllBut(EngineCase engine, String timer) {
        Instant later = clock.instant().plus(LATER_THAN_ANYTHING);
        engine.timers().stream().filter(one -> !one.id().equals(timer)).forEach(one -> {
            if (!one.due().isAfter(clock.instant())) {
                jobs.setJobDuedate(one.id(), Date.from(later));
            }
        });
    }

    private void due(String task, Instant due) {
        Task found = tasks.createTaskQuery().taskId(task).singleResult();
        found.setDueDate(Date.from(due));
        tasks.saveTask(found);
    }

    private EngineCase engineCase(String reference) {
        return new EngineCase(ledger, jdbc, reference, AgreementProcessTests::repeated);
    }

    private static boolean repeated(String place) {
        int slash = place.indexOf('/');
        return NET.procedure(place.substring(0, slash))
                .flatMap(procedure -> procedure.step(place.substring(slash + 1)))
                .flatMap(Step::repeatedOver)
                .isPresent();
    }

    private OpenTask open(String reference, String task) {
        return procedures.tasksOfCase(reference).stream()
                .filter(open -> open.id().equals(task))
                .findFirst()
                .orElseThrow();
    }

    private static Viewer viewer(String group) {
        Group parsed = Group.parse(group);
        return new Viewer(group, parsed.role(), parsed.place(), Set.of(group));
    }
}
