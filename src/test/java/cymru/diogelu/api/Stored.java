package cymru.diogelu.api;

import java.util.Map;
import java.util.TreeMap;
import org.springframework.jdbc.core.JdbcTemplate;

/** How many rows every table holds, to show that a refusal leaves nothing behind. */
public record Stored(Map<String, Long> rows) {

    public static Stored in(JdbcTemplate jdbc) {
        Map<String, Long> rows = new TreeMap<>();
        jdbc.queryForList(
                        "SELECT table_name FROM information_schema.tables"
                                + " WHERE table_schema = 'PUBLIC' AND table_type = 'BASE TABLE'",
                        String.class)
                .forEach(table -> rows.put(table, count(jdbc, table)));
        return new Stored(rows);
    }

    private static long count(JdbcTemplate jdbc, String table) {
        Long count = jdbc.queryForObject("SELECT count(*) FROM \"" + table + "\"", Long.class);
        return count == null ? 0 : count;
    }
}
