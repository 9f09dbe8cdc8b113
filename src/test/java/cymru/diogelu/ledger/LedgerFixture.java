package cymru.diogelu.ledger;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** A ledger on one database, and what a front door worker does in it. */
final class LedgerFixture {

    static final Instant AT = Instant.parse("2026-11-02T09:30:00.123Z");
    static final Actor RHIAN = new Actor("rhian", "front-door", "W06000015");
    static final Subject REPORT = new Subject("section-130-report", 3, "userTask_takeReport", "4711");

    final JdbcTemplate jdbc;
    final JdbcTransactionManager transactions;
    final TransactionTemplate transaction;
    final Ledger ledger;
    final Seals seals;

    LedgerFixture(DataSource database) {
        this(database, new MasterKeys(""));
    }

    LedgerFixture(DataSource database, MasterKeys masters) {
        jdbc = new JdbcTemplate(database);
        transactions = new JdbcTransactionManager(database);
        transaction = new TransactionTemplate(transactions);
        ledger = new Ledger(jdbc, masters);
        seals = new Seals(jdbc, new SigningKeys(""), Clock.fixed(AT, ZoneOffset.UTC), "test.cymru");
    }

    static Happening step(String reference, int number) {
        Map<String, Object> body = Map.of("step", number, "text", "Galwodd yr ysgol – ŵ ŷ 👍", "list", List.of(1, 2.5));
        return new Happening(reference, AT.plusSeconds(number), RHIAN, "submission", REPORT, body);
    }

    /** Records steps 1 to {@code count} in one transaction. */
    LedgerFixture recorded(String reference, int count) {
        transaction.executeWithoutResult(tx -> {
            for (int number = 1; number <= count; number++) {
                ledger.append(step(reference, number));
            }
        });
        return this;
    }

    /** Seals what was recorded and signs the head. */
    LedgerFixture sealed() {
        transaction.executeWithoutResult(tx -> {
            seals.seal();
            seals.sign();
        });
        return this;
    }

    List<Entry> all(String reference) {
        return ledger.read(reference, 0, 1000);
    }
}
