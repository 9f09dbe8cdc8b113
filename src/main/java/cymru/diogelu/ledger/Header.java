package cymru.diogelu.ledger;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The readable part of an entry, and the hash that ties it to its body and to the entry before it. */
record Header(
        String caseReference,
        long seq,
        Instant at,
        Actor actor,
        String kind,
        Subject subject,
        @Nullable Integer bodyKey) {

    static final int HASH_BYTES = 32;
    private static final int FORMAT = 1;
    private static final DateTimeFormatter MILLIS =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSS'Z'").withZone(ZoneOffset.UTC);

    byte[] hash(byte[] previousHash, byte[] storedBody) {
        MessageDigest sha256 = sha256();
        sha256.update(previousHash);
        sha256.update(canonical().getBytes(StandardCharsets.UTF_8));
        // Canonical JSON never holds a raw line feed, so it parts header and body without doubt.
        sha256.update((byte) '\n');
        return sha256.digest(storedBody);
    }

    String canonical() {
        Map<String, @Nullable Object> json = new HashMap<>();
        json.put("format", FORMAT);
        json.put("case", caseReference);
        json.put("chain", LedgerTable.CHAIN);
        json.put("seq", seq);
        json.put("at", MILLIS.format(at));
        json.put("actor", Map.of("user", actor.user(), "role", actor.role(), "agency", actor.agency()));
        json.put("kind", kind);
        json.put("subject", subjectJson());
        json.put("bodyKey", bodyKey);
        return CanonicalJson.write(json);
    }

    private Map<String, @Nullable Object> subjectJson() {
        Map<String, @Nullable Object> json = new HashMap<>();
        json.put("process", subject.process());
        json.put("version", subject.version());
        json.put("element", subject.element());
        json.put("task", subject.task());
        return json;
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
