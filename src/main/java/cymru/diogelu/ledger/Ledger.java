package cymru.diogelu.ledger;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/**
 * The record of every case: entries are added, never changed, and each carries the hash of the one before it. What is
 * appended commits or vanishes with the caller's transaction. Where no chain is named, that of what was done is meant.
 */
@Component
public class Ledger {

    /** The kind of the entry that says that a case's keys were destroyed. */
    public static final String KEYS_DESTROYED = "keys-destroyed";

    /** The kind of the entry that says that what follows is encrypted with another key. */
    public static final String KEY_CHANGED = "key-changed";

    private static final int PAGE = 500;

    private final LedgerTable table;
    private final SealTable seals;
    private final ChainKeys keys;
    private final Bodies bodies;

    public Ledger(JdbcTemplate jdbc, MasterKeys masters) {
        this.table = new LedgerTable(jdbc);
        this.seals = new SealTable(jdbc);
        this.keys = new ChainKeys(jdbc, masters);
        this.bodies = new Bodies(keys);
    }

    /**
     * Adds an entry to the end of its case's chain and holds the chain from now on (see {@link #lock}). The entry is
     * written with the transaction's other entries in one batch just before the commit.
     *
     * @throws IllegalStateException outside a transaction that may write
     * @throws IllegalArgumentException when the body cannot be recorded exactly as JSON or exceeds 1,000,000 bytes
     */
    public void append(Happening happening) {
        append(ChainKind.CASE, happening);
    }

    /** The same for a chain of another kind. */
    public void append(ChainKind kind, Happening happening) {
        running().append(kind, happening);
    }

    /**
     * Makes every other writer of this case wait until the running transaction ends. Take it before any other lock of
     * the case, so that writers always wait in the same order.
     *
     * @throws IllegalStateException outside a transaction that may write
     */
    public void lock(String caseReference) {
        running().lock(new ChainName(caseReference, ChainKind.CASE));
    }

    /** At most {@code limit} entries after {@code afterSeq}, in order, with those of the running transaction. */
    public List<Entry> read(String caseReference, long afterSeq, int limit) {
        return read(caseReference, ChainKind.CASE, afterSeq, limit);
    }

    /** The same for a chain of another kind. */
    public List<Entry> read(String caseReference, ChainKind kind, long afterSeq, int limit) {
        List<Entry> entries = new ArrayList<>(Math.min(limit, PAGE));
        page(new ChainName(caseReference, kind), afterSeq, limit, heading -> true, entries::add);
        return entries;
    }

    /** Hands over the whole chain in order, holding only a page of it in memory. */
    public void forEach(String caseReference, Consumer<Entry> reader) {
        forEach(caseReference, ChainKind.CASE, heading -> true, reader);
    }

    /** The same for a chain of another kind. */
    public void forEach(String caseReference, ChainKind kind, Consumer<Entry> reader) {
        forEach(caseReference, kind, heading -> true, reader);
    }

    /**
     * Hands over what is wanted of a chain, in order, and decrypts nothing else: most entries of a long record are turns
     * of the path.
     */
    public void forEach(String caseReference, ChainKind kind, Predicate<Heading> wanted, Consumer<Entry> reader) {
        ChainName name = new ChainName(caseReference, kind);
        long last = page(name, 0, PAGE, wanted, reader);
        long before = 0;
        while (last > before) {
            before = last;
            last = page(name, last, PAGE, wanted, reader);
        }
    }

    /** What can be known of all entries of a chain without reading what they hold, in order. */
    public List<Heading> headings(String caseReference, ChainKind kind) {
        List<Heading> headings = new ArrayList<>();
        forEach(
                caseReference,
                kind,
                heading -> {
                    headings.add(heading);
                    return false;
                },
                entry -> {});
        return headings;
    }

    /** @return the number of the last entry of the page; that of the one before it when there is none */
    private long page(ChainName name, long afterSeq, int limit, Predicate<Heading> wanted, Consumer<Entry> reader) {
        LedgerTransaction.flush(table);
        byte[] previous = new byte[Header.HASH_BYTES];
        long last = afterSeq;
        for (StoredEntry next : table.entries(name, afterSeq, afterSeq > 0 ? limit + 1L : limit)) {
            boolean predecessor = next.seq() == afterSeq;
            if (!predecessor && wanted.test(Heading.of(next.header()))) {
                reader.accept(entry(next, previous));
            }
            previous = next.hash();
            last = next.seq();
        }
        return last;
    }

    /** The ends of at most {@code limit} cases' chains behind a reference, in the order of references. */
    public List<ChainEnd> ends(String afterReference, int limit) {
        return table.ends(afterReference, limit);
    }

    /** Recomputes the whole chain and compares it with its head; names the first entry that is not as it was. */
    public Verification verify(String caseReference) {
        return verify(caseReference, ChainKind.CASE);
    }

    /** The same for a chain of another kind. */
    public Verification verify(String caseReference, ChainKind kind) {
        LedgerTransaction.flush(table);
        return new ChainCheck(table, seals, new ChainName(caseReference, kind)).run();
    }

    /**
     * Encrypts what follows in a case with new keys, for instance after the old ones may have been seen. Each chain says
     * so in an entry {@code key-changed}, which stays readable.
     *
     * @param reason names no child and no family
     * @throws IllegalStateException outside a transaction that may write
     */
    public void changeKeys(String caseReference, Instant at, Actor actor, String reason) {
        for (ChainKind kind : ChainKind.OF_A_CASE) {
            Map<String, Object> body = Map.of("reason", reason);
            running().appendReadable(kind, new Happening(caseReference, at, actor, KEY_CHANGED, Subject.CASE, body));
            running().changeKey(new ChainName(caseReference, kind));
        }
    }

    /**
     * Destroys the keys of a case: at the end of the time for which it is kept. What was recorded can then be proved to
     * be unchanged but no longer be read. Each chain goes on with an entry {@code keys-destroyed} that stays readable and
     * says how long the chain was; what is recorded later has a new key. Backups keep the wrapped keys until they are
     * destroyed themselves.
     *
     * @param reason under which rule; names no child and no family
     * @throws IllegalStateException outside a transaction that may write
     */
    public void destroyKeys(String caseReference, Instant at, Actor actor, String reason) {
        for (ChainKind kind : ChainKind.OF_A_CASE) {
            ChainName name = new ChainName(caseReference, kind);
            Chain end = running().lock(name);
            Map<String, Object> certificate = Map.of(
                    "reason",
                    reason,
                    "entries",
                    end.seq(),
                    "lastHash",
                    HexFormat.of().formatHex(end.hash()));
            running()
                    .appendReadable(
                            kind, new Happening(caseReference, at, actor, KEYS_DESTROYED, Subject.CASE, certificate));
            running().destroyKeys(name);
        }
    }

    /**
     * Wraps the keys of all chains with the newest master key, a batch at a time, each in the caller's transaction.
     *
     * @return how many were wrapped; 0 when none is left
     * @throws IllegalStateException when a key is wrapped with a master key that is not in the file
     */
    public int rewrapKeys() {
        return keys.rewrap();
    }

    LedgerTable table() {
        return table;
    }

    SealTable seals() {
        return seals;
    }

    ChainKeys keys() {
        return keys;
    }

    private LedgerTransaction running() {
        return LedgerTransaction.join(table, keys);
    }

    private Entry entry(StoredEntry stored, byte[] previousHash) {
        Header header = stored.header();
        Bodies.Read read = bodies.read(stored);
        return new Entry(
                header.chain().caseReference(),
                header.seq(),
                header.at(),
                header.actor(),
                header.kind(),
                header.subject(),
                read.body(),
                read.reason(),
                HexFormat.of().formatHex(previousHash),
                HexFormat.of().formatHex(stored.hash()));
    }
}
