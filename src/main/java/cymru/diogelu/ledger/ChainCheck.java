package cymru.diogelu.ledger;

import cymru.diogelu.ledger.Verification.Fault;
import cymru.diogelu.ledger.Verification.Finding;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One pass over one chain. */
final class ChainCheck {

    private static final int PAGE = 500;

    private final LedgerTable table;
    private final SealedHashes sealed;
    private final ChainName chain;
    private long seq;
    private byte[] hash = new byte[Header.HASH_BYTES];

    ChainCheck(LedgerTable table, SealTable seals, ChainName chain) {
        this.table = table;
        this.sealed = new SealedHashes(seals, table.head(chain).map(Chain::id).orElse(0));
        this.chain = chain;
    }

    Verification run() {
        Finding finding = finding();
        return new Verification(chain.caseReference(), seq, HexFormat.of().formatHex(hash), finding);
    }

    private @Nullable Finding finding() {
        long promised = 0;
        while (true) {
            Finding finding = followEntries();
            if (finding != null) {
                return finding;
            }
            if (seq < promised) {
                return new Finding(Fault.MISSING, seq + 1);
            }
            // Read after the entries: whoever adds some meanwhile moves the head with them.
            Optional<Chain> head = table.head(chain);
            if (head.isEmpty()) {
                return new Finding(Fault.UNKNOWN, 0);
            }
            if (head.get().seq() <= seq) {
                return compare(head.get());
            }
            promised = head.get().seq();
        }
    }

    private @Nullable Finding followEntries() {
        List<StoredEntry> page = table.entries(chain, seq + 1, PAGE);
        while (!page.isEmpty()) {
            for (StoredEntry entry : page) {
                Finding finding = follow(entry);
                if (finding != null) {
                    return finding;
                }
            }
            page = table.entries(chain, seq + 1, PAGE);
        }
        return null;
    }

    private @Nullable Finding follow(StoredEntry entry) {
        if (entry.seq() != seq + 1) {
            return new Finding(Fault.MISSING, seq + 1);
        }
        if (!Arrays.equals(entry.hash(), entry.header().hash(hash, entry.body()))) {
            return new Finding(Fault.ALTERED, entry.seq());
        }
        if (!sealed.agrees(entry)) {
            return new Finding(Fault.SEAL, entry.seq());
        }
        seq = entry.seq();
        hash = entry.hash();
        return null;
    }

    private @Nullable Finding compare(Chain head) {
        if (head.seq() < seq) {
            return new Finding(Fault.SURPLUS, head.seq() + 1);
        }
        if (!Arrays.equals(head.hash(), hash)) {
            return new Finding(Fault.HEAD, seq);
        }
        return sealed.lastSeq() > seq ? new Finding(Fault.MISSING, seq + 1) : null;
    }
}
