package cymru.diogelu.trace.statistics;

import cymru.diogelu.trace.statistics.CountedCase.Standing;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** The rows of what was counted. */
@Component
class CountedTables {

    private static final List<String> PARTS =
            List.of("counted_step", "counted_milestone", "counted_deadline", "counted_rule");

    private final JdbcTemplate jdbc;

    CountedTables(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** How far a case was counted, and by which rules. */
    record Progress(String reference, long throughSeq, int rules, Standing standing) {

        boolean behind(long seq) {
            return throughSeq < seq || rules < CaseCount.RULES;
        }
    }

    /** Of the cases from one reference to another, both included. */
    Map<String, Progress> progress(String from, String to) {
        Map<String, Progress> progress = new HashMap<>();
        jdbc.query(
                "SELECT reference, through_seq, rules_version, standing FROM counted_case"
                        + " WHERE reference >= ? AND reference <= ?",
                row -> {
                    progress.put(row.getString("reference"), progress(row));
                },
                from,
                to);
        return progress;
    }

    /** Makes everybody else who counts this case wait until the running transaction ends. */
    Optional<Progress> hold(String reference) {
        return jdbc
                .query(
                        "SELECT reference, through_seq, rules_version, standing FROM counted_case"
                                + " WHERE reference = ? FOR UPDATE",
                        (row, n) -> progress(row),
                        reference)
                .stream()
                .findFirst();
    }

    /** @throws org.springframework.dao.DuplicateKeyException when somebody else counted the case first */
    void insert(CountedCase counted) {
        jdbc.update(
                "INSERT INTO counted_case (authority, opened_at, closed_at, through_seq, rules_version, standing,"
                        + " reference) VALUES (?, ?, ?, ?, ?, ?, ?)",
                row -> bind(row, counted));
        replaceParts(counted);
    }

    /** To be called while the running transaction holds the case. */
    void replace(CountedCase counted) {
        jdbc.update(
                "UPDATE counted_case SET authority = ?, opened_at = ?, closed_at = ?, through_seq = ?,"
                        + " rules_version = ?, standing = ? WHERE reference = ?",
                row -> bind(row, counted));
        replaceParts(counted);
    }

    /** Leaves what was counted as it is; to be called while the running transaction holds the case. */
    void keep(String reference, long throughSeq) {
        jdbc.update(
                "UPDATE counted_case SET through_seq = ?, rules_version = ?, standing = ? WHERE reference = ?",
                throughSeq,
                CaseCount.RULES,
                Standing.KEPT.name(),
                reference);
    }

    private void replaceParts(CountedCase counted) {
        String reference = counted.reference();
        PARTS.forEach(table -> jdbc.update("DELETE FROM " + table + " WHERE reference = ?", reference));
        jdbc.batchUpdate(
                "INSERT INTO counted_deadline (reference, seq, provision, process, version, element, team, start_at,"
                        + " due_at, extended_to, done_at, withdrawn_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                counted.deadlines(),
                100,
                CountedTables::bind);
        jdbc.batchUpdate(
                "INSERT INTO counted_milestone (reference, seq, milestone, reached_at) VALUES (?, ?, ?, ?)",
                counted.milestones(),
                100,
                (row, reached) -> {
                    row.setString(1, reference);
                    row.setLong(2, reached.seq());
                    row.setString(3, reached.milestone().name());
                    time(row, 4, reached.at());
                });
        jdbc.batchUpdate(
                "INSERT INTO counted_step (reference, process, version, element, flow, times, ended, seconds)"
                        + " VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
                counted.steps(),
                100,
                (row, step) -> bind(row, reference, step));
        jdbc.batchUpdate(
                "INSERT INTO counted_rule (reference, rule, verdict, seq, since_at, due_at) VALUES (?, ?, ?, ?, ?, ?)",
                counted.rules(),
                100,
                (row, ruled) -> bind(row, reference, ruled));
    }

    private static void bind(PreparedStatement row, CountedCase counted) throws SQLException {
        row.setString(1, counted.authority());
        time(row, 2, counted.openedAt());
        time(row, 3, counted.closedAt());
        row.setLong(4, counted.throughSeq());
        row.setInt(5, CaseCount.RULES);
        row.setString(6, counted.standing().name());
        row.setString(7, counted.reference());
    }

    private static void bind(PreparedStatement row, CountedDeadline deadline) throws SQLException {
        row.setString(1, deadline.reference());
        row.setLong(2, deadline.seq());
        row.setString(3, deadline.provision());
        row.setString(4, deadline.process());
        row.setInt(5, deadline.version());
        row.setString(6, deadline.element());
        row.setString(7, deadline.team());
        time(row, 8, deadline.start());
        time(row, 9, deadline.due());
        time(row, 10, deadline.extendedTo());
        time(row, 11, deadline.done());
        time(row, 12, deadline.withdrawn());
    }

    private static void bind(PreparedStatement row, String reference, CountedCase.Walked step) throws SQLException {
        row.setString(1, reference);
        row.setString(2, step.process());
        row.setInt(3, step.version());
        row.setString(4, step.element());
        row.setBoolean(5, step.flow());
        row.setInt(6, step.times());
        row.setInt(7, step.ended());
        row.setLong(8, step.seconds());
    }

    private static void bind(PreparedStatement row, String reference, CountedCase.Ruled ruled) throws SQLException {
        row.setString(1, reference);
        row.setString(2, ruled.rule());
        row.setString(3, ruled.verdict().name());
        row.setObject(4, ruled.seq(), Types.BIGINT);
        time(row, 5, ruled.since());
        time(row, 6, ruled.due());
    }

    private static void time(PreparedStatement row, int place, @Nullable Instant at) throws SQLException {
        row.setObject(
                place, at == null ? null : OffsetDateTime.ofInstant(at, ZoneOffset.UTC), Types.TIMESTAMP_WITH_TIMEZONE);
    }

    private static Progress progress(ResultSet row) throws SQLException {
        return new Progress(
                row.getString("reference"),
                row.getLong("through_seq"),
                row.getInt("rules_version"),
                Standing.valueOf(row.getString("standing")));
    }
}
