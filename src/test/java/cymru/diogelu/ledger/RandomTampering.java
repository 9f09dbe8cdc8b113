package cymru.diogelu.ledger;

import cymru.diogelu.ledger.verifier.Verify;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;

/**
 * Somebody with every right in the database changes the record of one of many cases, in one of the ways there are; the
 * check of the ledger and the stand-alone verifier must both find it, and name the same entry. Each attack is rolled back.
 */
final class RandomTampering {

    private static final int CASES = 12;
    private static final int LONGEST = 30;
    private static final List<String> TABLES = List.of(
            "ledger_entry", "ledger_chain", "ledger_sealed", "ledger_tile", "ledger_tree_head", "ledger_sequencer");
    private static final List<String> EDITS = List.of(
            "happened_at = happened_at + INTERVAL '1' SECOND",
            "version = version + 1",
            "body_key = 7",
            "kind = 'invented'",
            "actor_user = 'sioned'",
            "actor_role = 'auditor'",
            "actor_agency = 'W06000001'",
            "process = NULL",
            "element = 'userTask_other'",
            "task = '0'",
            "body = hash",
            "hash = body");

    private final LedgerFixture fixture;
    private final Random random;
    private final Path folder;
    private final Path heads;

    RandomTampering(LedgerFixture fixture, long seed, Path folder) {
        this.fixture = fixture;
        this.random = new Random(seed);
        this.folder = folder;
        this.heads = folder.resolve("heads.txt");
        build();
    }

    /** The ways there are; each knows which entry it spoils. */
    enum Attack {
        EDIT,
        DELETE,
        INSERT,
        INSERT_TIED_ON,
        SWAP,
        TRUNCATE,
        TRUNCATE_WITH_HEAD,
        REWRITE_WITH_HEAD,
        REMOVE_CHAIN,
        PUT_BACK_A_BACKUP
    }

    /**
     * What came of one attack.
     *
     * @param spoilt the first entry that is not as it was
     * @param found what the ledger said; 0 for a chain that is not there at all
     * @param said the verifier's findings
     */
    record Outcome(Attack attack, long spoilt, long found, String said) {

        boolean located() {
            boolean byVerifier = attack == Attack.PUT_BACK_A_BACKUP
                    ? said.contains("was put back")
                    : said.contains("entry %d ".formatted(spoilt));
            boolean byLedger = attack == Attack.PUT_BACK_A_BACKUP || attack == Attack.REMOVE_CHAIN || found == spoilt;
            return byVerifier && byLedger && said.contains("NOT SOUND");
        }
    }

    /** Two thirds of the record are sealed, handed out and backed up; then the rest is written and sealed. */
    private void build() {
        for (int i = 0; i < CASES; i++) {
            fixture.recorded(reference(i), 5 + random.nextInt(LONGEST));
        }
        fixture.sealed();
        TABLES.forEach(
                table -> fixture.jdbc.execute("CREATE TABLE backup_of_%s AS SELECT * FROM %s".formatted(table, table)));
        for (int i = 0; i < CASES; i++) {
            fixture.recorded(reference(i), 1 + random.nextInt(LONGEST / 3));
        }
        fixture.sealed();
        new HandedOutHeads(fixture.seals, heads.toString()).handOut();
    }

    /** One random attack on one random case. */
    Outcome next() {
        Attack attack = Attack.values()[random.nextInt(Attack.values().length)];
        return fixture.transaction.execute(tx -> {
            tx.setRollbackOnly();
            String reference = reference(random.nextInt(CASES));
            long spoilt = carryOut(attack, reference);
            Verification verification = fixture.ledger.verify(reference);
            long found =
                    verification.finding() == null ? -1 : verification.finding().seq();
            return new Outcome(attack, spoilt, found, verified(reference));
        });
    }

    /** What the verifier says of a case that nobody has touched. */
    String untouched() {
        return verified(reference(0));
    }

    private long carryOut(Attack attack, String reference) {
        int chain = fixture.jdbc.queryForObject(
                "SELECT id FROM ledger_chain WHERE case_reference = ? AND name = 'case'", Integer.class, reference);
        long last = fixture.jdbc.queryForObject("SELECT MAX(seq) FROM ledger_entry WHERE chain = ?", Long.class, chain);
        long one = 1 + random.nextLong(last);
        return switch (attack) {
            case EDIT ->
                change(one, "UPDATE ledger_entry SET %s WHERE chain = ? AND seq = ?".formatted(edit()), chain, one);
            case DELETE -> change(one, "DELETE FROM ledger_entry WHERE chain = ? AND seq = ?", chain, one);
            case INSERT -> change(last + 1, copy(), chain, one);
            case INSERT_TIED_ON -> tieOn(reference, last);
            case SWAP -> swap(chain, last);
            case TRUNCATE -> change(one, "DELETE FROM ledger_entry WHERE chain = ? AND seq >= ?", chain, one);
            case TRUNCATE_WITH_HEAD -> truncate(chain, Math.max(2, one));
            case REWRITE_WITH_HEAD -> rewrite(reference, chain, one);
            case REMOVE_CHAIN -> change(1, "DELETE FROM ledger_chain WHERE id = ?", chain);
            case PUT_BACK_A_BACKUP -> putBack();
        };
    }

    private String edit() {
        return EDITS.get(random.nextInt(EDITS.size()));
    }

    private long change(long spoilt, String statement, Object... parameters) {
        if (fixture.jdbc.update(statement, parameters) == 0) {
            throw new IllegalStateException("nothing was changed by " + statement);
        }
        return spoilt;
    }

    private static String copy() {
        return """
                INSERT INTO ledger_entry (happened_at, chain, seq, version, body_key, hash, kind, actor_user, actor_role,
                actor_agency, process, element, task, body) SELECT happened_at, chain, (SELECT MAX(m.seq) + 1 FROM
                ledger_entry m WHERE m.chain = o.chain), version, body_key, hash, kind, actor_user, actor_role,
                actor_agency, process, element, task, body FROM ledger_entry o WHERE chain = ? AND seq = ?
                """;
    }

    /** An entry with a hash that follows, which the head does not know. */
    private long tieOn(String reference, long last) {
        LedgerTable table = new LedgerTable(fixture.jdbc);
        Chain head = table.head(new ChainName(reference, ChainKind.CASE)).orElseThrow();
        table.insert(List.of(head.next(LedgerFixture.step(reference, 99), null)));
        return last + 1;
    }

    private long swap(int chain, long last) {
        long one = 1 + random.nextLong(last - 1);
        long other = one + 1 + random.nextLong(last - one);
        change(0, "UPDATE ledger_entry SET seq = -1 WHERE chain = ? AND seq = ?", chain, one);
        change(0, "UPDATE ledger_entry SET seq = ? WHERE chain = ? AND seq = ?", one, chain, other);
        change(0, "UPDATE ledger_entry SET seq = ? WHERE chain = ? AND seq = -1", other, chain);
        return one;
    }

    private long truncate(int chain, long from) {
        change(0, "DELETE FROM ledger_entry WHERE chain = ? AND seq >= ?", chain, from);
        return change(
                from,
                "UPDATE ledger_chain SET head_seq = ?, head_hash = (SELECT hash FROM ledger_entry WHERE chain = ? AND seq"
                        + " = ?) WHERE id = ?",
                from - 1,
                chain,
                from - 1,
                chain);
    }

    /** From one entry on with new hashes, and the head with them. */
    private long rewrite(String reference, int chain, long from) {
        ChainName name = new ChainName(reference, ChainKind.CASE);
        List<StoredEntry> entries = new LedgerTable(fixture.jdbc).entries(name, 1, 1_000);
        byte[] previous = from == 1
                ? new byte[Header.HASH_BYTES]
                : entries.get((int) from - 2).hash();
        for (StoredEntry old : entries.subList((int) from - 1, entries.size())) {
            Header was = old.header();
            String kind = was.seq() == from ? "forged" : was.kind();
            Header forged = new Header(name, was.seq(), was.at(), was.actor(), kind, was.subject(), was.bodyKey());
            previous = forged.hash(previous, old.body());
            change(
                    0,
                    "UPDATE ledger_entry SET kind = ?, hash = ? WHERE chain = ? AND seq = ?",
                    kind,
                    previous,
                    chain,
                    was.seq());
        }
        return change(from, "UPDATE ledger_chain SET head_hash = ? WHERE id = ?", previous, chain);
    }

    private long putBack() {
        for (String table : TABLES) {
            fixture.jdbc.update("DELETE FROM " + table);
            fixture.jdbc.update("INSERT INTO %s SELECT * FROM backup_of_%s".formatted(table, table));
        }
        return 0;
    }

    private String verified(String reference) {
        Path bundle = folder.resolve("bundle.zip");
        var contents = new Bundles.Contents(reference, LedgerFixture.AT, LedgerFixture.RHIAN, "whole", Map.of());
        try (OutputStream out = Files.newOutputStream(bundle)) {
            new Bundles(new Evidence(fixture.ledger), fixture.seals).write(contents, out, zip -> {});
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        ByteArrayOutputStream said = new ByteArrayOutputStream();
        List<String> arguments = new ArrayList<>(List.of(bundle.toString(), "--heads", heads.toString()));
        Verify.run(arguments.toArray(String[]::new), new PrintStream(said, true, StandardCharsets.UTF_8));
        return said.toString(StandardCharsets.UTF_8);
    }

    private static String reference(int number) {
        return "DGL-2027-%06d".formatted(number + 1);
    }
}
