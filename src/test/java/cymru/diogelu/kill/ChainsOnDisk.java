package cymru.diogelu.kill;

import cymru.diogelu.ledger.ChainKind;
import cymru.diogelu.ledger.Ledger;
import cymru.diogelu.ledger.MasterKeys;
import cymru.diogelu.ledger.Verification;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
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
            for (String reference :
                    jdbc.queryForList("SELECT DISTINCT case_reference FROM ledger_chain", String.class)) {
                broken.addAll(broken(ledger, reference));
            }
            return broken;
        } finally {
            source.destroy();
        }
    }

    /** A case that nobody has looked at has no chain of looks. */
    private static List<String> broken(Ledger ledger, String reference) {
        return Stream.of(ChainKind.values())
                .map(kind -> ledger.verify(reference, kind))
                .filter(verification ->
                        verification.finding() != null && verification.finding().fault() != Verification.Fault.UNKNOWN)
                .map(Object::toString)
                .toList();
    }
}
