package cymru.diogelu.designer;

import cymru.diogelu.designer.BookRun.State;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The runs of scenario books that were ever asked for. */
@Component
class BookRunTable {

    private static final String SELECT = "SELECT number, proposal, deployment, only_story, asked_at, asked_by, state,"
            + " told, stories, broken, dropped, ended_at, fault, reason, reason_by FROM scenario_run ";

    private final JdbcClient jdbc;

    BookRunTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @return its number */
    long add(BookRun run) {
        jdbc.sql("INSERT INTO scenario_run (proposal, deployment, only_story, asked_at, asked_by, state, told, stories,"
                        + " broken, dropped) VALUES (?, ?, ?, ?, ?, ?, 0, ?, 0, ?)")
                .param(run.proposal())
                .param(run.deployment())
                .param(run.only())
                .param(at(run.askedAt()))
                .param(run.askedBy())
                .param(run.state().name())
                .param(run.stories())
                .param(run.dropped())
                .update();
        return jdbc.sql("SELECT MAX(number) FROM scenario_run WHERE asked_by = ?")
                .param(run.askedBy())
                .query(Long.class)
                .single();
    }

    Optional<BookRun> find(long number) {
        return jdbc.sql(SELECT + "WHERE number = ?")
                .param(number)
                .query(BookRunTable::run)
                .optional();
    }

    Optional<BookRun> newestOfProposal(long proposal) {
        return jdbc.sql(SELECT + "WHERE number = (SELECT MAX(number) FROM scenario_run WHERE proposal = ?)")
                .param(proposal)
                .query(BookRunTable::run)
                .optional();
    }

    /** The runs on a set in force, the newest first. */
    List<BookRun> ofDeployment(String deployment, int limit) {
        return jdbc.sql(SELECT + "WHERE proposal IS NULL AND deployment = ? ORDER BY number DESC LIMIT " + limit)
                .param(deployment)
                .query(BookRunTable::run)
                .list();
    }

    List<BookRun> running() {
        return jdbc.sql(SELECT + "WHERE state = 'RUNNING' ORDER BY number")
                .query(BookRunTable::run)
                .list();
    }

    void told(long number, int stories) {
        jdbc.sql("UPDATE scenario_run SET told = ? WHERE number = ?")
                .params(stories, number)
                .update();
    }

    void done(long number, Instant at, ScenarioReport report) {
        jdbc.sql("UPDATE scenario_run SET state = 'DONE', ended_at = ?, told = ?, stories = ?, broken = ?, report = ?"
                        + " WHERE number = ?")
                .params(
                        at(at),
                        report.stories().size(),
                        report.stories().size(),
                        report.broken().size(),
                        PackedJson.of(report),
                        number)
                .update();
    }

    void failed(long number, Instant at, String fault) {
        jdbc.sql("UPDATE scenario_run SET state = 'FAILED', ended_at = ?, fault = ? WHERE number = ?")
                .params(at(at), fault, number)
                .update();
    }

    void explain(long number, String reason, String by) {
        jdbc.sql("UPDATE scenario_run SET reason = ?, reason_by = ? WHERE number = ?")
                .params(reason, by, number)
                .update();
    }

    Optional<ScenarioReport> report(long number) {
        return jdbc.sql("SELECT report FROM scenario_run WHERE number = ? AND report IS NOT NULL")
                .param(number)
                .query((row, n) -> row.getBytes(1))
                .optional()
                .map(packed -> PackedJson.read(packed, ScenarioReport.class));
    }

    private static OffsetDateTime at(Instant instant) {
        return OffsetDateTime.ofInstant(instant, ZoneOffset.UTC);
    }

    private static BookRun run(ResultSet row, int n) throws SQLException {
        OffsetDateTime ended = row.getObject("ended_at", OffsetDateTime.class);
        long proposal = row.getLong("proposal");
        boolean ofProposal = !row.wasNull();
        return new BookRun(
                row.getLong("number"),
                ofProposal ? proposal : null,
                row.getString("deployment"),
                row.getString("only_story"),
                row.getObject("asked_at", OffsetDateTime.class).toInstant(),
                row.getString("asked_by"),
                State.valueOf(row.getString("state")),
                row.getInt("told"),
                row.getInt("stories"),
                row.getInt("broken"),
                row.getInt("dropped"),
                ended == null ? null : ended.toInstant(),
                row.getString("fault"),
                row.getString("reason"),
                row.getString("reason_by"));
    }

    /** What nobody looks at any more: all but the newest runs on sets in force. */
    void forgetAllBut(int newest) {
        jdbc.sql("DELETE FROM scenario_run WHERE proposal IS NULL AND state <> 'RUNNING' AND number < COALESCE("
                        + "(SELECT MIN(kept.number) FROM (SELECT number FROM scenario_run WHERE proposal IS NULL"
                        + " ORDER BY number DESC LIMIT " + newest + ") kept), 0)")
                .update();
    }
}
