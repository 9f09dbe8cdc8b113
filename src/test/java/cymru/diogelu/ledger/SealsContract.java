package cymru.diogelu.ledger;

import static java.nio.file.StandardOpenOption.APPEND;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import cymru.diogelu.ledger.HandedOutHeads.Agreement;
import cymru.diogelu.ledger.Verification.Fault;
import cymru.diogelu.ledger.Verification.Finding;
import cymru.diogelu.ledger.merkle.TreeHash;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The tree over all chains, and what it shows of a chain that was rewritten with its head. */
abstract class SealsContract {

    private static final HexFormat HEX = HexFormat.of();

    abstract LedgerFixture fresh();

    @Test
    void everyEntryIsProvedUnderTheSignedRoot() {
        LedgerFixture fixture = fresh().recorded("one", 3)
                .sealed()
                .recorded("two", 300)
                .recorded("one", 4)
                .sealed();
        for (Entry entry : fixture.all("one")) {
            SealProof proof =
                    fixture.seals.proof("one", ChainKind.CASE, entry.seq()).orElseThrow();
            assertThat(proof.size()).isEqualTo(307);
            assertThat(root(entry, proof)).isEqualTo(proof.root());
            assertThat(proof.checkpoint()).contains("\n307\n");
        }
    }

    @Test
    void whatWaitsForTheSealHasNoProofYet() {
        LedgerFixture fixture = fresh().recorded("waits", 1);
        assertThat(fixture.seals.proof("waits", ChainKind.CASE, 1)).isEmpty();
        assertThat(fixture.ledger.verify("waits").sound()).isTrue();
    }

    @Test
    void aHeadIsSignedOnce() {
        LedgerFixture fixture = fresh().recorded("signed", 1).sealed();
        SignedHead head = fixture.seals.newestSigned().orElseThrow();
        assertThat(fixture.sealed().seals.newestSigned()).contains(head);
        assertThat(head.checkpoint()).startsWith("test.cymru\n1\n");
    }

    @Test
    void aLaterHeadIsProvedToContinueAnEarlierOne() {
        LedgerFixture fixture =
                fresh().recorded("early", 5).sealed().recorded("late", 9).sealed();
        assertThat(fixture.seals.consistency(5, 14)).isNotEmpty();
        assertThatIllegalArgumentException().isThrownBy(() -> fixture.seals.consistency(5, 15));
    }

    @Test
    void eachHeadIsHandedOutOnceAlsoAfterANewStart(@TempDir Path folder) {
        String file = folder.resolve("heads.txt").toString();
        LedgerFixture fixture = fresh().recorded("handed", 1).sealed();
        new HandedOutHeads(fixture.seals, file).handOut();
        fixture.recorded("handed", 2).sealed();
        HandedOutHeads later = new HandedOutHeads(fixture.seals, file);
        later.handOut();
        later.handOut();
        assertThat(later.lines()).extracting(SignedHead::size).containsExactly(1L, 3L);
    }

    @Test
    void aHeadThatWasHandedOutTellsARewrittenAndAnOlderLedgerFromTheTrueOne(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("heads.txt");
        LedgerFixture fixture =
                fresh().recorded("early", 3).sealed().recorded("late", 2).sealed();
        new HandedOutHeads(fixture.seals, file.toString()).handOut();
        assertThat(agreements(fixture, file)).containsExactly(Agreement.SAME, Agreement.SAME);

        String line = Files.readAllLines(file).get(1);
        Files.writeString(file, line.replaceFirst(" 5 \\S+", " 4 " + "A".repeat(43) + "=") + "\n", APPEND);
        Files.writeString(file, line.replaceFirst(" 5 ", " 7 ") + "\nno head\n", APPEND);
        assertThat(agreements(fixture, file))
                .containsExactly(Agreement.NO_HEAD, Agreement.SHORTER, Agreement.OTHER, Agreement.SAME, Agreement.SAME);
    }

    private static List<Agreement> agreements(LedgerFixture fixture, Path file) {
        return new HandedOutHeads(fixture.seals, file.toString())
                .compared(9).stream().map(HandedOutHeads.Compared::agreement).toList();
    }

    @Test
    void aChainRewrittenWithItsHeadIsNotTheSealedOne() {
        LedgerFixture fixture = fresh().recorded("rewritten", 6).sealed();
        rewrite(fixture, 4);
        assertThat(fixture.ledger.verify("rewritten").finding()).isEqualTo(new Finding(Fault.SEAL, 4));
    }

    @Test
    void anEndThatWasCutOffWithItsHeadIsMissed() {
        LedgerFixture fixture = fresh().recorded("cut", 6).sealed();
        unguard(fixture);
        fixture.jdbc.update("DELETE FROM ledger_entry WHERE seq > 4");
        fixture.jdbc.update(
                "UPDATE ledger_chain SET head_seq = 4, head_hash = (SELECT hash FROM ledger_entry WHERE seq = 4)");
        assertThat(fixture.ledger.verify("cut").finding()).isEqualTo(new Finding(Fault.MISSING, 5));
    }

    @Test
    void whatWasRolledBackIsNotSealed() {
        LedgerFixture fixture = fresh();
        fixture.transaction.executeWithoutResult(tx -> {
            fixture.ledger.append(LedgerFixture.step("undone", 1));
            fixture.all("undone");
            tx.setRollbackOnly();
        });
        assertThat(fixture.seals.seal()).isZero();
    }

    abstract void unguard(LedgerFixture fixture);

    /** As somebody would who may write to every table: from one entry on with new hashes, and the head with them. */
    private void rewrite(LedgerFixture fixture, long from) {
        unguard(fixture);
        ChainName name = new ChainName("rewritten", ChainKind.CASE);
        List<StoredEntry> entries = new LedgerTable(fixture.jdbc).entries(name, 1, 100);
        byte[] previous = entries.get((int) from - 2).hash();
        for (StoredEntry old : entries.subList((int) from - 1, entries.size())) {
            Header header = old.header();
            Header forged = new Header(
                    name, header.seq(), header.at(), header.actor(), "forged", header.subject(), header.bodyKey());
            previous = forged.hash(previous, old.body());
            fixture.jdbc.update(
                    "UPDATE ledger_entry SET kind = 'forged', hash = ? WHERE seq = ?", previous, header.seq());
        }
        fixture.jdbc.update("UPDATE ledger_chain SET head_hash = ?", (Object) previous);
    }

    /** As a verifier climbs from the entry to the root (RFC 9162, section 2.1.3.2). */
    private static String root(Entry entry, SealProof proof) {
        byte[] hash = TreeHash.leaf(HEX.parseHex(entry.hash()));
        long place = proof.leaf();
        long last = proof.size() - 1;
        for (String written : proof.path()) {
            byte[] beside = HEX.parseHex(written);
            if (place % 2 == 1 || place == last) {
                hash = TreeHash.node(beside, hash);
                while (place % 2 == 0 && place != 0) {
                    place >>= 1;
                    last >>= 1;
                }
            } else {
                hash = TreeHash.node(hash, beside);
            }
            place >>= 1;
            last >>= 1;
        }
        return HEX.formatHex(hash);
    }
}
