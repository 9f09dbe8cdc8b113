package cymru.diogelu.ledger;

import static cymru.diogelu.ledger.LedgerFixture.AT;
import static cymru.diogelu.ledger.LedgerFixture.REPORT;
import static cymru.diogelu.ledger.LedgerFixture.RHIAN;
import static cymru.diogelu.ledger.LedgerFixture.step;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;

/** What the ledger promises on every database. */
abstract class LedgerContract {

    private final LedgerFixture fixture;
    private final Ledger ledger;

    LedgerContract(LedgerFixture fixture) {
        this.fixture = fixture;
        this.ledger = fixture.ledger;
    }

    @Test
    void returnsWhatWasAppended() {
        Map<String, Object> body = new HashMap<>(Map.of("name", "Elin Ŵyn", "ages", List.of(3, 15L), "share", 0.25));
        body.put("school", null);
        fixture.transaction.executeWithoutResult(
                tx -> ledger.append(new Happening("returns", AT, RHIAN, "submission", REPORT, body)));

        Entry entry = fixture.all("returns").get(0);
        assertThat(entry)
                .extracting(Entry::caseReference, Entry::seq, Entry::at, Entry::actor, Entry::kind, Entry::subject)
                .containsExactly("returns", 1L, AT, RHIAN, "submission", REPORT);
        assertThat(entry.body())
                .containsEntry("name", "Elin Ŵyn")
                .containsEntry("ages", List.of(3, 15))
                .containsEntry("share", 0.25)
                .containsEntry("school", null);
    }

    @Test
    void keepsWhatTheBodyWasWhenItWasAppended() {
        Map<String, Object> body = new HashMap<>(Map.of("decision", "strategyDiscussion"));
        fixture.transaction.executeWithoutResult(tx -> {
            ledger.append(new Happening("frozen", AT, Actor.SYSTEM, "submission", Subject.CASE, body));
            body.put("decision", "notAtRisk");
        });
        assertThat(fixture.all("frozen").get(0).body()).containsEntry("decision", "strategyDiscussion");
    }

    @Test
    void countsTimeInWholeMilliseconds() {
        Happening fine = new Happening("fine", AT.plusNanos(999_999), RHIAN, "submission", REPORT, Map.of());
        fixture.transaction.executeWithoutResult(tx -> ledger.append(fine));
        assertThat(fixture.all("fine").get(0).at()).isEqualTo(AT);
        assertThat(ledger.verify("fine").sound()).isTrue();
    }

    @Test
    void tiesEachEntryToTheOneBefore() {
        List<Entry> entries = fixture.recorded("tied", 3).recorded("tied", 2).all("tied");
        assertThat(entries).extracting(Entry::seq).containsExactly(1L, 2L, 3L, 4L, 5L);
        assertThat(entries.get(0).previousHash()).isEqualTo("0".repeat(64));
        for (int i = 1; i < 5; i++) {
            assertThat(entries.get(i).previousHash())
                    .isEqualTo(entries.get(i - 1).hash());
        }
        assertThat(ledger.verify("tied"))
                .isEqualTo(new Verification(
                        "tied", 5, ledger.read("tied", 4, 1).get(0).hash(), null));
    }

    @Test
    void readsOnAfterAnEntry() {
        fixture.recorded("pages", 7);
        List<Entry> page = ledger.read("pages", 2, 3);
        assertThat(page).extracting(Entry::seq).containsExactly(3L, 4L, 5L);
        assertThat(page).isEqualTo(fixture.all("pages").subList(2, 5));
        assertThat(ledger.read("pages", 7, 3)).isEmpty();
        assertThat(ledger.read("pages", 6, Integer.MAX_VALUE)).hasSize(1);
    }

    @Test
    void handsOverALongChainWhole() {
        fixture.recorded("long", 1203);
        List<Entry> read = new ArrayList<>();
        ledger.forEach("long", read::add);
        assertThat(read).hasSize(1203);
        assertThat(read.get(1001)).isEqualTo(ledger.read("long", 1001, 1).get(0));
        assertThat(ledger.verify("long").soundEntries()).isEqualTo(1203);
    }

    @Test
    void readsTheRunningTransactionsOwnEntries() {
        fixture.transaction.executeWithoutResult(tx -> {
            ledger.append(step("own", 1));
            assertThat(fixture.all("own")).hasSize(1);
            ledger.append(step("own", 2));
            assertThat(ledger.verify("own").soundEntries()).isEqualTo(2);
        });
        assertThat(fixture.all("own")).hasSize(2);
    }

    @Test
    void leavesNothingBehindWhenTheTransactionRollsBack() {
        fixture.transaction.executeWithoutResult(tx -> {
            ledger.append(step("undone", 1));
            fixture.all("undone");
            ledger.append(step("undone", 2));
            tx.setRollbackOnly();
        });
        assertThat(fixture.all("undone")).isEmpty();
        assertThat(fixture.recorded("undone", 1).all("undone")).hasSize(1);
        assertThat(ledger.verify("undone").sound()).isTrue();
    }

    @Test
    void forgetsWhatANestedTransactionRolledBack() {
        TransactionTemplate nested = template(TransactionDefinition.PROPAGATION_NESTED);
        fixture.transaction.executeWithoutResult(outer -> {
            ledger.append(step("nested", 1));
            nested.executeWithoutResult(inner -> {
                ledger.append(step("nested", 7));
                ledger.append(step("nested other", 7));
                assertThat(fixture.all("nested")).hasSize(2);
                inner.setRollbackOnly();
            });
            ledger.append(step("nested", 2));
        });
        assertThat(fixture.all("nested")).extracting(e -> e.body().get("step")).containsExactly(1, 2);
        assertThat(ledger.verify("nested").sound()).isTrue();
        assertThat(fixture.all("nested other")).isEmpty();
    }

    @Test
    void forgetsANestedTransactionThatUsedTheLedgerFirst() {
        TransactionTemplate nested = template(TransactionDefinition.PROPAGATION_NESTED);
        fixture.transaction.executeWithoutResult(outer -> {
            nested.executeWithoutResult(inner -> {
                ledger.append(step("nested first", 7));
                inner.setRollbackOnly();
            });
            ledger.append(step("nested first", 1));
        });
        assertThat(fixture.all("nested first"))
                .extracting(e -> e.body().get("step"))
                .containsExactly(1);
    }

    @Test
    void keepsTheEntriesOfASuspendedTransactionApart() {
        TransactionTemplate separate = template(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
        fixture.transaction.executeWithoutResult(outer -> {
            ledger.append(step("outer", 1));
            separate.executeWithoutResult(inner -> ledger.append(step("inner", 1)));
            outer.setRollbackOnly();
        });
        assertThat(fixture.all("inner")).hasSize(1);
        assertThat(fixture.all("outer")).isEmpty();
    }

    @Test
    void writesWhatOthersAppendWhileTheyCommit() {
        fixture.transaction.executeWithoutResult(tx -> {
            ledger.append(step("late", 1));
            TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
                @Override
                public void beforeCommit(boolean readOnly) {
                    ledger.append(step("late", 2));
                }
            });
        });
        assertThat(fixture.all("late")).hasSize(2);
        assertThat(ledger.verify("late").sound()).isTrue();
    }

    @Test
    void refusesToAppendOnceTheTransactionHasCommitted() {
        List<String> refused = new ArrayList<>();
        fixture.transaction.executeWithoutResult(tx -> {
            ledger.append(step("over", 1));
            TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
                @Override
                public void afterCommit() {
                    assertThatIllegalStateException().isThrownBy(() -> ledger.append(step("over", 2)));
                    refused.add("after commit");
                }
            });
        });
        assertThat(refused).hasSize(1);
        assertThat(fixture.all("over")).hasSize(1);
    }

    @Test
    void refusesToWriteOutsideATransactionThatMayWrite() {
        assertThatIllegalStateException().isThrownBy(() -> ledger.append(step("none", 1)));
        assertThatIllegalStateException().isThrownBy(() -> ledger.lock("none"));
        TransactionTemplate reading = template(TransactionDefinition.PROPAGATION_REQUIRED);
        reading.setReadOnly(true);
        reading.executeWithoutResult(tx -> assertThatIllegalStateException().isThrownBy(() -> ledger.lock("none")));
    }

    @Test
    void refusesABodyThatIsTooLong() {
        Map<String, Object> body = Map.of("text", "a".repeat(1_000_000));
        Happening tooLong = new Happening("too long", AT, RHIAN, "submission", REPORT, body);
        fixture.transaction.executeWithoutResult(
                tx -> assertThatIllegalArgumentException().isThrownBy(() -> ledger.append(tooLong)));
        assertThat(fixture.all("too long")).isEmpty();
    }

    @Test
    void keepsABodyOfNearlyTheLongestLength() {
        Map<String, Object> body = Map.of("text", "a\0b" + "ŷ".repeat(499_900));
        fixture.transaction.executeWithoutResult(
                tx -> ledger.append(new Happening("as long as may be", AT, RHIAN, "submission", REPORT, body)));
        assertThat(fixture.all("as long as may be").get(0).body()).isEqualTo(body);
    }

    @Test
    void saysThatACaseHasNoRecord() {
        assertThat(ledger.verify("DGL-2026-999999").finding())
                .isEqualTo(new Verification.Finding(Verification.Fault.UNKNOWN, 0));
    }

    private TransactionTemplate template(int propagation) {
        TransactionTemplate template = new TransactionTemplate(fixture.transactions);
        template.setPropagationBehavior(propagation);
        return template;
    }
}
