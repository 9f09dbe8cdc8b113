package cymru.diogelu.ledger;

import java.time.Instant;

/**
 * A head of the tree that was signed.
 *
 * @param size how many entries it seals
 * @param root the hash that stands for all of them, in lower-case hexadecimal
 * @param checkpoint the signed note about it (C2SP tlog-checkpoint)
 */
public record SignedHead(long size, String root, Instant sealedAt, String checkpoint) {

    private static final int NAME = 6;
    private static final int SIGNATURE = 7;

    /** The checkpoint in one line that can be printed: origin, size, root in base64, instant, key, signature. */
    public String line() {
        // The lines of a checkpoint: origin, size, root, "at" instant, nothing, then dash, name and signature.
        String[] parts = checkpoint.split("\\s+");
        return String.join(" ", parts[0], parts[1], parts[2], parts[4], parts[NAME], parts[SIGNATURE]);
    }

    /** How many entries the head of such a line seals; 0 for a line that is none. */
    static long size(String line) {
        String[] parts = line.split(" ");
        return parts.length == NAME && parts[1].matches("\\d{1,18}") ? Long.parseLong(parts[1]) : 0;
    }

    /** The root of such a line, in base64. */
    static String root(String line) {
        return line.split(" ")[2];
    }
}
