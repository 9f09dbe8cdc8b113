package cymru.diogelu.ledger;

import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import javax.crypto.Cipher;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * The keys that wrap the keys of all chains (AES key wrap, RFC 3394). They stand outside the database: a line each in a
 * file, {@code name base64}, the last of which wraps from now on. The file is made at the first start; without a file a
 * key lives as long as the program.
 */
@Component
public final class MasterKeys {

    private static final String FIRST = "master-1";
    private static final int KEY_BYTES = 32;

    private final Map<String, SecretKey> keys = new LinkedHashMap<>();
    private String current = "";

    /** @throws IllegalArgumentException when a line of the file is not a name and a key of 32 bytes */
    public MasterKeys(@Value("${diogelu.ledger.master-key-file:}") String file) {
        String lines = file.isBlank() ? first() : KeyFile.kept(Path.of(file), MasterKeys::first);
        lines.lines().filter(line -> !line.isBlank()).forEach(this::add);
        if (keys.isEmpty()) {
            throw new IllegalArgumentException("the file of the ledger's master keys holds none");
        }
    }

    String current() {
        return current;
    }

    byte[] wrap(ChainKey key) {
        try {
            Cipher cipher = Cipher.getInstance("AESWrap");
            cipher.init(Cipher.WRAP_MODE, keys.get(current));
            return cipher.wrap(new SecretKeySpec(key.secret(), "AES"));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has AES key wrap", e);
        }
    }

    /** Empty when the master key is not here, or is not the one that wrapped these bytes. */
    Optional<ChainKey> unwrap(int number, String master, byte[] wrapped) {
        SecretKey key = keys.get(master);
        if (key == null) {
            return Optional.empty();
        }
        try {
            Cipher cipher = Cipher.getInstance("AESWrap");
            cipher.init(Cipher.UNWRAP_MODE, key);
            byte[] secret = cipher.unwrap(wrapped, "AES", Cipher.SECRET_KEY).getEncoded();
            return Optional.of(new ChainKey(number, secret));
        } catch (GeneralSecurityException wrongKey) {
            return Optional.empty();
        }
    }

    private void add(String line) {
        String[] parts = line.strip().split("\\s+");
        byte[] key = parts.length == 2 ? Base64.getDecoder().decode(parts[1]) : new byte[0];
        if (key.length != KEY_BYTES) {
            throw new IllegalArgumentException(
                    "a line of the ledger's master keys must be a name and 32 bytes in base64");
        }
        keys.put(parts[0], new SecretKeySpec(key, "AES"));
        current = parts[0];
    }

    private static String first() {
        byte[] key = new byte[KEY_BYTES];
        new SecureRandom().nextBytes(key);
        return FIRST + " " + Base64.getEncoder().encodeToString(key) + "\n";
    }
}
