package cymru.diogelu.cases;

import cymru.diogelu.cases.SafeguardingCase.Status;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.ConnectionCallback;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** The three tables of a case. Facts and clocks are JSON documents in its one row: few rows, few statements. */
final class CaseTable {

    private static final TypeReference<TreeMap<String, Object>> FACTS = new TypeReference<>() {};
    private static final TypeReference<TreeMap<String, Instant>> CLOCKS = new TypeReference<>() {};

    private final JdbcClient jdbc;
    private final String unlessPresent;
    private final JsonMapper json = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();

    CaseTable(JdbcTemplate jdbc) {
        this.jdbc = JdbcClient.create(jdbc);
        this.unlessPresent = isPostgres(jdbc) ? " ON CONFLICT DO NOTHING" : "";
    }

    long nextNumber() {
        return jdbc.sql("SELECT nextval('safeguarding_case_number')")
                .query(Long.class)
                .single();
    }

    void insert(CaseReference reference, NewCase opened, Instant at) {
        jdbc.sql("INSERT INTO safeguarding_case (reference, authority, home_authority, reporter_group, opened_at,"
                        + " clocks, facts) VALUES (?, ?, ?, ?, ?, '{}', ?)")
                .param(1, reference.value())
                .param(2, opened.authority())
                .param(3, opened.homeAuthority(), Types.VARCHAR)
                .param(4, opened.reporterGroup())
                .param(5, utc(at))
                .param(6, json.writeValueAsString(merged(new TreeMap<>(), opened.facts())))
                .update();
    }

    Optional<SafeguardingCase> find(CaseReference reference) {
        return jdbc.sql("SELECT authority, home_authority, reporter_group, opened_at, closed_at, outcome"
                        + " FROM safeguarding_case WHERE reference = ?")
                .param(reference.value())
                .query((row, n) -> read(reference, row))
                .optional();
    }

    void learn(CaseReference reference, Map<String, ?> news) {
        TreeMap<String, Object> known = json.readValue(locked("facts", reference), FACTS);
        String before = json.writeValueAsString(known);
        String after = json.writeValueAsString(merged(known, news));
        if (!after.equals(before)) {
            write("facts", after, reference);
        }
    }

    Map<String, Object> facts(CaseReference reference) {
        return column("facts", reference)
                .map(facts -> json.readValue(facts, FACTS))
                .orElseGet(TreeMap::new);
    }

    void startClock(CaseReference reference, String name, Instant at) {
        TreeMap<String, Instant> clocks = json.readValue(locked("clocks", reference), CLOCKS);
        if (!at.equals(clocks.put(name, at))) {
            write("clocks", json.writeValueAsString(clocks), reference);
        }
    }

    Optional<Instant> clock(CaseReference reference, String name) {
        return column("clocks", reference)
                .map(clocks -> json.readValue(clocks, CLOCKS).get(name));
    }

    void close(CaseReference reference, String outcome, Instant at) {
        int closed = jdbc.sql("UPDATE safeguarding_case SET closed_at = ?, outcome = ?"
                        + " WHERE reference = ? AND closed_at IS NULL")
                .params(utc(at), outcome, reference.value())
                .update();
        if (closed == 0) {
            locked("reference", reference);
            throw new IllegalStateException("case %s is closed already".formatted(reference));
        }
    }

    void link(CaseReference one, CaseReference other) {
        insertUnlessPresent("safeguarding_case_link", "linked", one, other.value());
        insertUnlessPresent("safeguarding_case_link", "linked", other, one.value());
    }

    void involve(CaseReference reference, String group) {
        insertUnlessPresent("safeguarding_case_group", "involved", reference, group);
    }

    boolean involved(CaseReference reference, Set<String> groups) {
        return jdbc.sql("SELECT COUNT(*) FROM safeguarding_case_group"
                                + " WHERE reference = :reference AND involved IN (:groups)")
                        .param("reference", reference.value())
                        .param("groups", groups)
                        .query(Long.class)
                        .single()
                > 0;
    }

    private void insertUnlessPresent(String table, String column, CaseReference reference, String value) {
        String sql =
                """
                INSERT INTO %1$s (reference, %2$s) SELECT c.reference, ? FROM safeguarding_case c
                WHERE c.reference = ? AND NOT EXISTS
                (SELECT 1 FROM %1$s x WHERE x.reference = c.reference AND x.%2$s = ?)
                """
                        .formatted(table, column);
        int written;
        try {
            written = jdbc.sql(sql + unlessPresent)
                    .params(value, reference.value(), value)
                    .update();
        } catch (DuplicateKeyException e) {
            // H2 knows no ON CONFLICT: another transaction wrote the same row first, and it is there.
            return;
        }
        if (written == 0 && column("reference", reference).isEmpty()) {
            throw new UnknownCase(reference);
        }
    }

    private String locked(String column, CaseReference reference) {
        return jdbc.sql("SELECT %s FROM safeguarding_case WHERE reference = ? FOR UPDATE".formatted(column))
                .param(reference.value())
                .query(String.class)
                .optional()
                .orElseThrow(() -> new UnknownCase(reference));
    }

    private Optional<String> column(String column, CaseReference reference) {
        return jdbc.sql("SELECT %s FROM safeguarding_case WHERE reference = ?".formatted(column))
                .param(reference.value())
                .query(String.class)
                .optional();
    }

    private void write(String column, String document, CaseReference reference) {
        jdbc.sql("UPDATE safeguarding_case SET %s = ? WHERE reference = ?".formatted(column))
                .params(document, reference.value())
                .update();
    }

    private SafeguardingCase read(CaseReference reference, ResultSet row) throws SQLException {
        Instant closedAt = instant(row, "closed_at");
        return new SafeguardingCase(
                reference,
                row.getString("authority"),
                row.getString("home_authority"),
                row.getString("reporter_group"),
                closedAt == null ? Status.OPEN : Status.CLOSED,
                row.getString("outcome"),
                row.getObject("opened_at", OffsetDateTime.class).toInstant(),
                closedAt,
                linked(reference));
    }

    private List<CaseReference> linked(CaseReference reference) {
        return jdbc.sql("SELECT linked FROM safeguarding_case_link WHERE reference = ? ORDER BY linked")
                .param(reference.value())
                .query((row, n) -> new CaseReference(row.getString(1)))
                .list();
    }

    private static TreeMap<String, Object> merged(TreeMap<String, Object> known, Map<String, ?> news) {
        news.forEach((name, fact) -> {
            if (fact == null) {
                known.remove(name);
            } else {
                known.put(name, fact);
            }
        });
        return known;
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        OffsetDateTime at = row.getObject(column, OffsetDateTime.class);
        return at == null ? null : at.toInstant();
    }

    private static OffsetDateTime utc(Instant at) {
        return OffsetDateTime.ofInstant(at, ZoneOffset.UTC);
    }

    private static boolean isPostgres(JdbcTemplate jdbc) {
        ConnectionCallback<@Nullable String> product =
                connection -> connection.getMetaData().getDatabaseProductName();
        return "PostgreSQL".equals(jdbc.execute(product));
    }
}
