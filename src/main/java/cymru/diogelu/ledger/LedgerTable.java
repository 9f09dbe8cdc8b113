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

    private static final String HEAD =
            "SELECT id, head_seq, head_hash, body_key FROM ledger_chain WHERE case_reference = ? AND name = ?";
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
            SELECT chain, happened_at, seq, version, body_key, hash, kind, actor_user, actor_role, actor_agency, process,
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

    Optional<Chain> head(ChainName name) {
        return head(HEAD, name);
    }

    List<ChainEnd> ends(String afterReference, int limit) {
        return client.sql("SELECT case_reference, head_seq FROM ledger_chain"
                        + " WHERE case_reference > ? AND name = ? AND head_seq > 0 ORDER BY case_reference LIMIT ?")
                .params(afterReference, ChainKind.CASE.word(), limit)
                .query((row, n) -> new ChainEnd(row.getString(1), row.getLong(2)))
                .list();
    }

    /** Holds the chain's head row until the transaction ends; makes the chain when there is none. */
    Chain lock(ChainName name) {
        Optional<Chain> head = head(HEAD + " FOR UPDATE", name);
        while (head.isEmpty()) {
            create(name);
            head = head(HEAD + " FOR UPDATE", name);
        }
        return head.get();
    }

    void insert(List<StoredEntry> entries) {
        jdbc.batchUpdate(NEW_ENTRY, entries, entries.size(), LedgerTable::bind);
    }

    void moveHeads(Collection<Chain> chains) {
        jdbc.batchUpdate(
                "UPDATE ledger_chain SET head_seq = ?, head_hash = ?, body_key = ? WHERE id = ?",
                chains,
                chains.size(),
                LedgerTable::bind);
    }

    /** Puts the new ends of chains where whoever seals finds them. */
    void awaitSeal(Collection<Chain> chains) {
        jdbc.batchUpdate(
                "INSERT INTO ledger_unsealed (chain, last_seq) VALUES (?, ?)", chains, chains.size(), (row, chain) -> {
                    row.setInt(1, chain.id());
                    row.setLong(2, chain.seq());
                });
    }

    /** Entries in order, beginning with the one numbered {@code fromSeq}. */
    List<StoredEntry> entries(ChainName name, long fromSeq, long limit) {
        return client.sql(ENTRIES)
                .params(name.caseReference(), name.kind().word(), fromSeq, limit)
                .query((row, n) -> entry(name, row))
                .list();
    }

    private Optional<Chain> head(String sql, ChainName name) {
        return client.sql(sql)
                .params(name.caseReference(), name.kind().word())
                .query((row, n) -> new Chain(row.getInt(1), name, row.getLong(2), row.getBytes(3), row.getInt(4)))
                .optional();
    }

    private void create(ChainName name) {
        String reference = name.caseReference();
        String kind = name.kind().word();
        try {
            client.sql(newChain)
                    .params(reference, kind, new byte[Header.HASH_BYTES], reference, kind)
                    .update();
        } catch (DuplicateKeyException e) {
            // H2 knows no ON CONFLICT: another writer made the chain first, and its row is the one to lock.
        }
    }

    private static void bind(PreparedStatement row, Chain chain) throws SQLException {
        row.setLong(1, chain.seq());
        row.setBytes(2, chain.hash());
        row.setInt(3, chain.key());
        row.setInt(4, chain.id());
    }

    private static void bind(PreparedStatement row, StoredEntry entry) throws SQLException {
        Header header = entry.header();
        row.setObject(1, OffsetDateTime.ofInstant(header.at(), ZoneOffset.UTC));
        row.setInt(2, entry.chain());
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

    private static StoredEntry entry(ChainName name, ResultSet row) throws SQLException {
        Header header = new Header(
                name,
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
        return new StoredEntry(row.getInt("chain"), header, row.getBytes("body"), row.getBytes("hash"));
    }

    private static boolean isPostgres(JdbcTemplate jdbc) {
        ConnectionCallback<@Nullable String> product =
                connection -> connection.getMetaData().getDatabaseProductName();
        return "PostgreSQL".equals(jdbc.execute(product));
    }
}
