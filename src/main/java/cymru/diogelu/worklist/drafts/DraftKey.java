package cymru.diogelu.worklist.drafts;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
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
        byte[] key = file.isBlank() ? random() : kept(Path.of(file));
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

    private static byte[] random() {
        return KeyGenerators.secureRandom(KEY_BYTES).generateKey();
    }

    private static byte[] kept(Path file) {
        try {
            if (Files.notExists(file)) {
                make(file);
            }
            return Base64.getDecoder().decode(Files.readString(file).strip());
        } catch (IOException unreadable) {
            throw new UncheckedIOException("the key of the drafts cannot be kept in " + file, unreadable);
        }
    }

    /** The file appears whole or not at all: half a key would leave no later start with a whole one. */
    private static void make(Path file) throws IOException {
        Path folder = Files.createDirectories(file.toAbsolutePath().getParent());
        Path written = Files.createTempFile(folder, "drafts", ".tmp", ownerOnly(file));
        Files.write(written, Base64.getEncoder().encode(random()), StandardOpenOption.SYNC);
        Files.move(written, file, StandardCopyOption.ATOMIC_MOVE);
    }

    private static FileAttribute<?>[] ownerOnly(Path file) {
        return file.getFileSystem().supportedFileAttributeViews().contains("posix")
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
                }
                : new FileAttribute<?>[0];
    }
}
