package cymru.diogelu.ledger;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * The keys that sign the ledger's heads and bundles (Ed25519), a line each in a file: {@code name private public}, both
 * in base64. The last signs; the public halves of all are handed out, so that what an older one signed stays verifiable.
 * The file is made at the first start; without a file a key lives as long as the program.
 */
@Component
public final class SigningKeys {

    private static final String FIRST = "ledger-1";
    private static final int PUBLIC_BYTES = 32;
    /** The kind of signature in a signed note (C2SP signed-note): Ed25519. */
    private static final byte ED25519 = 1;

    private static final int HASH_BYTES = 4;

    private final List<Key> keys = new ArrayList<>();

    /** @throws IllegalArgumentException when a line of the file is not a name and a pair of keys */
    public SigningKeys(@Value("${diogelu.ledger.signing-key-file:}") String file) {
        String lines = file.isBlank() ? first() : KeyFile.kept(Path.of(file), SigningKeys::first);
        lines.lines().filter(line -> !line.isBlank()).map(SigningKeys::key).forEach(keys::add);
        if (keys.isEmpty()) {
            throw new IllegalArgumentException("the file of the ledger's signing keys holds none");
        }
    }

    private record Key(String name, PrivateKey secret, byte[] open) {

        /** Tells signatures apart without telling whose they are, as signed notes have it. */
        byte[] hash() {
            byte[] named = joined((name + "\n").getBytes(StandardCharsets.UTF_8), new byte[] {ED25519}, open);
            return Arrays.copyOf(sha256(named), HASH_BYTES);
        }
    }

    /** The public halves as signed notes write them: {@code name+hash+base64}, the one that signs now first. */
    public List<String> verifiers() {
        List<String> written = new ArrayList<>();
        keys.forEach(key -> written.add(0, verifier(key)));
        return written;
    }

    /** A note with its signature: the text, a blank line, and a line of signature (C2SP signed-note). */
    String signed(String text) {
        Key key = keys.get(keys.size() - 1);
        byte[] signature = joined(key.hash(), signature(key, text.getBytes(StandardCharsets.UTF_8)));
        return text + "\n\u2014 " + key.name() + " " + Base64.getEncoder().encodeToString(signature) + "\n";
    }

    private static byte[] signature(Key key, byte[] text) {
        try {
            Signature signature = Signature.getInstance("Ed25519");
            signature.initSign(key.secret());
            signature.update(text);
            return signature.sign();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has Ed25519", e);
        }
    }

    private static String verifier(Key key) {
        StringBuilder hash = new StringBuilder();
        for (byte part : key.hash()) {
            hash.append("%02x".formatted(part));
        }
        return key.name() + "+" + hash + "+"
                + Base64.getEncoder().encodeToString(joined(new byte[] {ED25519}, key.open()));
    }

    private static Key key(String line) {
        String[] parts = line.strip().split("\\s+");
        if (parts.length != 3 || parts[0].contains("+")) {
            throw new IllegalArgumentException("a line of the ledger's signing keys must be: name private public");
        }
        try {
            PrivateKey secret = KeyFactory.getInstance("Ed25519")
                    .generatePrivate(new PKCS8EncodedKeySpec(Base64.getDecoder().decode(parts[1])));
            byte[] open = Base64.getDecoder().decode(parts[2]);
            return new Key(parts[0], secret, Arrays.copyOfRange(open, open.length - PUBLIC_BYTES, open.length));
        } catch (GeneralSecurityException e) {
            throw new IllegalArgumentException("the signing key '%s' is no Ed25519 key".formatted(parts[0]), e);
        }
    }

    private static String first() {
        try {
            KeyPair pair = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
            Base64.Encoder base64 = Base64.getEncoder();
            return "%s %s %s%n"
                    .formatted(
                            FIRST,
                            base64.encodeToString(pair.getPrivate().getEncoded()),
                            base64.encodeToString(pair.getPublic().getEncoded()));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has Ed25519", e);
        }
    }

    private static byte[] joined(byte[]... parts) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            out.writeBytes(part);
        }
        return out.toByteArray();
    }

    private static byte[] sha256(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
