package cymru.diogelu.ledger.merkle;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/** The hashes of a Merkle tree: leaves and inner nodes are told apart by their first byte (RFC 6962, section 2.1). */
public final class TreeHash {

    /** Bytes of a hash, SHA-256. */
    public static final int BYTES = 32;

    private static final byte LEAF = 0;
    private static final byte NODE = 1;

    private TreeHash() {}

    /** The root of a tree without leaves. */
    public static byte[] empty() {
        return sha256().digest();
    }

    /** The hash of a leaf with this content. */
    public static byte[] leaf(byte[] content) {
        MessageDigest sha256 = sha256();
        sha256.update(LEAF);
        return sha256.digest(content);
    }

    /** The hash of the node above two others. */
    public static byte[] node(byte[] left, byte[] right) {
        MessageDigest sha256 = sha256();
        sha256.update(NODE);
        sha256.update(left);
        return sha256.digest(right);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
