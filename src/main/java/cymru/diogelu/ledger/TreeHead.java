package cymru.diogelu.ledger;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The tree at one moment.
 *
 * @param size how many entries it seals
 * @param root the hash that stands for all of them
 * @param checkpoint the signed note about it; absent while it is not signed
 */
record TreeHead(long size, byte[] root, Instant sealedAt, @Nullable String checkpoint) {}
