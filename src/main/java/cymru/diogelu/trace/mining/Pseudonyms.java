package cymru.diogelu.trace.mining;

import cymru.diogelu.ledger.Actor;
import cymru.diogelu.ledger.KeyFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * Names people and cases by the first 64 bits of an HMAC-SHA-256 under a key of this service, so that logs of several
 * cases can be joined and nobody without the key can try names out. Without a key file the key, and with it every
 * pseudonym, lasts as long as the program. Throws {@link java.io.UncheckedIOException} when the file cannot be kept.
 */
@Component
public class Pseudonyms implements Naming {

    private static final String ALGORITHM = "HmacSHA256";
    private static final int KEY_BYTES = 32;
    private static final int DIGITS = 16;

    private final SecretKeySpec key;

    Pseudonyms(@Value("${diogelu.exports.key-file:}") String file) {
        String kept = file.isBlank() ? random() : KeyFile.kept(Path.of(file), Pseudonyms::random);
        this.key = new SecretKeySpec(Base64.getDecoder().decode(kept), ALGORITHM);
    }

    /** The service itself is nobody whose name needs hiding. */
    @Override
    public String person(String user) {
        return user.equals(Actor.SYSTEM.user()) ? user : "person-" + keyed("person", user);
    }

    @Override
    public String caseReference(String reference) {
        return "case-" + keyed("case", reference);
    }

    /** The kind keeps a person and a case of the same name apart. */
    private String keyed(String kind, String name) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            byte[] code = mac.doFinal((kind + "\n" + name).getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(code).substring(0, DIGITS);
        } catch (GeneralSecurityException everyPlatformHasIt) {
            throw new IllegalStateException(everyPlatformHasIt);
        }
    }

    private static String random() {
        byte[] key = new byte[KEY_BYTES];
        new SecureRandom().nextBytes(key);
        return Base64.getEncoder().encodeToString(key);
    }
}
