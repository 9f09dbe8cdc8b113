package cymru.diogelu.ledger;

import java.time.Instant;
import java.util.Map;

/**
 * One recorded entry of a case. The instant has millisecond precision, {@code seq} counts from 1 without gaps, the
 * hashes are SHA-256 in lower-case hexadecimal; {@code docs/ledger-format.md} says what they cover.
 */
public record Entry(
        String caseReference,
        long seq,
        Instant at,
        Actor actor,
        String kind,
        Subject subject,
        Map<String, Object> body,
        String previousHash,
        String hash) {}
