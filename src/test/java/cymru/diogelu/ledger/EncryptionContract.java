package cymru.diogelu.ledger;

import static cymru.diogelu.ledger.LedgerFixture.AT;
import static cymru.diogelu.ledger.LedgerFixture.RHIAN;
import static cymru.diogelu.ledger.LedgerFixture.step;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.JdbcTemplate;

/** Bodies are read with the keys of their chain and with nothing else. */
abstract class EncryptionContract {

    private final DataSource database;
    private final LedgerFixture fixture;
    private final Ledger ledger;

    EncryptionContract(DataSource database) {
        this.database = database;
        this.fixture = new LedgerFixture(database);
        this.ledger = fixture.ledger;
    }

    @Test
    void theDatabaseHoldsNoWordOfABody() {
        fixture.recorded("secret", 2);
        assertThat(bodies("secret")).hasSize(2).allSatisfy(body -> assertThat(
                        new String(body, StandardCharsets.ISO_8859_1))
                .doesNotContain("Galwodd"));
    }

    @Test
    void equalBodiesLookDifferent() {
        fixture.transaction.executeWithoutResult(tx -> {
            ledger.append(step("equal", 1));
            ledger.append(step("equal", 1));
        });
        assertThat(bodies("equal")).doesNotHaveDuplicates();
    }

    @Test
    void aLaterStartReadsWithTheSameMasterKey(@TempDir Path folder) {
        String file = folder.resolve("master.keys").toString();
        new LedgerFixture(database, new MasterKeys(file)).recorded("restarted", 1);
        LedgerFixture later = new LedgerFixture(database, new MasterKeys(file));
        assertThat(later.recorded("restarted", 1).all("restarted"))
                .extracting(Entry::unreadable)
                .containsOnlyNulls();
    }

    @Test
    void anotherMasterKeyReadsHeadersOnly() {
        fixture.recorded("locked", 2);
        List<Entry> entries = new LedgerFixture(database).all("locked");
        assertThat(entries).extracting(Entry::kind).containsOnly("submission");
        assertUnreadable(entries, Unreadable.KEY_LOST);
        assertThat(new LedgerFixture(database).ledger.verify("locked").sound()).isTrue();
    }

    @Test
    void aLostKeyIsFollowedByANewOne() {
        fixture.recorded("lost", 1);
        LedgerFixture later = new LedgerFixture(database).recorded("lost", 1);
        assertThat(later.all("lost")).extracting(Entry::unreadable).containsExactly(Unreadable.KEY_LOST, null);
    }

    @Test
    void aChangedKeyLeavesTheOldBodiesReadable() {
        fixture.recorded("changed", 1);
        fixture.transaction.executeWithoutResult(tx -> ledger.changeKeys("changed", AT, RHIAN, "a lost laptop"));
        fixture.transaction.executeWithoutResult(tx -> {
            ledger.changeKeys("changed", AT, RHIAN, "a lost laptop");
            ledger.append(step("changed", 2));
        });
        assertThat(fixture.all("changed")).extracting(Entry::unreadable).containsOnlyNulls();
        assertThat(fixture.jdbc.queryForList(
                        "SELECT body_key FROM ledger_entry WHERE kind = 'submission' AND chain = (SELECT id FROM"
                                + " ledger_chain WHERE case_reference = 'changed' AND name = 'case') ORDER BY seq",
                        Integer.class))
                .containsExactly(1, 3);
        assertThat(ledger.verify("changed").sound()).isTrue();
    }

    @Test
    void aKeyThatWasRolledBackEncryptsNothingLater() {
        fixture.recorded("rolled back", 1);
        fixture.transaction.executeWithoutResult(tx -> {
            ledger.changeKeys("rolled back", AT, RHIAN, "a lost laptop");
            ledger.append(step("rolled back", 2));
            fixture.all("rolled back");
            tx.setRollbackOnly();
        });
        fixture.transaction.executeWithoutResult(tx -> {
            ledger.changeKeys("rolled back", AT, RHIAN, "a lost laptop");
            ledger.append(step("rolled back", 2));
        });
        fixture.recorded("rolled back", 1);
        assertThat(fixture.all("rolled back"))
                .hasSize(4)
                .extracting(Entry::unreadable)
                .containsOnlyNulls();
    }

    @Test
    void aBodyOfAnotherEntryIsNotReadInItsPlace() {
        fixture.recorded("moved", 2);
        unguard(fixture);
        fixture.jdbc.update("UPDATE ledger_entry SET body = (SELECT o.body FROM ledger_entry o WHERE o.seq = 1 AND"
                + " o.chain = ledger_entry.chain) WHERE seq = 2 AND chain = (SELECT id FROM ledger_chain WHERE"
                + " case_reference = 'moved')");
        assertThat(fixture.all("moved")).extracting(Entry::unreadable).containsExactly(null, Unreadable.DAMAGED);
    }

    @Test
    void aBodyThatIsTooShortToBeOneIsDamaged() {
        fixture.recorded("short", 1);
        unguard(fixture);
        fixture.jdbc.update(
                "UPDATE ledger_entry SET body = ? WHERE chain = (SELECT id FROM ledger_chain WHERE"
                        + " case_reference = 'short')",
                new byte[] {1});
        assertUnreadable(fixture.all("short"), Unreadable.DAMAGED);
    }

    @Test
    void destroyedKeysLeaveTheChainProvableAndACertificate() {
        fixture.recorded("ended", 3);
        String lastHash = fixture.all("ended").get(2).hash();
        fixture.transaction.executeWithoutResult(tx -> ledger.destroyKeys("ended", AT, RHIAN, "kept for 35 years"));
        List<Entry> entries = fixture.recorded("ended", 1).all("ended");
        assertUnreadable(entries.subList(0, 3), Unreadable.KEY_DESTROYED);
        assertThat(entries.get(3).kind()).isEqualTo(Ledger.KEYS_DESTROYED);
        assertThat(entries.get(3).body())
                .containsEntry("reason", "kept for 35 years")
                .containsEntry("entries", 3)
                .containsEntry("lastHash", lastHash);
        assertThat(entries.get(4).unreadable()).isNull();
        assertThat(ledger.verify("ended").soundEntries()).isEqualTo(5);
        assertThat(ledger.read("ended", ChainKind.ACCESS, 0, 10))
                .extracting(Entry::kind)
                .containsExactly("keys-destroyed");
    }

    @Test
    void aDestructionThatRolledBackDestroysNothing() {
        fixture.recorded("spared", 1);
        fixture.transaction.executeWithoutResult(tx -> {
            ledger.destroyKeys("spared", AT, RHIAN, "by mistake");
            assertUnreadable(fixture.all("spared").subList(0, 1), Unreadable.KEY_DESTROYED);
            tx.setRollbackOnly();
        });
        assertThat(fixture.all("spared"))
                .hasSize(1)
                .extracting(Entry::unreadable)
                .containsOnlyNulls();
    }

    @Test
    void theChainsOfACaseAreApart() {
        fixture.recorded("two chains", 2);
        fixture.transaction.executeWithoutResult(tx -> ledger.append(ChainKind.ACCESS, step("two chains", 7)));
        assertThat(fixture.all("two chains")).hasSize(2);
        assertThat(ledger.read("two chains", ChainKind.ACCESS, 0, 10))
                .extracting(entry -> entry.body().get("step"))
                .containsExactly(7);
        assertThat(ledger.verify("two chains", ChainKind.ACCESS).soundEntries()).isEqualTo(1);
    }

    @Test
    void keysAreWrappedAnewWithTheNewestMasterKey(@TempDir Path folder) throws IOException {
        DataSource own = fresh();
        Path file = folder.resolve("master.keys");
        new LedgerFixture(own, new MasterKeys(file.toString()))
                .recorded("one", 1)
                .recorded("two", 1);
        String second = "second " + Base64.getEncoder().encodeToString(new byte[32]);
        Files.writeString(file, Files.readString(file) + second + "\n");

        LedgerFixture both = new LedgerFixture(own, new MasterKeys(file.toString()));
        assertThat(both.transaction.<@Nullable Integer>execute(tx -> both.ledger.rewrapKeys()))
                .isEqualTo(2);
        assertThat(both.transaction.<@Nullable Integer>execute(tx -> both.ledger.rewrapKeys()))
                .isZero();

        Files.writeString(file, second);
        assertThat(new LedgerFixture(own, new MasterKeys(file.toString())).all("two"))
                .extracting(Entry::unreadable)
                .containsOnlyNulls();
    }

    @Test
    void aKeyWhoseMasterKeyIsGoneIsNotWrappedAnew() {
        DataSource own = fresh();
        new LedgerFixture(own).recorded("gone", 1);
        own(own, "UPDATE ledger_key SET master = 'before'");
        LedgerFixture later = new LedgerFixture(own);
        assertThatIllegalStateException()
                .isThrownBy(() -> later.transaction.execute(tx -> later.ledger.rewrapKeys()))
                .withMessageContaining("before");
    }

    abstract DataSource fresh();

    abstract void unguard(LedgerFixture guarded);

    private static void own(DataSource database, String statement) {
        new JdbcTemplate(database).execute(statement);
    }

    private List<byte[]> bodies(String reference) {
        return fixture.jdbc.queryForList(
                "SELECT body FROM ledger_entry WHERE chain = (SELECT id FROM ledger_chain WHERE case_reference = ? AND name = 'case')",
                byte[].class,
                reference);
    }

    private static void assertUnreadable(List<Entry> entries, Unreadable reason) {
        assertThat(entries).isNotEmpty().allSatisfy(entry -> {
            assertThat(entry.unreadable()).isEqualTo(reason);
            assertThat(entry.body()).isEmpty();
        });
    }
}
