package cymru.diogelu.ledger;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.ConnectionCallback;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The two tables of the ledger: entries, which are only ever inserted, and the head of each chain. */
final class LedgerTable {

    /** The chain of what is done in a case. Looks at a case will go to a chain of their own. */
    static final String CHAIN = "case";

    private static final String HEAD =
            "SELECT id, case_reference, head_seq, head_hash FROM ledger_chain WHERE case_reference = ? AND name = ?";
    private static final String NEW_CHAIN =
            """
            INSERT INTO ledger_chain (case_reference, name, head_seq, head_hash)
            SELECT ?, ?, 0, ? WHERE NOT EXISTS (SELECT 1 FROM ledger_chain WHERE case_reference = ? AND name = ?)
            """;
    private static final String NEW_ENTRY =
            """
            INSERT INTO ledger_entry (happened_at, chain, seq, version, body_key, hash, kind, actor_user, actor_role,
            actor_agency, process, element, task, body) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """;
    private static final String ENTRIES =
            """
            SELECT happened_at, seq, version, body_key, hash, kind, actor_user, actor_role, actor_agency, process,
            element, task, body FROM ledger_entry
            WHERE chain = (SELECT id FROM ledger_chain WHERE case_reference = ? AND name = ?) AND seq >= ?
            ORDER BY seq LIMIT ?
            """;

    private final JdbcTemplate jdbc;
    private final JdbcClient client;
    private final String newChain;

    LedgerTable(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
        this.client = JdbcClient.create(jdbc);
        this.newChain = NEW_CHAIN + (isPostgres(jdbc) ? "ON CONFLICT DO NOTHING" : "");
    }

    Optional<Chain> head(String caseReference) {
        return head(HEAD, caseReference);
    }

    /** Holds the chain's head row until the transaction ends; makes the chain when there is none. */
    Chain lock(String caseReference) {
        Optional<Chain> head = head(HEAD + " FOR UPDATE", caseReference);
        while (head.isEmpty()) {
            create(caseReference);
            head = head(HEAD + " FOR UPDATE", caseReference);
        }
        return head.get();
    }

    void insert(List<PendingEntry> entries) {
        jdbc.batchUpdate(NEW_ENTRY, entries, entries.size(), LedgerTable::bind);
    }

    void moveHeads(Collection<Chain> chains) {
        jdbc.batchUpdate(
                "UPDATE ledger_chain SET head_seq = ?, head_hash = ? WHERE id = ?",
                chains,
                chains.size(),
                LedgerTable::bind);
    }

    /** Entries in order, beginning with the one numbered {@code fromSeq}. */
    List<StoredEntry> entries(String caseReference, long fromSeq, long limit) {
        return client.sql(ENTRIES)
                .params(caseReference, CHAIN, fromSeq, limit)
                .query((row, n) -> entry(caseReference, row))
                .list();
    }

    private Optional<Chain> head(String sql, String caseReference) {
        return client.sql(sql)
                .params(caseReference, CHAIN)
                .query((row, n) -> new Chain(row.getInt(1), row.getString(2), row.getLong(3), row.getBytes(4)))
                .optional();
    }

    private void create(String caseReference) {
        try {
            client.sql(newChain)
                    .params(caseReference, CHAIN, new byte[Header.HASH_BYTES], caseReference, CHAIN)
                    .update();
        } catch (DuplicateKeyException e) {
            // H2 knows no ON CONFLICT: another writer made the chain first, and its row is the one to lock.
        }
    }

    private static void bind(PreparedStatement row, Chain chain) throws SQLException {
        row.setLong(1, chain.seq());
        row.setBytes(2, chain.hash());
        row.setInt(3, chain.id());
    }

    private static void bind(PreparedStatement row, PendingEntry pending) throws SQLException {
        StoredEntry entry = pending.entry();
        Header header = entry.header();
        row.setObject(1, OffsetDateTime.ofInstant(header.at(), ZoneOffset.UTC));
        row.setInt(2, pending.chain());
        row.setLong(3, header.seq());
        row.setInt(4, header.subject().version());
        row.setObject(5, header.bodyKey(), Types.INTEGER);
        row.setBytes(6, entry.hash());
        row.setString(7, header.kind());
        row.setString(8, header.actor().user());
        row.setString(9, header.actor().role());
        row.setString(10, header.actor().agency());
        row.setString(11, header.subject().process());
        row.setString(12, header.subject().element());
        row.setString(13, header.subject().task());
        row.setBytes(14, entry.body());
    }

    private static StoredEntry entry(String caseReference, ResultSet row) throws SQLException {
        Header header = new Header(
                caseReference,
                row.getLong("seq"),
                row.getObject("happened_at", OffsetDateTime.class).toInstant(),
                new Actor(row.getString("actor_user"), row.getString("actor_role"), row.getString("actor_agency")),
                row.getString("kind"),
                new Subject(
                        row.getString("process"),
                        row.getInt("version"),
                        row.getString("element"),
                        row.getString("task")),
                row.getObject("body_key", Integer.class));
        return new StoredEntry(header, row.getBytes("body"), row.getBytes("hash"));
    }

    private static boolean isPostgres(JdbcTemplate jdbc) {
        ConnectionCallback<@Nullable String> product =
                connection -> connection.getMetaData().getDatabaseProductName();
        return "PostgreSQL".equals(jdbc.execute(product));
    }
}
