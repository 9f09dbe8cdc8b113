package cymru.diogelu.trace.statistics;

import static org.assertj.core.api.Assertions.assertThat;

import cymru.diogelu.deadlines.Deadlines;
import cymru.diogelu.deadlines.ServiceClock;
import cymru.diogelu.deadlines.WorkingCalendar;
import cymru.diogelu.ledger.Actor;
import cymru.diogelu.ledger.Happening;
import cymru.diogelu.ledger.Ledger;
import cymru.diogelu.ledger.MasterKeys;
import cymru.diogelu.ledger.Subject;
import cymru.diogelu.procedures.EntryKind;
import cymru.diogelu.statute.Provisions;
import cymru.diogelu.statute.StatutoryRules;
import cymru.diogelu.trace.Conformance;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** What holds of counting on every database. */
abstract class CountingContract {

    private static final Instant AT = Instant.parse("2026-11-02T09:30:00Z");
    private static final Actor RHIAN = new Actor("rhian", "front-door", "W06000015");
    private static final int NODES = 4;
    private static final Provisions PROVISIONS = Provisions.load();
    private static final ServiceClock CLOCK = ServiceClock.fixedAt(AT);
    private static final Conformance CONFORMANCE = new Conformance(
            StatutoryRules.load(PROVISIONS), new Deadlines(PROVISIONS, WorkingCalendar.load(), CLOCK), CLOCK);

    private final JdbcTemplate jdbc;
    private final JdbcTransactionManager transactions;
    private final Ledger ledger;

    CountingContract(DataSource database) {
        this.jdbc = new JdbcTemplate(database);
        this.transactions = new JdbcTransactionManager(database);
        this.ledger = new Ledger(jdbc, new MasterKeys(""));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void countingAfterEachOfManyPrefixesIsCountingOnce(long seed) {
        Random random = new Random(seed);
        String reference = "DGL-2026-%06d".formatted(seed);
        List<Happening> story = story(reference, random, 60);
        Counting counting = node();
        int told = 0;
        while (told < story.size()) {
            int next = Math.min(story.size(), told + 1 + random.nextInt(12));
            record(story.subList(told, next));
            told = next;
            assertThat(counting.catchUp(Integer.MAX_VALUE)).isZero();
        }
        List<List<Map<String, Object>>> onTheWay = counted();

        jdbc.update("UPDATE counted_case SET rules_version = 0");
        counting.catchUp(Integer.MAX_VALUE);
        assertThat(counted()).isEqualTo(onTheWay);
        assertThat(onTheWay.get(1)).isNotEmpty();

        jdbc.update("DELETE FROM counted_case");
        counting.catchUp(Integer.MAX_VALUE);
        assertThat(counted()).isEqualTo(onTheWay);
    }

    @Test
    void nodesThatCountAtOnceMakeNoRowTwice() throws InterruptedException, ExecutionException {
        List<String> references = new ArrayList<>();
        for (int number = 100; number < 115; number++) {
            references.add("DGL-2026-%06d".formatted(number));
            record(story(references.get(number - 100), new Random(number), 20));
        }
        ExecutorService nodes = Executors.newFixedThreadPool(NODES);
        List<Future<?>> counts = new ArrayList<>();
        for (int node = 0; node < NODES; node++) {
            counts.add(nodes.submit(() -> node().catchUp(Integer.MAX_VALUE)));
        }
        record(List.of(happening(references.get(0), EntryKind.CASE_CLOSED, "1", AT, Map.of("outcome", "registered"))));
        for (Future<?> count : counts) {
            count.get();
        }
        nodes.shutdown();
        node().catchUp(Integer.MAX_VALUE);
        List<List<Map<String, Object>>> together = counted();

        jdbc.update("UPDATE counted_case SET rules_version = 0");
        node().catchUp(Integer.MAX_VALUE);
        assertThat(counted()).isEqualTo(together);
    }

    @Test
    void aDateThatCannotBeReadIsLeftOutAndTheCaseSaysSo() {
        String reference = "DGL-2026-000200";
        record(List.of(
                opened(reference),
                happening(reference, EntryKind.DEADLINE_SET, "1", AT, Map.of("provision", "DL-03", "due", "soon"))));

        node().catchUp(Integer.MAX_VALUE);

        assertThat(jdbc.queryForObject(
                        "SELECT standing FROM counted_case WHERE reference = ?", String.class, reference))
                .isEqualTo("PART");
        assertThat(jdbc.queryForList("SELECT * FROM counted_deadline WHERE reference = ?", reference))
                .isEmpty();
    }

    private Counting node() {
        return new Counting(ledger, new CountedTables(jdbc), CONFORMANCE, transactions);
    }

    /** Tasks are offered with a date, some are answered or withdrawn, some get more time. */
    private static List<Happening> story(String reference, Random random, int length) {
        List<Happening> story = new ArrayList<>(List.of(opened(reference)));
        for (int number = 1; number < length; number++) {
            Instant at = AT.plusSeconds(number * 3_600L);
            String task = String.valueOf(random.nextInt(8));
            story.add(
                    switch (random.nextInt(5)) {
                        case 0 ->
                            happening(
                                    reference,
                                    EntryKind.TASK_OFFERED,
                                    task,
                                    at,
                                    Map.of("group", "team-manager.W06000015"));
                        case 1 ->
                            happening(
                                    reference,
                                    EntryKind.ANSWERS_SUBMITTED,
                                    task,
                                    at,
                                    Map.of("form", "initial-decision"));
                        case 2 -> happening(reference, EntryKind.TASK_WITHDRAWN, task, at, Map.of());
                        case 3 ->
                            happening(
                                    reference,
                                    EntryKind.DEADLINE_EXTENDED,
                                    task,
                                    at,
                                    Map.of(
                                            "provision",
                                            "DL-03",
                                            "tasks",
                                            List.of(task),
                                            "newDue",
                                            at.plusSeconds(9_000).toString()));
                        default ->
                            happening(
                                    reference,
                                    EntryKind.DEADLINE_SET,
                                    task,
                                    at,
                                    Map.of(
                                            "provision",
                                            "DL-03",
                                            "start",
                                            at.toString(),
                                            "due",
                                            at.plusSeconds(7_200).toString()));
                    });
        }
        return story;
    }

    private static Happening opened(String reference) {
        Map<String, Object> answers = Map.of("children", List.of(Map.of("locatedLaCode", "W06000015")));
        return happening(reference, EntryKind.CASE_OPENED, "0", AT, Map.of("form", "concern", "answers", answers));
    }

    private static Happening happening(
            String reference, EntryKind kind, String task, Instant at, Map<String, Object> body) {
        Subject subject = new Subject("section-130-report", 1, "userTask_decide", task);
        return new Happening(reference, at, RHIAN, kind.word(), subject, body);
    }

    private void record(List<Happening> happenings) {
        new TransactionTemplate(transactions).executeWithoutResult(tx -> happenings.forEach(ledger::append));
    }

    private List<List<Map<String, Object>>> counted() {
        return Stream.of(
                        "counted_case ORDER BY reference",
                        "counted_deadline ORDER BY reference, seq",
                        "counted_milestone ORDER BY reference, seq, milestone",
                        "counted_step ORDER BY reference, process, version, element")
                .map(rows -> jdbc.queryForList("SELECT * FROM " + rows))
                .toList();
    }
}
