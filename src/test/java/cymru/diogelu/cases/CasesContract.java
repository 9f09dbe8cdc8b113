package cymru.diogelu.cases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import cymru.diogelu.cases.SafeguardingCase.Status;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;

/** What the cases promise on every database. */
abstract class CasesContract {

    private static final Instant OPENED = Instant.parse("2026-11-02T09:30:00Z");
    private static final CaseReference NOBODY = new CaseReference("DGL-1999-000001");

    private final TransactionTemplate transaction;
    private final Cases cases;

    CasesContract(DataSource database) {
        transaction = new TransactionTemplate(new JdbcTransactionManager(database));
        cases = new Cases(new JdbcTemplate(database));
    }

    @Test
    void opensACase() {
        CaseReference tim = open(OPENED);
        assertThat(cases.find(tim))
                .contains(new SafeguardingCase(
                        tim, "W06000015", null, "dsp.W06000015", Status.OPEN, null, OPENED, null, List.of()));
    }

    @Test
    void numbersCasesOfAYearOneAfterTheOther() {
        CaseReference first = open(OPENED);
        CaseReference second = open(OPENED);
        assertThat(first.value()).startsWith("DGL-2026-");
        assertThat(number(second)).isEqualTo(number(first) + 1);
    }

    @Test
    void takesTheYearFromTheClocksOfWales() {
        assertThat(open(Instant.parse("2026-12-31T23:59:59Z")).value()).startsWith("DGL-2026-");
        assertThat(open(Instant.parse("2027-01-01T00:00:00Z")).value()).startsWith("DGL-2027-");
    }

    @Test
    void remembersWhereTheChildLives() {
        NewCase away = new NewCase("W06000015", "W06000002", "dsp.W06000015", Map.of(), List.of());
        CaseReference reference = transaction.execute(tx -> cases.open(away, OPENED));
        assertThat(cases.find(reference))
                .get()
                .extracting(SafeguardingCase::homeAuthority)
                .isEqualTo("W06000002");
    }

    @Test
    void knowsNothingOfACaseThatDoesNotExist() {
        assertThat(cases.find(NOBODY)).isEmpty();
        assertThat(cases.facts(NOBODY)).isEmpty();
        assertThat(cases.clock(NOBODY, "reportReceivedAt")).isEmpty();
        assertThat(cases.clocks(NOBODY)).isEmpty();
        assertThat(cases.involved(NOBODY, Set.of("dsp.W06000015"))).isFalse();
    }

    @Test
    void refusesToChangeACaseThatDoesNotExist() {
        List<Runnable> changes = List.of(
                () -> cases.learn(NOBODY, Map.of("name", "Tim")),
                () -> cases.startClock(NOBODY, "reportReceivedAt", OPENED),
                () -> cases.close(NOBODY, "noFurtherAction", OPENED),
                () -> cases.involve(NOBODY, "dsp.W06000015"),
                () -> cases.link(List.of(NOBODY, new CaseReference("DGL-1999-000002"))));
        assertThat(changes).allSatisfy(change -> assertThatExceptionOfType(UnknownCase.class)
                .isThrownBy(() -> transaction.executeWithoutResult(tx -> change.run())));
    }

    @Test
    void takesInTheLatestFacts() {
        CaseReference tim = open(OPENED);
        Map<String, Object> news =
                new HashMap<>(Map.of("school", "Ysgol y Bryn ŵ", "household", List.of(Map.of("age", 3))));
        news.put("knownAs", null);
        in(() -> cases.learn(tim, Map.of("name", "Tim", "knownAs", "Timmy", "school", "none")));
        in(() -> cases.learn(tim, news));
        assertThat(cases.facts(tim))
                .isEqualTo(Map.of("name", "Tim", "school", "Ysgol y Bryn ŵ", "household", List.of(Map.of("age", 3))));
    }

    @Test
    void keepsFactsThatWereKnownWhenTheCaseWasOpened() {
        NewCase known = new NewCase("W06000015", null, "dsp.W06000015", Map.of("name", "Tina"), List.of());
        CaseReference tina = transaction.execute(tx -> cases.open(known, OPENED));
        assertThat(cases.facts(tina)).isEqualTo(Map.of("name", "Tina"));
    }

    @Test
    void remembersTheLatestStartOfAClock() {
        CaseReference tim = open(OPENED);
        in(() -> cases.startClock(tim, "reportReceivedAt", OPENED));
        in(() -> cases.startClock(tim, "strategyDiscussionHeldAt", OPENED.plusSeconds(1)));
        in(() -> cases.startClock(tim, "strategyDiscussionHeldAt", OPENED.plusSeconds(9)));
        assertThat(cases.clock(tim, "reportReceivedAt")).contains(OPENED);
        assertThat(cases.clocks(tim)).containsEntry("reportReceivedAt", OPENED);
        assertThat(cases.clock(tim, "strategyDiscussionHeldAt")).contains(OPENED.plusSeconds(9));
        assertThat(cases.clock(tim, "conferenceHeldAt")).isEmpty();
    }

    @Test
    void closesACaseOnce() {
        CaseReference tim = open(OPENED);
        in(() -> cases.close(tim, "preventativeSupport", OPENED.plusSeconds(60)));
        assertThat(cases.find(tim))
                .get()
                .extracting(SafeguardingCase::status, SafeguardingCase::outcome, SafeguardingCase::closedAt)
                .containsExactly(Status.CLOSED, "preventativeSupport", OPENED.plusSeconds(60));
        assertThatIllegalStateException().isThrownBy(() -> in(() -> cases.close(tim, "other", OPENED)));
    }

    @Test
    void linksChildrenOfOneConcernToEachOther() {
        CaseReference jenny = open(OPENED);
        CaseReference tom = open(OPENED);
        CaseReference mary = open(OPENED);
        in(() -> cases.link(List.of(mary, tom, jenny, tom)));
        in(() -> cases.link(List.of(jenny, mary)));
        assertThat(linked(jenny)).containsExactly(tom, mary);
        assertThat(linked(tom)).containsExactly(jenny, mary);
        assertThat(linked(mary)).containsExactly(jenny, tom);
    }

    @Test
    void linksACaseAsItIsOpened() {
        CaseReference tim = open(OPENED);
        NewCase sister = new NewCase("W06000015", null, "dsp.W06000015", Map.of(), List.of(tim));
        CaseReference tina = transaction.execute(tx -> cases.open(sister, OPENED));
        assertThat(linked(tina)).containsExactly(tim);
        assertThat(linked(tim)).containsExactly(tina);
    }

    @Test
    void remembersWhoTakesPart() {
        CaseReference tim = open(OPENED);
        in(() -> cases.involve(tim, "front-door.W06000015"));
        in(() -> cases.involve(tim, "front-door.W06000015"));
        in(() -> cases.involve(tim, "police-ppu.south-wales-police"));
        assertThat(cases.involved(tim, Set.of("front-door.W06000015", "front-door.W06000016")))
                .isTrue();
        assertThat(cases.involved(tim, Set.of("front-door.W06000016"))).isFalse();
        assertThat(cases.involved(tim, Set.of())).isFalse();
        assertThat(cases.involved(open(OPENED), Set.of("front-door.W06000015"))).isFalse();
    }

    @Test
    void leavesNothingBehindWhenTheTransactionRollsBack() {
        CaseReference tim = open(OPENED);
        transaction.executeWithoutResult(tx -> {
            cases.learn(tim, Map.of("name", "Tim"));
            cases.startClock(tim, "reportReceivedAt", OPENED);
            cases.involve(tim, "front-door.W06000015");
            tx.setRollbackOnly();
        });
        assertThat(cases.facts(tim)).isEmpty();
        assertThat(cases.clock(tim, "reportReceivedAt")).isEmpty();
        assertThat(cases.involved(tim, Set.of("front-door.W06000015"))).isFalse();
    }

    @Test
    void readsWhatTheRunningTransactionHasChanged() {
        CaseReference tim = open(OPENED);
        in(() -> {
            cases.learn(tim, Map.of("birthDate", LocalDate.of(2014, 5, 6), "name", "Tim"));
            cases.startClock(tim, "reportReceivedAt", OPENED);
            cases.involve(tim, "front-door.W06000015");
            assertThat(cases.facts(tim)).isEqualTo(Map.of("birthDate", "2014-05-06", "name", "Tim"));
            assertThat(cases.clock(tim, "reportReceivedAt")).contains(OPENED);
            assertThat(cases.involved(tim, Set.of("front-door.W06000015"))).isTrue();
            cases.learn(tim, Map.of("name", "Timothy"));
        });
        assertThat(cases.facts(tim)).isEqualTo(Map.of("birthDate", "2014-05-06", "name", "Timothy"));
    }

    @Test
    void startsClocksOfACaseInTheTransactionThatOpensIt() {
        CaseReference tim = transaction.execute(tx -> {
            CaseReference opened = cases.open(plain(), OPENED);
            cases.startClock(opened, "reportReceivedAt", OPENED);
            cases.involve(opened, "front-door.W06000015");
            return opened;
        });
        assertThat(cases.clock(tim, "reportReceivedAt")).contains(OPENED);
        assertThat(cases.involved(tim, Set.of("front-door.W06000015"))).isTrue();
    }

    @Test
    void forgetsWhatANestedTransactionRolledBack() {
        CaseReference tim = open(OPENED);
        TransactionTemplate nested =
                new TransactionTemplate(Objects.requireNonNull(transaction.getTransactionManager()));
        nested.setPropagationBehavior(TransactionDefinition.PROPAGATION_NESTED);
        in(() -> {
            cases.learn(tim, Map.of("name", "Tim"));
            nested.executeWithoutResult(inner -> {
                cases.learn(tim, Map.of("name", "Tom", "school", "none"));
                cases.involved(tim, Set.of("front-door.W06000015"));
                inner.setRollbackOnly();
            });
            cases.startClock(tim, "reportReceivedAt", OPENED);
        });
        assertThat(cases.facts(tim)).isEqualTo(Map.of("name", "Tim"));
        assertThat(cases.clock(tim, "reportReceivedAt")).contains(OPENED);
    }

    @Test
    void keepsWhatOthersChangeWhileTheyCommit() {
        CaseReference tim = open(OPENED);
        in(() -> {
            cases.learn(tim, Map.of("name", "Tim"));
            TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
                @Override
                public void beforeCommit(boolean readOnly) {
                    cases.startClock(tim, "reportReceivedAt", OPENED);
                }
            });
        });
        assertThat(cases.clock(tim, "reportReceivedAt")).contains(OPENED);
    }

    @Test
    void refusesChangesOutsideATransaction() {
        CaseReference tim = open(OPENED);
        assertThatIllegalStateException().isThrownBy(() -> cases.learn(tim, Map.of("name", "Tim")));
        assertThatIllegalStateException().isThrownBy(() -> cases.open(plain(), OPENED));
        assertThatIllegalStateException().isThrownBy(() -> cases.close(tim, "none", OPENED));
        assertThatIllegalStateException().isThrownBy(() -> cases.link(List.of(tim)));
    }

    @Test
    void losesNothingThatManyLearnAtOnce() throws Exception {
        CaseReference tim = open(OPENED);
        inParallel(writer -> {
            cases.learn(tim, Map.of("fact " + writer, writer));
            cases.startClock(tim, "clock " + writer, OPENED);
            cases.involve(tim, "group." + writer / 2);
        });
        assertThat(cases.facts(tim)).hasSize(40);
        for (int writer = 0; writer < 40; writer++) {
            assertThat(cases.clock(tim, "clock " + writer)).contains(OPENED);
            assertThat(cases.involved(tim, Set.of("group." + writer / 2))).isTrue();
        }
    }

    @Test
    void linksOnceWhatManyLinkAtOnce() throws Exception {
        CaseReference tim = open(OPENED);
        CaseReference tina = open(OPENED);
        inParallel(writer -> cases.link(writer % 2 == 0 ? List.of(tim, tina) : List.of(tina, tim)));
        assertThat(linked(tim)).containsExactly(tina);
        assertThat(linked(tina)).containsExactly(tim);
    }

    @Test
    void givesNoNumberTwice() throws Exception {
        Set<CaseReference> opened = Collections.synchronizedSet(new HashSet<>());
        inParallel(writer -> opened.add(cases.open(plain(), OPENED)));
        assertThat(opened).hasSize(40);
    }

    private interface Work {
        void as(int writer);
    }

    private void inParallel(Work work) throws Exception {
        ExecutorService writers = Executors.newFixedThreadPool(8);
        List<Future<?>> done = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            int writer = i;
            done.add(writers.submit(() -> transaction.executeWithoutResult(tx -> work.as(writer))));
        }
        for (Future<?> writer : done) {
            writer.get();
        }
        writers.shutdown();
    }

    private void in(Runnable work) {
        transaction.executeWithoutResult(tx -> work.run());
    }

    private CaseReference open(Instant at) {
        return transaction.execute(tx -> cases.open(plain(), at));
    }

    private static NewCase plain() {
        return new NewCase("W06000015", null, "dsp.W06000015", Map.of(), List.of());
    }

    private List<CaseReference> linked(CaseReference reference) {
        return cases.find(reference).orElseThrow().linked();
    }

    private static int number(CaseReference reference) {
        return Integer.parseInt(reference.value().substring(9));
    }
}
