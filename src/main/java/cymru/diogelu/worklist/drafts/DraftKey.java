package cymru.diogelu.worklist.drafts;

import cymru.diogelu.ledger.KeyFile;
import java.nio.file.Path;
import java.util.Base64;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.security.crypto.encrypt.AesBytesEncryptor;
import org.springframework.security.crypto.encrypt.AesBytesEncryptor.CipherAlgorithm;
import org.springframework.security.crypto.keygen.KeyGenerators;
import org.springframework.stereotype.Component;

/**
 * Encrypts drafts with AES-256 in GCM. The key is made at the first start and kept in a file that only its owner may
 * read; without a file it lives as long as the program, and drafts with it.
 */
@Component
class DraftKey {

    private static final int KEY_BYTES = 32;
    private static final int NONCE_BYTES = 16;

    private final AesBytesEncryptor encryptor;

    DraftKey(@Value("${diogelu.drafts.key-file:}") String file) {
        byte[] key =
                Base64.getDecoder().decode(file.isBlank() ? random() : KeyFile.kept(Path.of(file), DraftKey::random));
        this.encryptor = new AesBytesEncryptor(
                new SecretKeySpec(key, "AES"), KeyGenerators.secureRandom(NONCE_BYTES), CipherAlgorithm.GCM);
    }

    byte[] encrypt(byte[] plain) {
        return encryptor.encrypt(plain);
    }

    /** @throws IllegalStateException when the bytes were not encrypted with this key or were changed since */
    byte[] decrypt(byte[] encrypted) {
        return encryptor.decrypt(encrypted);
    }

    private static String random() {
        return Base64.getEncoder()
                .encodeToString(KeyGenerators.secureRandom(KEY_BYTES).generateKey());
    }
}
