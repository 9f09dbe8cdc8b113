package cymru.diogelu.ledger;

import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/**
 * The record of every case: entries are added, never changed, and each carries the hash of the one before it. What is
 * appended commits or vanishes with the caller's transaction.
 */
@Component
public class Ledger {

    private static final int PAGE = 500;
    private static final TypeReference<Map<String, Object>> OBJECT = new TypeReference<>() {};

    private final LedgerTable table;
    private final JsonMapper json = JsonMapper.builder().build();

    public Ledger(JdbcTemplate jdbc) {
        this.table = new LedgerTable(jdbc);
    }

    /**
     * Adds an entry to the end of its case's chain and holds the chain from now on (see {@link #lock}). The entry is
     * written with the transaction's other entries in one batch just before the commit.
     *
     * @throws IllegalStateException outside a transaction that may write
     * @throws IllegalArgumentException when the body cannot be recorded exactly as JSON or exceeds 1,000,000 bytes
     */
    public void append(Happening happening) {
        LedgerTransaction.join(table).append(happening);
    }

    /**
     * Makes every other writer of this case wait until the running transaction ends. Take it before any other lock of
     * the case, so that writers always wait in the same order.
     *
     * @throws IllegalStateException outside a transaction that may write
     */
    public void lock(String caseReference) {
        LedgerTransaction.join(table).lock(caseReference);
    }

    /** At most {@code limit} entries after {@code afterSeq}, in order, with those of the running transaction. */
    public List<Entry> read(String caseReference, long afterSeq, int limit) {
        LedgerTransaction.flush(table);
        List<StoredEntry> stored = table.entries(caseReference, afterSeq, afterSeq > 0 ? limit + 1L : limit);
        boolean withPredecessor = !stored.isEmpty() && stored.get(0).seq() == afterSeq;
        byte[] previous = withPredecessor ? stored.get(0).hash() : new byte[Header.HASH_BYTES];
        List<Entry> entries = new ArrayList<>(stored.size());
        for (StoredEntry next : withPredecessor ? stored.subList(1, stored.size()) : stored) {
            entries.add(entry(next, previous));
            previous = next.hash();
        }
        return entries;
    }

    /** Hands over the whole chain in order, holding only a page of it in memory. */
    public void forEach(String caseReference, Consumer<Entry> reader) {
        List<Entry> page = read(caseReference, 0, PAGE);
        while (!page.isEmpty()) {
            page.forEach(reader);
            page = read(caseReference, page.get(page.size() - 1).seq(), PAGE);
        }
    }

    /** Recomputes the whole chain and compares it with its head; names the first entry that is not as it was. */
    public Verification verify(String caseReference) {
        LedgerTransaction.flush(table);
        return new ChainCheck(table, caseReference).run();
    }

    private Entry entry(StoredEntry stored, byte[] previousHash) {
        Header header = stored.header();
        return new Entry(
                header.caseReference(),
                header.seq(),
                header.at(),
                header.actor(),
                header.kind(),
                header.subject(),
                json.readValue(stored.body(), OBJECT),
                HexFormat.of().formatHex(previousHash),
                HexFormat.of().formatHex(stored.hash()));
    }
}
