package cymru.diogelu.ledger;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.function.Supplier;

/** A secret in a file that only its owner may read, made at the first start. */
public final class KeyFile {

    private KeyFile() {}

    /**
     * What the file holds; when there is none it is made with what {@code first} gives.
     *
     * @throws UncheckedIOException when the file can be neither read nor made
     */
    public static String kept(Path file, Supplier<String> first) {
        try {
            if (Files.notExists(file)) {
                make(file, first.get());
            }
            return Files.readString(file).strip();
        } catch (IOException unreadable) {
            throw new UncheckedIOException("a key cannot be kept in " + file, unreadable);
        }
    }

    /** The file appears whole or not at all: half a key would leave no later start with a whole one. */
    private static void make(Path file, String content) throws IOException {
        Path folder = Files.createDirectories(file.toAbsolutePath().getParent());
        Path written = Files.createTempFile(folder, "key", ".tmp", ownerOnly(file));
        Files.writeString(written, content, StandardOpenOption.SYNC);
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
