package cymru.diogelu.ledger;

import cymru.diogelu.ledger.merkle.Tile;
import cymru.diogelu.ledger.merkle.Tiles;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The tables of the seal: what waits for it, the tree's tiles and heads, and which leaf is which entry. */
final class SealTable implements Tiles {

    private final JdbcClient client;

    SealTable(JdbcTemplate jdbc) {
        this.client = JdbcClient.create(jdbc);
    }

    /** The end of a chain that is not in the tree yet. */
    record Waiting(int chain, long lastSeq) {}

    /** A part of a chain that was sealed at once: its entries are leaves one behind the other. */
    record Stretch(long firstLeaf, int chain, long firstSeq, long lastSeq) {

        long leafOf(long seq) {
            return firstLeaf + seq - firstSeq;
        }
    }

    /** Nobody else seals or signs until the transaction ends; the size of the tree. */
    long hold() {
        return client.sql("SELECT size FROM ledger_sequencer WHERE one = 1 FOR UPDATE")
                .query(Long.class)
                .single();
    }

    void resize(long size) {
        client.sql("UPDATE ledger_sequencer SET size = ? WHERE one = 1")
                .param(size)
                .update();
    }

    List<Waiting> waiting(int limit) {
        return client.sql("SELECT chain, MAX(last_seq) FROM ledger_unsealed GROUP BY chain ORDER BY chain LIMIT ?")
                .param(limit)
                .query((row, n) -> new Waiting(row.getInt(1), row.getLong(2)))
                .list();
    }

    void noLongerWaiting(Waiting sealed) {
        client.sql("DELETE FROM ledger_unsealed WHERE chain = ? AND last_seq <= ?")
                .params(sealed.chain(), sealed.lastSeq())
                .update();
    }

    long lastSealed(int chain) {
        return client.sql("SELECT COALESCE(MAX(last_seq), 0) FROM ledger_sealed WHERE chain = ?")
                .param(chain)
                .query(Long.class)
                .single();
    }

    List<byte[]> hashes(int chain, long firstSeq, long lastSeq) {
        return client.sql("SELECT hash FROM ledger_entry WHERE chain = ? AND seq BETWEEN ? AND ? ORDER BY seq")
                .params(chain, firstSeq, lastSeq)
                .query((row, n) -> row.getBytes(1))
                .list();
    }

    void add(Stretch stretch) {
        client.sql("INSERT INTO ledger_sealed (first_leaf, chain, first_seq, last_seq) VALUES (?, ?, ?, ?)")
                .params(stretch.firstLeaf(), stretch.chain(), stretch.firstSeq(), stretch.lastSeq())
                .update();
    }

    /** In the order of the chain. */
    List<Stretch> stretches(int chain) {
        return client.sql("SELECT * FROM ledger_sealed WHERE chain = ? ORDER BY first_seq")
                .param(chain)
                .query((row, n) -> stretch(row))
                .list();
    }

    Optional<Stretch> stretch(int chain, long seq) {
        return client.sql("SELECT * FROM ledger_sealed WHERE chain = ? AND first_seq <= ? AND last_seq >= ?"
                        + " ORDER BY first_seq DESC LIMIT 1")
                .params(chain, seq, seq)
                .query((row, n) -> stretch(row))
                .optional();
    }

    @Override
    public byte[] read(Tile tile) {
        return client.sql("SELECT hashes FROM ledger_tile WHERE level = ? AND number = ?")
                .params(tile.level(), tile.number())
                .query((row, n) -> row.getBytes(1))
                .optional()
                .orElseGet(() -> new byte[0]);
    }

    @Override
    public void write(Tile tile, byte[] hashes) {
        int grown = client.sql("UPDATE ledger_tile SET hashes = ? WHERE level = ? AND number = ?")
                .params(hashes, tile.level(), tile.number())
                .update();
        if (grown == 0) {
            client.sql("INSERT INTO ledger_tile (level, number, hashes) VALUES (?, ?, ?)")
                    .params(tile.level(), tile.number(), hashes)
                    .update();
        }
    }

    void add(TreeHead head) {
        client.sql("INSERT INTO ledger_tree_head (size, root, sealed_at) VALUES (?, ?, ?)")
                .params(head.size(), head.root(), Timestamp.from(head.sealedAt()))
                .update();
    }

    void sign(TreeHead head, String checkpoint) {
        client.sql("UPDATE ledger_tree_head SET checkpoint = ? WHERE size = ? AND checkpoint IS NULL")
                .params(checkpoint, head.size())
                .update();
    }

    Optional<TreeHead> newest() {
        return heads("ORDER BY size DESC LIMIT 1").stream().findFirst();
    }

    Optional<TreeHead> newestSigned() {
        return heads("WHERE checkpoint IS NOT NULL ORDER BY size DESC LIMIT 1").stream()
                .findFirst();
    }

    /** The signed heads of trees of more leaves than that, the smallest first. */
    List<TreeHead> signedBehind(long size, int limit) {
        return client.sql(
                        "SELECT * FROM ledger_tree_head WHERE checkpoint IS NOT NULL AND size > ? ORDER BY size LIMIT ?")
                .params(size, limit)
                .query((row, n) -> head(row))
                .list();
    }

    private List<TreeHead> heads(String which) {
        return client.sql("SELECT * FROM ledger_tree_head " + which)
                .query((row, n) -> head(row))
                .list();
    }

    private static Stretch stretch(ResultSet row) throws SQLException {
        return new Stretch(
                row.getLong("first_leaf"), row.getInt("chain"), row.getLong("first_seq"), row.getLong("last_seq"));
    }

    private static TreeHead head(ResultSet row) throws SQLException {
        Instant at = row.getObject("sealed_at", OffsetDateTime.class).toInstant();
        return new TreeHead(row.getLong("size"), row.getBytes("root"), at, row.getString("checkpoint"));
    }
}
