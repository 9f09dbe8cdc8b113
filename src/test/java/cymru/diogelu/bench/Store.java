package cymru.diogelu.bench;

import com.zaxxer.hikari.HikariDataSource;
import cymru.diogelu.database.Databases;
import javax.sql.DataSource;
import org.springframework.jdbc.core.JdbcTemplate;

/** A PostgreSQL database of its own for one side, in the server that both share, and what can be read off it. */
final class Store implements AutoCloseable {

    private final HikariDataSource pool = Databases.postgres();
    private final StatementCount statements = new StatementCount(pool);
    private final JdbcTemplate jdbc = new JdbcTemplate(pool);

    /** What a side works on: the pool, with its statements counted while somebody wants to know. */
    DataSource counted() {
        return statements;
    }

    StatementCount statements() {
        return statements;
    }

    String setting(String name) {
        return String.valueOf(jdbc.queryForObject("SHOW " + name, String.class));
    }

    /** Writes all dirty pages, so that both sides begin with the same cost of whole pages before them. */
    void checkpoint() {
        jdbc.execute("CHECKPOINT");
    }

    void wholePagesInLog(boolean on) {
        jdbc.execute("ALTER SYSTEM SET full_page_writes = " + (on ? "on" : "off"));
        jdbc.execute("SELECT pg_reload_conf()");
        checkpoint();
    }

    long logPosition() {
        return number("SELECT pg_wal_lsn_diff(pg_current_wal_insert_lsn(), '0/0')::bigint");
    }

    /** Rows inserted, updated and deleted since the database was made; sessions report them when they end. */
    Rows rows() {
        pool.getHikariPoolMXBean().softEvictConnections();
        Rows before = readRows();
        Rows now = readRows();
        for (int same = 0; same < 3; same = now.equals(before) ? same + 1 : 0) {
            before = now;
            settle();
            now = readRows();
        }
        return now;
    }

    /** The server's collector writes its figures at most every half second. */
    private void settle() {
        jdbc.execute("SELECT pg_sleep(0.6)");
    }

    private Rows readRows() {
        return jdbc.queryForObject(
                "SELECT sum(n_tup_ins), sum(n_tup_upd), sum(n_tup_del) FROM pg_stat_user_tables",
                (row, n) -> new Rows(row.getLong(1), row.getLong(2), row.getLong(3)));
    }

    private long number(String sql) {
        return java.util.Objects.requireNonNull(jdbc.queryForObject(sql, Long.class));
    }

    @Override
    public void close() {
        pool.close();
    }

    /** Counts of written rows. */
    record Rows(long inserted, long updated, long deleted) {

        Rows since(Rows before) {
            return new Rows(inserted - before.inserted, updated - before.updated, deleted - before.deleted);
        }

        long all() {
            return inserted + updated + deleted;
        }
    }
}
