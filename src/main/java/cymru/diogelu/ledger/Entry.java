package cymru.diogelu.ledger;

import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One recorded entry of a case. The instant has millisecond precision, {@code seq} counts from 1 without gaps, the
 * hashes are SHA-256 in lower-case hexadecimal; {@code docs/ledger-format.md} says what they cover.
 *
 * @param body empty when it cannot be read
 * @param unreadable why the body cannot be read; absent when it can
 */
public record Entry(
        String caseReference,
        long seq,
        Instant at,
        Actor actor,
        String kind,
        Subject subject,
        Map<String, Object> body,
        @Nullable Unreadable unreadable,
        String previousHash,
        String hash) {

    /** Whether the body is what was recorded. */
    public boolean readable() {
        return unreadable == null;
    }
}
