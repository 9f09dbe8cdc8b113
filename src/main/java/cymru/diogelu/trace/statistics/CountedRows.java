package cymru.diogelu.trace.statistics;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** Questions to what was counted. Rows are handed over one by one, since there may be very many. */
@Component
class CountedRows {

    private static final String DEADLINES =
            "SELECT d.*, c.authority FROM counted_deadline d JOIN counted_case c ON c.reference = d.reference";
    private static final String CASES = "SELECT c.reference, c.opened_at, m.milestone, MIN(m.reached_at) AS reached_at"
            + " FROM counted_case c JOIN counted_milestone m ON m.reference = c.reference";
    private static final String EVENTS = "SELECT m.milestone, COUNT(*) AS times"
            + " FROM counted_milestone m JOIN counted_case c ON c.reference = m.reference";
    private static final String STEPS =
            "SELECT s.element, s.flow, SUM(s.times) AS times, SUM(s.ended) AS ended, SUM(s.seconds) AS seconds"
                    + " FROM counted_step s JOIN counted_case c ON c.reference = s.reference";

    private static final String IN_PART = " FROM counted_case WHERE standing = 'PART'";

    private final JdbcTemplate jdbc;

    CountedRows(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** Those that fall due in the scope. */
    void deadlines(Scope scope, Consumer<CountedDeadline> reader) {
        deadlines(scope, "d.due_at", reader);
    }

    /** Those whose step was done in the scope. */
    void deadlinesDone(Scope scope, Consumer<CountedDeadline> reader) {
        deadlines(scope, "d.done_at", deadline -> {
            if (deadline.done() != null) {
                reader.accept(deadline);
            }
        });
    }

    private void deadlines(Scope scope, String at, Consumer<CountedDeadline> reader) {
        Scope.Where period = scope.period(at);
        StringBuilder sql = new StringBuilder(DEADLINES).append(period.sql());
        List<Object> parameters = new ArrayList<>(period.parameters());
        if (scope.provision() != null) {
            sql.append(" AND d.provision = ?");
            parameters.add(scope.provision());
        }
        sql.append(" ORDER BY d.reference, d.seq");
        jdbc.query(
                sql.toString(),
                row -> {
                    CountedDeadline deadline = deadline(row);
                    if (scope.agency() == null || scope.agency().equals(deadline.agency())) {
                        reader.accept(deadline);
                    }
                },
                parameters.toArray());
    }

    /** When a case first came to a milestone. */
    record FirstReached(String reference, Milestone milestone, Instant at) {}

    /** Of the cases that were opened in the scope, case by case. */
    void milestones(Scope scope, Consumer<FirstReached> reader) {
        Scope.Where period = scope.period("c.opened_at");
        jdbc.query(
                CASES + period.sql() + " GROUP BY c.reference, c.opened_at, m.milestone ORDER BY c.reference",
                row -> {
                    reader.accept(new FirstReached(
                            row.getString("reference"),
                            Milestone.valueOf(row.getString("milestone")),
                            instant(row, "reached_at")));
                },
                period.parameters().toArray());
    }

    /** How often a milestone was reached in the scope, also more than once by a case. */
    void reached(Scope scope, BiConsumer<Milestone, Integer> reader) {
        Scope.Where period = scope.period("m.reached_at");
        jdbc.query(
                EVENTS + period.sql() + " GROUP BY m.milestone",
                row -> {
                    reader.accept(Milestone.valueOf(row.getString("milestone")), row.getInt("times"));
                },
                period.parameters().toArray());
    }

    /** The case and instant of each time that a milestone was reached in the scope. */
    List<FirstReached> reached(Scope scope, Milestone milestone) {
        Scope.Where period = scope.period("m.reached_at");
        List<Object> parameters = new ArrayList<>(period.parameters());
        parameters.add(milestone.name());
        return jdbc.query(
                "SELECT m.reference, m.reached_at FROM counted_milestone m JOIN counted_case c"
                        + " ON c.reference = m.reference" + period.sql() + " AND m.milestone = ?",
                (row, n) -> new FirstReached(row.getString(1), milestone, instant(row, "reached_at")),
                parameters.toArray());
    }

    /** How often an element or flow of a model was come to; how long stays that ended lasted together. */
    record StepTotal(String element, boolean flow, int times, int ended, long seconds) {}

    /** In the cases that were opened in the scope. */
    List<StepTotal> steps(Scope scope, String process, int version) {
        Scope.Where period = scope.period("c.opened_at");
        List<Object> parameters = new ArrayList<>(period.parameters());
        parameters.add(process);
        parameters.add(version);
        return jdbc.query(
                STEPS + period.sql()
                        + " AND s.process = ? AND s.version = ? GROUP BY s.element, s.flow ORDER BY s.element",
                (row, n) -> new StepTotal(
                        row.getString("element"),
                        row.getBoolean("flow"),
                        row.getInt("times"),
                        row.getInt("ended"),
                        row.getLong("seconds")),
                parameters.toArray());
    }

    /** The procedures that some counted case was walked under, by their ids. */
    List<String> processes() {
        return jdbc.queryForList("SELECT DISTINCT process FROM counted_step ORDER BY process", String.class);
    }

    /** The newest version of a procedure that a counted case was walked under; 0 when there is none. */
    int newestVersion(String process) {
        Integer newest = jdbc.queryForObject(
                "SELECT COALESCE(MAX(version), 0) FROM counted_step WHERE process = ?", Integer.class, process);
        return newest == null ? 0 : newest;
    }

    /** A rule that a case breaks, or of which cannot be said whether it does. */
    record Ruling(String reference, String rule, boolean broken, @Nullable Long seq, @Nullable Instant since) {}

    /** Of the cases that were opened in the scope, by rule and case; what is owed and late by now is broken. */
    void rulings(Scope scope, Instant now, Consumer<Ruling> reader) {
        Scope.Where period = scope.period("c.opened_at");
        List<Object> parameters = new ArrayList<>(period.parameters());
        parameters.add(OffsetDateTime.ofInstant(now, ZoneOffset.UTC));
        jdbc.query(
                "SELECT r.* FROM counted_rule r JOIN counted_case c ON c.reference = r.reference" + period.sql()
                        + " AND (r.verdict <> 'PENDING' OR r.due_at < ?) ORDER BY r.rule, r.reference",
                row -> {
                    boolean pending = row.getString("verdict").equals("PENDING");
                    reader.accept(new Ruling(
                            row.getString("reference"),
                            row.getString("rule"),
                            !row.getString("verdict").equals("UNKNOWN"),
                            row.getObject("seq", Long.class),
                            maybe(row, pending ? "due_at" : "since_at")));
                },
                parameters.toArray());
    }

    /** How many cases of the authority of the scope could be counted in part only. */
    int inPart(Scope scope) {
        Integer cases = jdbc.queryForObject("SELECT COUNT(*)" + IN_PART + whose(scope), Integer.class, of(scope));
        return cases == null ? 0 : cases;
    }

    /** The first of them. */
    List<String> inPart(Scope scope, int limit) {
        String sql = "SELECT reference" + IN_PART + whose(scope) + " ORDER BY reference LIMIT " + limit;
        return jdbc.queryForList(sql, String.class, of(scope));
    }

    private static String whose(Scope scope) {
        return scope.authority() == null ? "" : " AND authority = ?";
    }

    private static Object[] of(Scope scope) {
        return scope.authority() == null ? new Object[0] : new Object[] {scope.authority()};
    }

    private static CountedDeadline deadline(ResultSet row) throws SQLException {
        return new CountedDeadline(
                row.getString("reference"),
                row.getString("authority"),
                row.getLong("seq"),
                row.getString("provision"),
                row.getString("process"),
                row.getInt("version"),
                row.getString("element"),
                row.getString("team"),
                instant(row, "start_at"),
                instant(row, "due_at"),
                maybe(row, "extended_to"),
                maybe(row, "done_at"),
                maybe(row, "withdrawn_at"));
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }

    private static @Nullable Instant maybe(ResultSet row, String column) throws SQLException {
        OffsetDateTime at = row.getObject(column, OffsetDateTime.class);
        return at == null ? null : at.toInstant();
    }
}
