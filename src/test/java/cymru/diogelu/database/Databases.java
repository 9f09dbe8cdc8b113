package cymru.diogelu.database;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.atomic.AtomicInteger;
import org.flywaydb.core.Flyway;

/** Fresh databases for tests, with our tables: H2 in memory, or a real PostgreSQL that is started once per JVM. */
public final class Databases {

    private static final AtomicInteger NEXT = new AtomicInteger();

    private Databases() {}

    /** A new, empty H2 database that lives as long as the JVM. */
    public static HikariDataSource h2() {
        String url = "jdbc:h2:mem:test%d;DB_CLOSE_DELAY=-1;LOCK_TIMEOUT=10000".formatted(NEXT.incrementAndGet());
        return migrated(pool(url, "sa"), "h2");
    }

    /** A new, empty PostgreSQL database in a server that writes as durably as production must. */
    public static HikariDataSource postgres() {
        String name = "test" + NEXT.incrementAndGet();
        execute("CREATE DATABASE " + name);
        return migrated(
                pool(Server.RUNNING.getJdbcUrl("postgres", name) + "&reWriteBatchedInserts=true", "postgres"),
                "postgresql");
    }

    private static HikariDataSource migrated(HikariDataSource database, String vendor) {
        Flyway.configure()
                .dataSource(database)
                .locations("classpath:db/migration", "classpath:db/vendor/" + vendor)
                .load()
                .migrate();
        return database;
    }

    private static HikariDataSource pool(String url, String user) {
        HikariConfig config = new HikariConfig();
        config.setJdbcUrl(url);
        config.setUsername(user);
        config.setMinimumIdle(0);
        config.setMaximumPoolSize(12);
        return new HikariDataSource(config);
    }

    private static void execute(String sql) {
        try (Connection connection = Server.RUNNING.getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static final class Server {

        static final EmbeddedPostgres RUNNING = start();

        private static EmbeddedPostgres start() {
            try {
                EmbeddedPostgres server = EmbeddedPostgres.builder()
                        .setServerConfig("fsync", "on")
                        .setServerConfig("synchronous_commit", "on")
                        .start();
                requireOn(server, "fsync");
                requireOn(server, "synchronous_commit");
                return server;
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            } catch (SQLException e) {
                throw new IllegalStateException(e);
            }
        }

        private static void requireOn(EmbeddedPostgres server, String setting) throws SQLException {
            try (Connection connection = server.getPostgresDatabase().getConnection();
                    Statement statement = connection.createStatement();
                    ResultSet row = statement.executeQuery("SHOW " + setting)) {
                row.next();
                if (!row.getString(1).equals("on")) {
                    throw new IllegalStateException(setting + " is off: nothing measured or proved here would count");
                }
            }
        }
    }
}
