package cymru.diogelu.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import cymru.diogelu.ledger.Verification.Fault;
import cymru.diogelu.ledger.Verification.Finding;
import java.util.HexFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Somebody with full rights in the database changes the record of a case of six entries. */
abstract class TamperingContract {

    private final LedgerFixture fixture;

    TamperingContract(LedgerFixture fixture) {
        this.fixture = fixture;
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "happened_at = happened_at + INTERVAL '1' SECOND",
                "version = 2",
                "body_key = 2",
                "kind = 'decision'",
                "actor_user = 'sioned'",
                "actor_user = ''",
                "actor_role = 'police-ppu'",
                "actor_agency = 'W06000016'",
                "process = NULL",
                "element = 'userTask_other'",
                "task = '4712'",
                "hash = body",
                "body = hash"
            })
    void namesTheEntryInWhichAnythingWasEdited(String edit) {
        assertThat(findingAfter("edit " + edit, "UPDATE ledger_entry SET " + edit + " WHERE seq = 4"))
                .isEqualTo(new Finding(Fault.ALTERED, 4));
    }

    @Test
    void namesTheFirstOfSeveralEditedEntries() {
        assertThat(findingAfter("edits", "UPDATE ledger_entry SET version = 9 WHERE seq IN (2, 3, 5)"))
                .isEqualTo(new Finding(Fault.ALTERED, 2));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 3, 6})
    void namesTheEntryThatWasRemoved(int seq) {
        assertThat(findingAfter("remove " + seq, "DELETE FROM ledger_entry WHERE seq = " + seq))
                .isEqualTo(new Finding(Fault.MISSING, seq));
    }

    @Test
    void namesTheFirstEntryThatWasCutOffTheEnd() {
        assertThat(findingAfter("cut off", "DELETE FROM ledger_entry WHERE seq >= 4"))
                .isEqualTo(new Finding(Fault.MISSING, 4));
    }

    @Test
    void namesTheFirstOfTwoSwappedEntries() {
        assertThat(findingAfter(
                        "swap",
                        "UPDATE ledger_entry SET seq = 99 WHERE seq = 2",
                        "UPDATE ledger_entry SET seq = 2 WHERE seq = 5",
                        "UPDATE ledger_entry SET seq = 5 WHERE seq = 99"))
                .isEqualTo(new Finding(Fault.ALTERED, 2));
    }

    @Test
    void namesTheEntryThatMovedUpIntoAGap() {
        assertThat(findingAfter(
                        "close the gap",
                        "DELETE FROM ledger_entry WHERE seq = 3",
                        "UPDATE ledger_entry SET seq = 3 WHERE seq = 4",
                        "UPDATE ledger_entry SET seq = 4 WHERE seq = 5",
                        "UPDATE ledger_entry SET seq = 5 WHERE seq = 6"))
                .isEqualTo(new Finding(Fault.ALTERED, 3));
    }

    @Test
    void namesTheEntryThatWasSlippedIn() {
        assertThat(findingAfter(
                        "slip in",
                        "UPDATE ledger_entry SET seq = 7 WHERE seq = 6",
                        "UPDATE ledger_entry SET seq = 6 WHERE seq = 5",
                        copyOf(4, 5)))
                .isEqualTo(new Finding(Fault.ALTERED, 5));
    }

    @Test
    void namesTheEntryThatWasAddedAtTheEndWithoutItsHash() {
        assertThat(findingAfter("add", copyOf(6, 7))).isEqualTo(new Finding(Fault.ALTERED, 7));
    }

    @Test
    void namesTheEntryThatWasAddedAtTheEndWithItsHash() {
        String reference = "add with hash";
        List<Entry> entries = fixture.recorded(reference, 7).all(reference);
        String sixth = bytes(entries.get(5).hash());
        assertThat(tamper(reference, "UPDATE ledger_chain SET head_seq = 6, head_hash = " + sixth))
                .isEqualTo(new Finding(Fault.SURPLUS, 7));
    }

    @Test
    void saysThatTheEndIsNotTheOneThatWasNoted() {
        assertThat(findingAfter("head", "UPDATE ledger_chain SET head_hash = " + bytes("00")))
                .isEqualTo(new Finding(Fault.HEAD, 6));
    }

    @Test
    void saysThatTheEndWasRewrittenWithItsHash() {
        String reference = "rewrite the end";
        fixture.recorded(reference, 6);
        assertThat(tamper(reference, forgeLast(reference))).isEqualTo(new Finding(Fault.HEAD, 6));
    }

    @Test
    void namesTheEntryThatNoLongerFollowsARewrittenOne() {
        String reference = "rewrite the middle";
        fixture.recorded(reference, 3);
        String forged = forgeLast(reference);
        fixture.transaction.executeWithoutResult(tx -> fixture.ledger.append(LedgerFixture.step(reference, 4)));
        assertThat(tamper(reference, forged)).isEqualTo(new Finding(Fault.ALTERED, 4));
    }

    @Test
    void findsNoRecordWhenTheHeadIsGone() {
        String reference = "head gone";
        fixture.recorded(reference, 6);
        unguard(fixture);
        fixture.jdbc.update("DELETE FROM ledger_chain WHERE case_reference = ?", reference);
        assertThat(fixture.ledger.verify(reference).finding()).isEqualTo(new Finding(Fault.UNKNOWN, 0));
    }

    @Test
    void countsTheEntriesBeforeTheFault() {
        fixture.recorded("count", 6);
        tamper("count", "UPDATE ledger_entry SET version = 9 WHERE seq = 4");
        assertThat(fixture.ledger.verify("count").soundEntries()).isEqualTo(3);
    }

    /** Takes away what protects the tables. */
    abstract void unguard(LedgerFixture fixture);

    /** The database's way to write down bytes. */
    abstract String bytes(String hex);

    private @Nullable Finding findingAfter(String reference, String... statements) {
        assertThat(fixture.recorded(reference, 6).ledger.verify(reference).sound())
                .isTrue();
        return tamper(reference, statements);
    }

    private @Nullable Finding tamper(String reference, String... statements) {
        unguard(fixture);
        String chain = "(SELECT id FROM ledger_chain WHERE case_reference = '" + reference.replace("'", "''") + "')";
        for (String statement : statements) {
            String scope = statement.contains("ledger_chain") ? "id = " + chain : "chain = " + chain;
            fixture.jdbc.update(statement + (statement.contains(" WHERE ") ? " AND " : " WHERE ") + scope);
        }
        return fixture.ledger.verify(reference).finding();
    }

    private static String copyOf(int from, int to) {
        return "INSERT INTO ledger_entry (happened_at, chain, seq, version, body_key, hash, kind, actor_user, "
                + "actor_role, actor_agency, process, element, task, body) "
                + "SELECT happened_at, chain, " + to + ", version, body_key, hash, kind, actor_user, actor_role, "
                + "actor_agency, process, element, task, body FROM ledger_entry WHERE seq = " + from;
    }

    /** The statement that gives the last entry another kind and the hash that goes with it. */
    private String forgeLast(String reference) {
        List<StoredEntry> entries =
                new LedgerTable(fixture.jdbc).entries(new ChainName(reference, ChainKind.CASE), 1, 100);
        StoredEntry last = entries.get(entries.size() - 1);
        Header old = last.header();
        Header forged =
                new Header(old.chain(), old.seq(), old.at(), old.actor(), "forged", old.subject(), old.bodyKey());
        byte[] hash = forged.hash(entries.get(entries.size() - 2).hash(), last.body());
        return "UPDATE ledger_entry SET kind = 'forged', hash = %s WHERE seq = %d"
                .formatted(bytes(HexFormat.of().formatHex(hash)), old.seq());
    }
}
