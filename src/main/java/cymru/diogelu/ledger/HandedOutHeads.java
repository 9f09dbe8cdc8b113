package cymru.diogelu.ledger;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
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

    /** How a head that was handed out agrees with the ledger of today. */
    public enum Agreement {
        /** The ledger still has it: whatever it sealed is what it was. */
        SAME,
        /** The ledger has another head of that size: what it sealed was rewritten. */
        OTHER,
        /** The ledger is shorter than that: an older state was put back. */
        SHORTER,
        /** The line is none that could have been handed out. */
        NO_HEAD
    }

    /** A line that was handed out. */
    public record Compared(String line, Agreement agreement) {}

    /**
     * Compares the newest lines that were handed out with the ledger, the newest first. As each head stands for all that
     * was sealed before it, the newest one alone says whether anything of it was rewritten.
     */
    public List<Compared> compared(int newest) {
        List<String> lines = lines();
        List<Compared> compared = new ArrayList<>();
        for (int i = lines.size() - 1; i >= Math.max(0, lines.size() - newest); i--) {
            compared.add(new Compared(lines.get(i), agreement(lines.get(i))));
        }
        return compared;
    }

    private Agreement agreement(String line) {
        long size = SignedHead.size(line);
        if (size == 0) {
            return Agreement.NO_HEAD;
        }
        return seals.root(size)
                .map(root -> root.equals(SignedHead.root(line)) ? Agreement.SAME : Agreement.OTHER)
                .orElse(Agreement.SHORTER);
    }

    /** Whether there is a file to which heads are handed out. */
    public boolean kept() {
        return !file.isBlank();
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
