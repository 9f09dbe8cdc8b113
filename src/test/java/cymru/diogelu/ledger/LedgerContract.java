package cymru.diogelu.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Map;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** What the ledger promises on every database. */
abstract class LedgerContract {

    private static final Instant AT = Instant.parse("2026-11-02T09:30:00.123Z");
    private final TransactionTemplate transaction;
    private final Ledger ledger;

    LedgerContract(DataSource database) {
        transaction = new TransactionTemplate(new JdbcTransactionManager(database));
        ledger = new Ledger(new JdbcTemplate(database));
    }

    @Test
    void chainsEntriesOfACase() {
        transaction.executeWithoutResult(tx -> {
            ledger.append(new Happening("DGL-2026-000001", AT, Actor.SYSTEM, "opened", Subject.CASE, Map.of("a", 1)));
            ledger.append(new Happening("DGL-2026-000001", AT, Actor.SYSTEM, "closed", Subject.CASE, Map.of("b", 2)));
        });
        assertThat(ledger.read("DGL-2026-000001", 0, 10)).hasSize(2);
        assertThat(ledger.read("DGL-2026-000001", 1, 10)).hasSize(1);
        assertThat(ledger.verify("DGL-2026-000001").finding()).isNull();
    }
}
