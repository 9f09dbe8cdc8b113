package cymru.diogelu.kill;

import cymru.diogelu.ledger.Ledger;
import cymru.diogelu.ledger.MasterKeys;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/** Reads the database as the kill left it, from a copy, and recomputes every chain in it. */
final class ChainsOnDisk {

    private static final String FILE = "diogelu.mv.db";

    private final Path folder;

    ChainsOnDisk(Path folder) {
        this.folder = folder;
    }

    /** The cases whose chain does not verify, with the fault; empty when all do. */
    List<String> broken() {
        try {
            Path copy = Files.createDirectories(folder.resolve("copy"));
            Files.copy(
                    folder.resolve("data").resolve(FILE),
                    copy.resolve(FILE),
                    java.nio.file.StandardCopyOption.REPLACE_EXISTING);
            return verify("jdbc:h2:file:" + copy.resolve("diogelu"));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static List<String> verify(String url) {
        var source = new SingleConnectionDataSource(url, "sa", "", false);
        try {
            JdbcTemplate jdbc = new JdbcTemplate(source);
            Ledger ledger = new Ledger(jdbc, new MasterKeys(""));
            List<String> broken = new ArrayList<>();
            for (String reference : jdbc.queryForList("SELECT case_reference FROM ledger_chain", String.class)) {
                var verification = ledger.verify(reference);
                if (!verification.sound()) {
                    broken.add(verification.toString());
                }
            }
            return broken;
        } finally {
            source.destroy();
        }
    }
}
