package cymru.diogelu.ledger;

import cymru.diogelu.ledger.SealTable.Stretch;
import cymru.diogelu.ledger.SealTable.Waiting;
import cymru.diogelu.ledger.merkle.MerkleTree;
import cymru.diogelu.ledger.merkle.TreeHash;
import java.time.Clock;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Seals what all cases recorded into one Merkle tree and signs its heads, so that whoever has noted down a head can tell
 * later whether anything that it sealed was altered, removed or put in another order (RFC 6962).
 */
@Component
public class Seals {

    private static final int CHAINS_AT_ONCE = 1_000;

    private final SealTable table;
    private final LedgerTable chains;
    private final MerkleTree tree;
    private final SigningKeys keys;
    private final Clock clock;
    private final String origin;

    public Seals(
            JdbcTemplate jdbc,
            SigningKeys keys,
            Clock clock,
            @Value("${diogelu.ledger.origin:diogelu-demonstration}") String origin) {
        this.table = new SealTable(jdbc);
        this.chains = new LedgerTable(jdbc);
        this.tree = new MerkleTree(table);
        this.keys = keys;
        this.clock = clock;
        this.origin = origin;
    }

    /**
     * Puts entries that are not in the tree yet into it, of at most a thousand chains.
     *
     * @return how many; 0 when none is left
     */
    @Transactional
    public long seal() {
        long before = table.hold();
        long size = before;
        for (Waiting waiting : table.waiting(CHAINS_AT_ONCE)) {
            size = seal(waiting, size);
        }
        if (size > before) {
            table.resize(size);
            table.add(new TreeHead(size, tree.root(size), clock.instant(), null));
        }
        return size - before;
    }

    /** What is missing in a chain is not sealed; the check of the chain finds it. */
    private long seal(Waiting waiting, long size) {
        long first = table.lastSealed(waiting.chain()) + 1;
        List<byte[]> hashes = table.hashes(waiting.chain(), first, waiting.lastSeq());
        if (!hashes.isEmpty()) {
            table.add(new Stretch(size, waiting.chain(), first, first + hashes.size() - 1));
            tree.append(size, hashes.stream().map(TreeHash::leaf).toList());
        }
        table.noLongerWaiting(waiting);
        return size + hashes.size();
    }

    /** Signs the newest head, unless it is signed already. */
    @Transactional
    public void sign() {
        table.hold();
        table.newest()
                .filter(head -> head.checkpoint() == null)
                .ifPresent(head -> table.sign(head, keys.signed(note(head))));
    }

    /** The lines that a checkpoint signs (C2SP tlog-checkpoint); the last says when. */
    private String note(TreeHead head) {
        return "%s\n%d\n%s\nat %s\n"
                .formatted(
                        origin,
                        head.size(),
                        Base64.getEncoder().encodeToString(head.root()),
                        DateTimeFormatter.ISO_INSTANT.format(clock.instant()));
    }

    /** Signed heads of more than {@code size} entries, the smallest first, to be handed out. */
    public List<SignedHead> signedBehind(long size, int limit) {
        return table.signedBehind(size, limit).stream()
                .flatMap(head -> signed(head).stream())
                .toList();
    }

    /** The root, in base64, that the tree had when it sealed so many entries; empty while it never did. */
    Optional<String> root(long size) {
        return table.newest().filter(head -> head.size() >= size).map(head -> Base64.getEncoder()
                .encodeToString(tree.root(size)));
    }

    /** The newest signed head. */
    public Optional<SignedHead> newestSigned() {
        return table.newestSigned().flatMap(Seals::signed);
    }

    /**
     * The proof that an entry is sealed, under the newest signed head where that holds it already, else under the newest
     * head; empty while the entry waits for the next seal.
     */
    public Optional<SealProof> proof(String caseReference, ChainKind kind, long seq) {
        return chains.head(new ChainName(caseReference, kind))
                .flatMap(chain -> table.stretch(chain.id(), seq))
                .map(stretch -> stretch.leafOf(seq))
                .flatMap(leaf -> head(leaf).map(head -> proof(leaf, head)));
    }

    private Optional<TreeHead> head(long leaf) {
        return table.newestSigned().filter(head -> head.size() > leaf).or(table::newest);
    }

    private SealProof proof(long leaf, TreeHead head) {
        return new SealProof(
                leaf,
                head.size(),
                HexFormat.of().formatHex(head.root()),
                head.sealedAt(),
                hex(tree.inclusion(leaf, head.size())),
                head.checkpoint());
    }

    /**
     * What shows that a later tree only added to an earlier one.
     *
     * @throws IllegalArgumentException when the earlier is empty or larger, or the later is larger than the tree
     */
    public List<String> consistency(long earlier, long later) {
        if (table.newest().map(TreeHead::size).orElse(0L) < later) {
            throw new IllegalArgumentException("the tree has fewer than %d leaves".formatted(later));
        }
        return hex(tree.consistency(earlier, later));
    }

    /** A text with a signature of this ledger under it, as a signed note. */
    public String signed(String text) {
        return keys.signed(text);
    }

    /** The public keys for what this ledger signs, as signed notes write them, the newest first. */
    public List<String> verifiers() {
        return keys.verifiers();
    }

    private static Optional<SignedHead> signed(TreeHead head) {
        return Optional.ofNullable(head.checkpoint())
                .map(checkpoint -> new SignedHead(
                        head.size(), HexFormat.of().formatHex(head.root()), head.sealedAt(), checkpoint));
    }

    private static List<String> hex(List<byte[]> hashes) {
        List<String> written = new ArrayList<>();
        hashes.forEach(hash -> written.add(HexFormat.of().formatHex(hash)));
        return written;
    }
}
