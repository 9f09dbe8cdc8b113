package cymru.diogelu.trace;

import static org.assertj.core.api.Assertions.assertThat;

import cymru.diogelu.access.CaseAccess;
import cymru.diogelu.access.Look;
import cymru.diogelu.access.OpenedCase;
import cymru.diogelu.access.Viewer;
import cymru.diogelu.deadlines.ServiceClock;
import cymru.diogelu.ledger.Entry;
import cymru.diogelu.ledger.Ledger;
import cymru.diogelu.procedures.DueWork;
import cymru.diogelu.procedures.EntryKind;
import cymru.diogelu.procedures.OpenTask;
import cymru.diogelu.procedures.Procedures;
import cymru.diogelu.walk.RandomWalk;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.ActivityInstance;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.instance.BaseElement;
import org.camunda.bpm.model.bpmn.instance.EventBasedGateway;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Random walks, looked at again from the record: {@code -Dmoment.walks=100 -Dmoment.first=1} walks more of them, from a
 * seed on.
 */
@SpringBootTest(
        properties = {
            "spring.datasource.url=jdbc:h2:mem:moments;DB_CLOSE_DELAY=-1",
            "diogelu.demonstration=false",
            "diogelu.ledger.master-key-file=",
            "diogelu.ledger.signing-key-file=",
            "diogelu.ledger.heads-file=",
            "diogelu.clock=standing"
        })
class MomentWalkProcessTests {

    private static final Pattern DRAWN =
            Pattern.compile("id=\"p-([^\"]+)-(flow_[^\"]+)\"[^>]*><title>[^<]*times taken: (\\d+) ");

    private static final int SAMPLED = 20;
    private static final Set<String> JOINS = Set.of("parallelGateway", "inclusiveGateway");
    private static final Set<String> JUMPED = jumped();

    @TestConfiguration
    static class Recording {

        @Bean
        static SecondRecording secondRecording() {
            return new SecondRecording();
        }
    }

    @Autowired
    private Procedures procedures;

    @Autowired
    private DueWork dueWork;

    @Autowired
    private ServiceClock clock;

    @Autowired
    private Ledger ledger;

    @Autowired
    private MomentReading moments;

    @Autowired
    private CaseAccess access;

    @Autowired
    private RuntimeService engine;

    @Autowired
    private SecondRecording second;

    @Autowired
    private JdbcTemplate jdbc;

    /** What the engine held while an entry was the last one. */
    private record Held(long seq, Set<String> tasks, Set<String> places) {}

    static LongStream seeds() {
        long first = Long.getLong("moment.first", 1);
        return LongStream.range(first, first + Integer.getInteger("moment.walks", 4));
    }

    @BeforeEach
    void begin() {
        clock.standAt(Instant.parse("2026-03-02T10:15:00Z"));
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void thePathIsTheOneThatWasTakenAndEachMomentIsAsItWas(long seed) {
        List<Held> held = new ArrayList<>();
        Random random = new Random(seed);
        String reference = new RandomWalk(procedures, dueWork, clock, seed)
                .watchedBy(walked -> {
                    if (random.nextInt(16) == 0) {
                        held.add(held(walked));
                    }
                })
                .walk();
        OpenedCase opened = access.open(new Viewer("auditor", "auditor", "wales", Set.of()), reference, Look.PATH);

        MomentReading.Moment end = moments.at(opened, Integer.MAX_VALUE, Locale.ENGLISH);
        List<CasePath.Taken> path = path(reference).flows();
        assertThat(recorded(path)).isEqualTo(second.of(reference));
        assertThat(drawn(end)).isEqualTo(counted(path));
        for (Held then : held) {
            assertEqual(then, moments.at(opened, then.seq(), Locale.ENGLISH));
        }
        long last = newest(reference);
        random.longs(SAMPLED, 1, last + 1)
                .forEach(seq -> assertGoingOn(reference, moments.at(opened, seq, Locale.ENGLISH)));
    }

    /** Also between two steps, where a procedure stands at none of them for an entry or two. */
    private void assertGoingOn(String reference, MomentReading.Moment moment) {
        Map<String, String> running = new HashMap<>();
        for (Entry entry : ledger.read(reference, 0, (int) moment.seq())) {
            String run = String.valueOf(entry.body().get("run"));
            if (entry.kind().equals(EntryKind.PROCEDURE_STARTED.word())) {
                running.put(run, entry.subject().process());
            } else if (entry.kind().equals(EntryKind.PROCEDURE_ENDED.word())) {
                running.remove(run);
            }
        }
        moment.walks().forEach(walk -> assertThat(walk.open())
                .as("%s behind entry %d", walk.process(), moment.seq())
                .isEqualTo(running.containsValue(walk.process())));
    }

    private static void assertEqual(Held then, MomentReading.Moment moment) {
        assertThat(moment.tasks().stream().map(MomentReading.Asked::task).collect(Collectors.toSet()))
                .as("tasks behind entry " + then.seq())
                .isEqualTo(then.tasks());
        assertThat(places(moment)).as("places behind entry " + then.seq()).isEqualTo(then.places());
    }

    private static Set<String> places(MomentReading.Moment moment) {
        Set<String> places = new TreeSet<>();
        moment.walks().forEach(walk -> walk.path().elements().stream()
                .filter(stay -> stay.left() == null)
                .forEach(stay -> places.add(stay.process() + "/" + stay.element())));
        return places;
    }

    private Held held(String reference) {
        Set<String> tasks =
                procedures.tasksOfCase(reference).stream().map(OpenTask::id).collect(Collectors.toSet());
        Set<String> places = new TreeSet<>();
        for (ProcessInstance run : engine.createProcessInstanceQuery()
                .processInstanceBusinessKey(reference)
                .list()) {
            String process = run.getProcessDefinitionId().replaceFirst(":.*", "");
            leaves(engine.getActivityInstance(run.getId()))
                    .filter(activity -> !JOINS.contains(activity.getActivityType()))
                    .forEach(activity -> places.add(process + "/" + activity.getActivityId()));
        }
        return new Held(newest(reference), tasks, places);
    }

    private long newest(String reference) {
        return jdbc.queryForObject(
                "SELECT head_seq FROM ledger_chain WHERE case_reference = ? AND name = 'case'", Long.class, reference);
    }

    /** A join that waits for its other ways is behind whoever has come to it: the record has each arrival as passed. */
    private static Stream<ActivityInstance> leaves(ActivityInstance at) {
        return Stream.of(at.getChildActivityInstances())
                .flatMap(child -> child.getChildActivityInstances().length == 0 ? Stream.of(child) : leaves(child));
    }

    private CasePath path(String reference) {
        List<Entry> entries = new ArrayList<>();
        ledger.forEach(reference, entries::add);
        return CasePath.of(entries.stream().filter(CasePath::tells).toList());
    }

    /** From an event-based gateway the engine jumps to the event that came, along no flow that could be noted. */
    private static List<String> recorded(List<CasePath.Taken> path) {
        return path.stream()
                .map(taken -> taken.process() + "/" + taken.flow())
                .filter(flow -> !JUMPED.contains(flow))
                .toList();
    }

    private static Set<String> jumped() {
        try (Stream<Path> files = Files.walk(Path.of("processes"))) {
            return files.filter(file -> file.toString().endsWith(".bpmn"))
                    .map(file -> Bpmn.readModelFromFile(file.toFile()))
                    .flatMap(model -> model.getModelElementsByType(EventBasedGateway.class).stream())
                    .flatMap(gateway -> gateway.getOutgoing().stream())
                    .map(flow -> ((BaseElement) flow.getParentElement()).getId() + "/" + flow.getId())
                    .collect(Collectors.toSet());
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static Set<String> counted(List<CasePath.Taken> path) {
        return path.stream()
                .collect(Collectors.groupingBy(taken -> taken.process() + "/" + taken.flow(), Collectors.counting()))
                .entrySet()
                .stream()
                .map(each -> each.getKey() + " " + each.getValue())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Set<String> drawn(MomentReading.Moment moment) {
        return moment.walks().stream()
                .flatMap(walk -> DRAWN.matcher(walk.svg()).results())
                .map(flow -> flow.group(1) + "/" + flow.group(2) + " " + flow.group(3))
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
