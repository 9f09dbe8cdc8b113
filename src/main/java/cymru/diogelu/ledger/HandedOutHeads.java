package cymru.diogelu.ledger;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * Hands signed heads out of the database: a line each to a file and to the log. Whoever keeps a copy of the file elsewhere
 * can tell a record that was rewritten, or a backup that was put back, from the true one.
 */
@Component
public class HandedOutHeads {

    private static final Logger LOG = LoggerFactory.getLogger(HandedOutHeads.class);
    private static final int AT_ONCE = 1_000;

    private final Seals seals;
    private final String file;
    private long last;

    public HandedOutHeads(Seals seals, @Value("${diogelu.ledger.heads-file:}") String file) {
        this.seals = seals;
        this.file = file;
        this.last = lines().stream().mapToLong(SignedHead::size).max().orElse(0);
    }

    /**
     * Hands out each signed head that was not handed out yet.
     *
     * @throws UncheckedIOException when the file cannot be written; the next call tries again
     */
    public synchronized void handOut() {
        for (SignedHead head : seals.signedBehind(last, AT_ONCE)) {
            write(head.line());
            LOG.info("signed head of the ledger: {}", head.line());
            last = head.size();
        }
    }

    /** What was handed out so far, in order; nothing without a file. */
    public List<String> lines() {
        try {
            return file.isBlank() || Files.notExists(Path.of(file)) ? List.of() : Files.readAllLines(Path.of(file));
        } catch (IOException unreadable) {
            throw new UncheckedIOException("the handed-out heads cannot be read", unreadable);
        }
    }

    private void write(String line) {
        if (file.isBlank()) {
            return;
        }
        try {
            Path path = Path.of(file).toAbsolutePath();
            Files.createDirectories(path.getParent());
            Files.writeString(
                    path,
                    line + "\n",
                    StandardCharsets.UTF_8,
                    StandardOpenOption.CREATE,
                    StandardOpenOption.APPEND,
                    StandardOpenOption.SYNC);
        } catch (IOException unwritable) {
            throw new UncheckedIOException("a signed head cannot be handed out", unwritable);
        }
    }
}
