package cymru.diogelu.ledger;

import cymru.diogelu.ledger.merkle.MerkleTree;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.LongPredicate;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * What somebody without this program needs to check a chain: each entry as it is stored, with its place under a signed
 * head. It is given as it stands, whole or not: the verifier judges it.
 */
@Component
public class Evidence {

    private static final int PAGE = 200;
    private static final HexFormat HEX = HexFormat.of();

    private final Ledger ledger;
    private final MerkleTree tree;

    Evidence(Ledger ledger) {
        this.ledger = ledger;
        this.tree = new MerkleTree(ledger.seals());
    }

    /**
     * How long a chain is.
     *
     * @param entries how many entries its head knows
     * @param head the hash of the last, in lower-case hexadecimal
     * @param sealed the number of the last that is under the signed head; 0 when none is
     */
    public record Summary(String name, long entries, String head, long sealed) {}

    /** @param headSize how many entries the signed head seals that proofs lead to; 0 without one */
    public Summary summary(String caseReference, ChainKind kind, long headSize) {
        return ledger.table()
                .head(new ChainName(caseReference, kind))
                .map(head -> new Summary(
                        kind.word(), head.seq(), HEX.formatHex(head.hash()), lastSealed(head.id(), headSize)))
                .orElseGet(() -> new Summary(kind.word(), 0, HEX.formatHex(new byte[Header.HASH_BYTES]), 0));
    }

    private long lastSealed(int chain, long headSize) {
        return ledger.seals().stretches(chain).stream()
                .filter(stretch -> stretch.firstLeaf() < headSize)
                .mapToLong(SealTable.Stretch::lastSeq)
                .max()
                .orElse(0);
    }

    /**
     * Hands over the entries of a chain in order, a line of canonical JSON each.
     *
     * @param headSize how many entries the signed head seals that proofs lead to; 0 without one
     * @param disclosed the numbers of the entries whose bodies may be read; the others come without their key
     */
    public void lines(
            String caseReference, ChainKind kind, long headSize, LongPredicate disclosed, Consumer<String> line) {
        ChainName name = new ChainName(caseReference, kind);
        List<StoredEntry> page = ledger.table().entries(name, 1, PAGE);
        while (!page.isEmpty()) {
            page.forEach(entry -> line.accept(line(entry, headSize, disclosed.test(entry.seq()))));
            page = ledger.table().entries(name, page.get(page.size() - 1).seq() + 1, PAGE);
        }
    }

    private String line(StoredEntry entry, long headSize, boolean disclosed) {
        Map<String, @Nullable Object> line = new LinkedHashMap<>();
        line.put("header", entry.header().members());
        line.put("body", Base64.getEncoder().encodeToString(entry.body()));
        line.put("hash", HEX.formatHex(entry.hash()));
        addProof(entry, headSize, line);
        if (disclosed) {
            addKey(entry, line);
        }
        return CanonicalJson.write(line);
    }

    private void addProof(StoredEntry entry, long headSize, Map<String, @Nullable Object> line) {
        ledger.seals()
                .stretch(entry.chain(), entry.seq())
                .map(stretch -> stretch.leafOf(entry.seq()))
                .filter(leaf -> leaf < headSize)
                .ifPresent(leaf -> {
                    List<String> path = new ArrayList<>();
                    tree.inclusion(leaf, headSize).forEach(hash -> path.add(HEX.formatHex(hash)));
                    line.put("leaf", leaf);
                    line.put("path", path);
                });
    }

    private void addKey(StoredEntry entry, Map<String, @Nullable Object> line) {
        Integer number = entry.header().bodyKey();
        ChainKey key = number == null
                ? null
                : ledger.keys().find(entry.chain(), number).key();
        if (key != null) {
            line.put("key", HEX.formatHex(key.entryKey(entry.seq())));
        }
    }
}
