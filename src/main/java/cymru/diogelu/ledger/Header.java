package cymru.diogelu.ledger;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The readable part of an entry, and the hash that ties it to its body and to the entry before it. */
record Header(
        ChainName chain, long seq, Instant at, Actor actor, String kind, Subject subject, @Nullable Integer bodyKey) {

    static final int HASH_BYTES = 32;
    private static final int FORMAT = 1;
    private static final DateTimeFormatter MILLIS =
            new DateTimeFormatterBuilder().appendInstant(3).toFormatter(Locale.ROOT);

    byte[] hash(byte[] previousHash, byte[] storedBody) {
        MessageDigest sha256 = sha256();
        sha256.update(previousHash);
        sha256.update(canonical().getBytes(StandardCharsets.UTF_8));
        // Canonical JSON never holds a raw line feed, so it parts header and body without doubt.
        sha256.update((byte) '\n');
        return sha256.digest(storedBody);
    }

    /** Member by member in canonical order, since this runs for every entry; a test holds it to the general writer. */
    String canonical() {
        StringBuilder out = new StringBuilder(400);
        text(out, "{\"actor\":{\"agency\":", actor.agency());
        text(out, ",\"role\":", actor.role());
        text(out, ",\"user\":", actor.user());
        out.append("},\"at\":\"").append(MILLIS.format(at)).append('"');
        out.append(",\"bodyKey\":").append(bodyKey);
        text(out, ",\"case\":", chain.caseReference());
        text(out, ",\"chain\":", chain.kind().word());
        out.append(",\"format\":").append(FORMAT);
        text(out, ",\"kind\":", kind);
        out.append(",\"seq\":").append(seq);
        text(out, ",\"subject\":{\"element\":", subject.element());
        text(out, ",\"process\":", subject.process());
        text(out, ",\"task\":", subject.task());
        return out.append(",\"version\":")
                .append(subject.version())
                .append("}}")
                .toString();
    }

    /** What the canonical text holds, for whoever writes it into something larger. */
    Map<String, @Nullable Object> members() {
        Map<String, @Nullable Object> about = new LinkedHashMap<>();
        about.put("element", subject.element());
        about.put("process", subject.process());
        about.put("task", subject.task());
        about.put("version", subject.version());
        Map<String, @Nullable Object> members = new LinkedHashMap<>();
        members.put("actor", Map.of("agency", actor.agency(), "role", actor.role(), "user", actor.user()));
        members.put("at", MILLIS.format(at));
        members.put("bodyKey", bodyKey);
        members.put("case", chain.caseReference());
        members.put("chain", chain.kind().word());
        members.put("format", FORMAT);
        members.put("kind", kind);
        members.put("seq", seq);
        members.put("subject", about);
        return members;
    }

    private static void text(StringBuilder out, String before, @Nullable String text) {
        out.append(before);
        if (text == null) {
            out.append("null");
        } else {
            CanonicalJson.text(out, text);
        }
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
