package cymru.diogelu.trace.statistics;

import static org.assertj.core.api.Assertions.assertThat;

import cymru.diogelu.access.Viewer;
import cymru.diogelu.deadlines.ServiceClock;
import cymru.diogelu.ledger.Ledger;
import cymru.diogelu.procedures.DueWork;
import cymru.diogelu.procedures.Procedures;
import cymru.diogelu.trace.statistics.RawYear.RawDate;
import cymru.diogelu.walk.RandomWalk;
import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.jdbc.core.JdbcTemplate;

/** A generated year, counted by the service and a second time from the raw entries: {@code -Dstatistics.cases=1000}. */
@SpringBootTest(
        properties = {
            "spring.datasource.url=jdbc:h2:mem:year;DB_CLOSE_DELAY=-1",
            "diogelu.demonstration=false",
            "diogelu.ledger.master-key-file=",
            "diogelu.ledger.signing-key-file=",
            "diogelu.ledger.heads-file=",
            "diogelu.clock=standing"
        })
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class StatisticsYearProcessTests {

    private static final int FEW = 25;
    private static final Instant FIRST = Instant.parse("2026-01-05T10:15:00Z");
    private static final Viewer AUDITOR = new Viewer("auditor", "auditor", "wales", Set.of());

    private static final Map<Grouping, Function<RawDate, String>> KEYS = Map.of(
            Grouping.PROVISION, date -> date.provision,
            Grouping.STEP, date -> date.step,
            Grouping.AGENCY, date -> date.team.split("\\.")[1],
            Grouping.TEAM, date -> date.team,
            Grouping.AUTHORITY, date -> date.authority,
            Grouping.MONTH, RawDate::month);

    @Autowired
    private Procedures procedures;

    @Autowired
    private DueWork dueWork;

    @Autowired
    private ServiceClock clock;

    @Autowired
    private Ledger ledger;

    @Autowired
    private Counting counting;

    @Autowired
    private Statistics statistics;

    @Autowired
    private JdbcTemplate jdbc;

    private RawYear raw;

    private Instant now;

    /** Some are walked to their end and some half; all are counted now and then on the way. */
    @BeforeAll
    void walkAYear() {
        int cases = Integer.getInteger("statistics.cases", FEW);
        int half = cases / 3;
        List<String> references = new ArrayList<>();
        for (int i = 0; i < cases; i++) {
            clock.standAt(FIRST.plus(Duration.ofHours(i * 8_000L / cases)));
            Random random = new Random(i);
            RandomWalk walk = new RandomWalk(procedures, dueWork, clock, 100L + i).watchedBy(reference -> {
                if (random.nextInt(40) == 0) {
                    counting.catchUp(Integer.MAX_VALUE);
                }
            });
            references.add(i < cases - half ? walk.walk() : walk.walk(4 + random.nextInt(40)));
        }
        clock.standAt(FIRST.plus(Duration.ofDays(350)));
        references.add(new RandomWalk(procedures, dueWork, clock, 99).walk(2));
        now = clock.instant();
        List<String> all = jdbc.queryForList("SELECT reference FROM safeguarding_case", String.class);
        assertThat(all).containsAll(references);
        raw = new RawYear(ledger, all);
    }

    @ParameterizedTest
    @EnumSource
    void theComplianceTableIsWhatTheRawEntriesSay(Grouping by) {
        assertThat(counting.catchUp(Integer.MAX_VALUE)).isZero();

        assertThat(told(statistics.compliance(AUDITOR, by, Scope.ALL)))
                .hasSizeGreaterThan(3)
                .isEqualTo(raw(by, date -> true));
    }

    @Test
    void theYearHasDatesThatWereMetAndMissedAndThatAreStillOpen() {
        counting.catchUp(Integer.MAX_VALUE);

        Compliance.Row total =
                statistics.compliance(AUDITOR, Grouping.MONTH, Scope.ALL).total();

        assertThat(List.of(total.met(), total.late(), total.openLate(), total.open()))
                .allSatisfy(number -> assertThat(number).isPositive());
    }

    @Test
    void aScopeHoldsItsOwnDatesAndNoOthers() {
        counting.catchUp(Integer.MAX_VALUE);
        Scope spring = new Scope(YearMonth.of(2026, 3), YearMonth.of(2026, 5), null, null, null);
        Scope decisions = new Scope(null, null, null, null, "DL-03");
        String authority = jdbc.queryForList("SELECT authority FROM counted_case ORDER BY authority", String.class)
                .get(0);

        assertThat(told(statistics.compliance(AUDITOR, Grouping.MONTH, spring)))
                .hasSize(4)
                .isEqualTo(raw(Grouping.MONTH, date -> date.month().matches("2026-0[345]")));
        assertThat(told(statistics.compliance(AUDITOR, Grouping.STEP, decisions)))
                .isEqualTo(raw(Grouping.STEP, date -> date.provision.equals("DL-03")));
        assertThat(told(statistics.compliance(
                        AUDITOR, Grouping.PROVISION, new Scope(null, null, authority, null, null))))
                .isEqualTo(raw(Grouping.PROVISION, date -> date.authority.equals(authority)));
        assertThat(told(statistics.compliance(
                        AUDITOR, Grouping.PROVISION, new Scope(null, null, null, "W06000015", null))))
                .isEqualTo(raw(Grouping.PROVISION, date -> date.team.endsWith(".W06000015")));
    }

    @Test
    void theFunnelIsWhatTheRawEntriesSay() {
        counting.catchUp(Integer.MAX_VALUE);
        Funnel funnel = statistics.funnel(AUDITOR, Scope.ALL);

        assertThat(told(funnel))
                .isEqualTo(raw.funnel(
                        Milestone.onTheWay().stream().map(Enum::name).toList(),
                        Milestone.otherWays().stream().map(Enum::name).toList()));
        assertThat(funnel.stages())
                .allSatisfy(stage -> assertThat(stage.cases()).isPositive());
    }

    @Test
    void theMeasuresCountEveryTimeThatSomethingHappened() {
        counting.catchUp(Integer.MAX_VALUE);

        statistics.measures(AUDITOR, Scope.ALL).lines().stream()
                .filter(line -> line.measure().milestone() != null)
                .forEach(line -> assertThat(line.all())
                        .as(line.measure().name())
                        .isEqualTo(raw.happened(
                                Objects.requireNonNull(line.measure().milestone())
                                        .name())));
    }

    @Test
    void noMoreIsInTimeThanHappened() {
        counting.catchUp(Integer.MAX_VALUE);

        assertThat(statistics.measures(AUDITOR, Scope.ALL).lines())
                .filteredOn(line -> line.inTime() != null)
                .hasSize(3)
                .allSatisfy(line -> assertThat(line.inTime()).isLessThanOrEqualTo(line.all()));
    }

    @Test
    void whatWasCountedOnTheWayIsWhatIsCountedAtOnce() {
        counting.catchUp(Integer.MAX_VALUE);
        List<List<Map<String, Object>>> onTheWay = counted();

        Stream.of("counted_case", "counted_deadline", "counted_milestone", "counted_step")
                .forEach(table -> jdbc.update("DELETE FROM " + table));
        assertThat(counting.catchUp(3)).isPositive();
        counting.catchUp(Integer.MAX_VALUE);
        assertThat(counted()).isEqualTo(onTheWay);

        jdbc.update("UPDATE counted_case SET rules_version = 0");
        counting.catchUp(Integer.MAX_VALUE);
        assertThat(counted()).isEqualTo(onTheWay);
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

    private List<String> raw(Grouping by, Predicate<RawDate> wanted) {
        return raw.compliance(Objects.requireNonNull(KEYS.get(by)), wanted, now);
    }

    private static List<String> told(Compliance compliance) {
        return Stream.concat(compliance.rows().stream(), Stream.of(compliance.total()))
                .map(row ->
                        "%s met %d late %d never %d openLate %d open %d withdrawn %d extended %d taken %s %s lateness %s %s"
                                .formatted(
                                        row.key(),
                                        row.met(),
                                        row.late(),
                                        row.neverDone(),
                                        row.openLate(),
                                        row.open(),
                                        row.withdrawn(),
                                        row.extended(),
                                        row.taken().median(),
                                        row.taken().ninetieth(),
                                        row.lateness().median(),
                                        row.lateness().ninetieth()))
                .toList();
    }

    private static List<String> told(Funnel funnel) {
        Stream<String> way = funnel.stages().stream().map(stage -> "%s %d %d %s %s"
                .formatted(
                        stage.milestone(),
                        stage.cases(),
                        stage.furthest(),
                        stage.sincePrevious().median(),
                        stage.sincePrevious().ninetieth()));
        Stream<String> others =
                funnel.otherWays().stream().map(stage -> "%s %d".formatted(stage.milestone(), stage.cases()));
        return Stream.concat(way, others).toList();
    }
}
