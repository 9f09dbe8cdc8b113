package cymru.diogelu.procedures;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import cymru.diogelu.access.Viewer;
import cymru.diogelu.deadlines.ServiceClock;
import cymru.diogelu.ledger.Entry;
import cymru.diogelu.ledger.Ledger;
import cymru.diogelu.procedures.models.ModelDeployment;
import cymru.diogelu.trace.CaseDeadlines;
import cymru.diogelu.walk.PackagedFiles;
import cymru.diogelu.walk.RandomWalk;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Date;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.runtime.ActivityInstance;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;

/**
 * Open cases in random states that go on under changed models: what was predicted for each is what then is so, in the
 * engine and on record. {@code -Dmigration.first=1 -Dmigration.cases=200} moves more of them.
 */
@SpringBootTest(
        properties = {
            "spring.datasource.url=jdbc:h2:mem:migration;DB_CLOSE_DELAY=-1",
            "diogelu.demonstration=false",
            "diogelu.ledger.master-key-file=",
            "diogelu.ledger.signing-key-file=",
            "diogelu.ledger.heads-file=",
            "diogelu.clock=standing"
        })
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CaseMigrationProcessTests {

    private static final Viewer DESIGNER = new Viewer("designer", "designer", "wales", Set.of());
    private static final int LONGEST_WALK = 60;

    private static final Pattern BOUNDARY_EVENT =
            Pattern.compile("<bpmn:boundaryEvent .*?</bpmn:boundaryEvent>", Pattern.DOTALL);

    /** What a designer may do to models that cases are open under. */
    private enum Change {
        OTHER_LIMIT(text -> BOUNDARY_EVENT
                .matcher(text)
                .replaceAll(event -> Matcher.quoteReplacement(
                        event.group().contains("due('PR-03')") ? withOtherName(event.group()) : event.group()))
                .replace("'PR-03'", "'PR-08'")
                .replace("\"PR-03\"", "\"PR-08\"")),
        OTHER_GROUP(text -> text.replace("group.named('front-door')", "group.named('team-manager')")
                .replace("group.reporter()", "group.named('front-door')")),
        EVENTS_DRAWN_ANEW(text ->
                text.replace("boundaryEvent_", "boundaryEvent_anew_").replace("\"reminder_", "\"reminder_anew_")),
        OTHER_IDS(text -> text.replace("userTask_", "userTask_anew_")),
        STEP_TAKEN_OUT(text -> text.replace("userTask_chaseExplanation", "userTask_chaseOnce")
                .replace("userTask_decide\"", "userTask_decideAnew\"")
                .replace("userTask_decide<", "userTask_decideAnew<"));

        private final UnaryOperator<String> edit;

        Change(UnaryOperator<String> edit) {
            this.edit = edit;
        }

        private static String withOtherName(String event) {
            return event.replace("1 hour elapsed", "5 working days elapsed")
                    .replace("1 awr wedi mynd heibio", "5 diwrnod gwaith wedi mynd heibio");
        }
    }

    /** A task as the engine has it. */
    private record Held(String element, String group, Instant due) {}

    @Autowired
    private Procedures procedures;

    @Autowired
    private CaseMigration migration;

    @Autowired
    private ModelDeployment models;

    @Autowired
    private DueWork dueWork;

    @Autowired
    private ServiceClock clock;

    @Autowired
    private Ledger ledger;

    @Autowired
    private RuntimeService engine;

    @Autowired
    private TaskService tasks;

    @Autowired
    private ManagementService jobs;

    private final Map<Change, String> deployments = new EnumMap<>(Change.class);
    private final Map<String, Integer> figures = new TreeMap<>();

    static LongStream seeds() {
        long first = Long.getLong("migration.first", 1);
        return LongStream.range(first, first + Integer.getInteger("migration.cases", 15));
    }

    /** Cases begin under the set that was deployed last, which is the one that nothing is changed in. */
    @BeforeAll
    void deploy() {
        for (Change change : Change.values()) {
            deployments.put(change, models.deploy(PackagedFiles.with(".bpmn", change.edit)));
        }
        models.deploy(PackagedFiles.all());
    }

    @AfterAll
    void print() {
        System.out.println("Moved: " + figures);
    }

    @BeforeEach
    void begin() {
        clock.standAt(Instant.parse("2026-03-02T10:15:00Z"));
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void whatWasPredictedIsWhatHappens(long seed) {
        Change change = Change.values()[(int) (seed % Change.values().length)];
        RandomWalk walk = new RandomWalk(procedures, dueWork, clock, seed);
        String reference = walk.walk((int) (seed * 7 % LONGEST_WALK));
        dueWork.runDue();
        Map<String, Held> before = held(reference);
        List<String> placesBefore = places(reference);
        long entries = ledger.read(reference, 0, Integer.MAX_VALUE).size();

        MovedCase predicted = migration.predict(reference, deployments.get(change), renamed(change, before));

        assertThat(held(reference)).isEqualTo(before);
        assertThat(ledger.read(reference, 0, Integer.MAX_VALUE)).hasSize((int) entries);
        count(change, predicted);
        if (!predicted.possible()) {
            assertThatExceptionOfType(CannotMove.class)
                    .isThrownBy(() -> move(reference, change, before))
                    .satisfies(refused -> assertThat(refused.obstacles()).isEqualTo(predicted.obstacles()));
            assertThat(held(reference)).isEqualTo(before);
            assertThat(predicted.obstacles())
                    .allMatch(obstacle -> obstacle.element().matches("userTask_(chaseExplanation|decide)"));
            return;
        }
        move(reference, change, before);

        assertThat(places(reference)).isEqualTo(moved(placesBefore, predicted));
        assertThat(held(reference)).isEqualTo(moved(before, predicted));
        everyOpenDateHasItsTimers(reference);
        if (seed % 4 == 0) {
            walk.goOn(reference);
            assertThat(ledger.verify(reference).sound()).isTrue();
        }
    }

    private void move(String reference, Change change, Map<String, Held> before) {
        migration.move(DESIGNER, reference, deployments.get(change), renamed(change, before));
    }

    private static Map<String, String> renamed(Change change, Map<String, Held> held) {
        Map<String, String> renamed = new HashMap<>();
        if (change == Change.OTHER_IDS) {
            held.values()
                    .forEach(
                            task -> renamed.put(task.element(), task.element().replace("userTask_", "userTask_anew_")));
        }
        return renamed;
    }

    private void count(Change change, MovedCase moved) {
        figures.merge(change + (moved.possible() ? moved.stays() ? " closed" : " moved" : " refused"), 1, Integer::sum);
        figures.merge(change + " places", moved.places().size(), Integer::sum);
        figures.merge(change + " tasks to another group", moved.offers().size(), Integer::sum);
        figures.merge(change + " dates", moved.dates().size(), Integer::sum);
    }

    private Map<String, Held> held(String reference) {
        Map<String, Held> held = new TreeMap<>();
        procedures
                .tasksOfCase(reference)
                .forEach(task -> held.put(
                        task.id(),
                        new Held(task.element(), task.group(), task.due() == null ? OpenTask.NEVER : task.due())));
        return held;
    }

    /** The predicted changes, made by hand to what was there before. */
    private static Map<String, Held> moved(Map<String, Held> before, MovedCase predicted) {
        Map<String, Held> moved = new TreeMap<>(before);
        Map<String, String> ids = new HashMap<>();
        predicted.places().forEach(place -> ids.put(place.from(), place.to()));
        moved.replaceAll((id, task) -> new Held(ids.get(task.element()), task.group(), task.due()));
        predicted
                .offers()
                .forEach(offer -> moved.computeIfPresent(offer.task(), (id, task) -> {
                    assertThat(task.group()).isEqualTo(offer.from());
                    return new Held(task.element(), offer.to(), task.due());
                }));
        predicted.dates().stream()
                .filter(date -> date.after() != null)
                .forEach(date -> moved.computeIfPresent(
                        date.task(), (id, task) -> new Held(task.element(), task.group(), date.after())));
        return moved;
    }

    private static List<String> moved(List<String> before, MovedCase predicted) {
        Map<String, String> ids = new HashMap<>();
        predicted.places().forEach(place -> ids.put(place.from(), place.to()));
        return before.stream().map(ids::get).sorted().toList();
    }

    private List<String> places(String reference) {
        List<String> places = new ArrayList<>();
        engine.createProcessInstanceQuery().processInstanceBusinessKey(reference).list().stream()
                .map(ProcessInstance::getId)
                .map(engine::getActivityInstance)
                .forEach(tree -> leaves(tree).forEach(leaf -> places.add(leaf.getActivityId())));
        return places.stream().sorted().toList();
    }

    private static Stream<ActivityInstance> leaves(ActivityInstance instance) {
        ActivityInstance[] children = instance.getChildActivityInstances();
        return children.length == 0
                ? Stream.of(instance)
                : Stream.of(children).flatMap(CaseMigrationProcessTests::leaves);
    }

    /** Else a limit would pass unwatched, or without a reminder, or be watched from the wrong day. */
    private void everyOpenDateHasItsTimers(String reference) {
        List<Entry> telling = ledger.read(reference, 0, Integer.MAX_VALUE).stream()
                .filter(CaseDeadlines::tells)
                .toList();
        telling.stream()
                .filter(entry -> entry.kind().equals(EntryKind.DEADLINE_SET.word()))
                .map(entry -> CaseDeadlines.dated(entry, telling, clock.instant()))
                .filter(date -> date.status() == CaseDeadlines.Status.OPEN)
                .forEach(date -> {
                    assertThat(timers(date, date.due())).as(date.toString()).isPositive();
                    date.reminders().stream()
                            .filter(reminder -> reminder.toInstant().isAfter(clock.instant()))
                            // The models draw no reminder of the time at which missing information is given up.
                            .filter(reminder -> !date.element().endsWith("_shareInformation"))
                            .forEach(reminder -> assertThat(timers(date, reminder))
                                    .as("%s at %s", date, reminder)
                                    .isPositive());
                });
    }

    private long timers(CaseDeadlines.Dated date, OffsetDateTime at) {
        String run = tasks.createTaskQuery().taskId(date.task()).singleResult().getProcessInstanceId();
        return jobs.createJobQuery().processInstanceId(run).timers().list().stream()
                .filter(job -> job.getDuedate().equals(Date.from(at.toInstant())))
                .count();
    }
}
