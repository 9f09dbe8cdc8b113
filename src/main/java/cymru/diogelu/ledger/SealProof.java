package cymru.diogelu.ledger;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What shows that an entry is in the sealed tree (RFC 6962, section 2.1.1). Hashes are in lower-case hexadecimal.
 *
 * @param leaf the place of the entry among all that were ever sealed, from 0
 * @param size how many entries the tree had
 * @param root the hash that stands for all of them
 * @param sealedAt when the tree had this root first
 * @param path the hashes beside the way from the entry up to the root, lowest first
 * @param checkpoint the signed note about the root; absent while it is not signed
 */
public record SealProof(
        long leaf, long size, String root, Instant sealedAt, List<String> path, @Nullable String checkpoint) {}
