package cymru.diogelu.designer;

import cymru.diogelu.designer.ProofRun.State;
import cymru.diogelu.modelcheck.ModelProofs;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What the proofs have found on each set that was sent to the desk; one attempt a set, the newest. */
@Component
class ProofRunTable {

    private static final String SELECT =
            "SELECT p.proposal, m.digest, p.asked_at, p.state, p.proved, p.broken, p.open_rules,"
                    + " p.ended_at, p.fault, p.reason, p.reason_by FROM model_proof p"
                    + " JOIN model_proposal m ON m.number = p.proposal ";

    private final JdbcClient jdbc;

    ProofRunTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Asks for an attempt; what an earlier one found is forgotten. */
    void ask(long proposal, Instant at) {
        jdbc.sql("DELETE FROM model_proof WHERE proposal = ?").param(proposal).update();
        jdbc.sql(
                        "INSERT INTO model_proof (proposal, asked_at, state, proved, broken, open_rules) VALUES (?, ?, ?, 0, 0, 0)")
                .params(proposal, at(at), State.RUNNING.name())
                .update();
    }

    Optional<ProofRun> find(long proposal) {
        return jdbc.sql(SELECT + "WHERE p.proposal = ?")
                .param(proposal)
                .query(ProofRunTable::run)
                .optional();
    }

    /** Those that wait, the proposed ones first, for somebody waits for them. */
    List<ProofRun> running() {
        return jdbc.sql(SELECT
                        + "WHERE p.state = 'RUNNING' ORDER BY CASE WHEN m.state = 'OPEN' THEN 0 ELSE 1 END, p.proposal")
                .query(ProofRunTable::run)
                .list();
    }

    void done(long proposal, Instant at, ModelProofs.Result result) {
        jdbc.sql(
                        "UPDATE model_proof SET state = 'DONE', ended_at = ?, proved = ?, broken = ?, open_rules = ?, report = ?"
                                + " WHERE proposal = ?")
                .params(
                        at(at),
                        result.proved().size(),
                        result.found().size(),
                        result.notProved().size() + result.notSound().size(),
                        PackedJson.of(result),
                        proposal)
                .update();
    }

    void failed(long proposal, Instant at, String fault) {
        jdbc.sql("UPDATE model_proof SET state = 'FAILED', ended_at = ?, fault = ? WHERE proposal = ?")
                .params(at(at), fault, proposal)
                .update();
    }

    void explain(long proposal, String reason, String by) {
        jdbc.sql("UPDATE model_proof SET reason = ?, reason_by = ? WHERE proposal = ?")
                .params(reason, by, proposal)
                .update();
    }

    Optional<ModelProofs.Result> result(long proposal) {
        return jdbc.sql("SELECT report FROM model_proof WHERE proposal = ? AND report IS NOT NULL")
                .param(proposal)
                .query((row, n) -> row.getBytes(1))
                .optional()
                .map(packed -> PackedJson.read(packed, ModelProofs.Result.class));
    }

    private static OffsetDateTime at(Instant instant) {
        return OffsetDateTime.ofInstant(instant, ZoneOffset.UTC);
    }

    private static ProofRun run(ResultSet row, int n) throws SQLException {
        OffsetDateTime ended = row.getObject("ended_at", OffsetDateTime.class);
        return new ProofRun(
                row.getLong("proposal"),
                row.getString("digest"),
                row.getObject("asked_at", OffsetDateTime.class).toInstant(),
                State.valueOf(row.getString("state")),
                row.getInt("proved"),
                row.getInt("broken"),
                row.getInt("open_rules"),
                ended == null ? null : ended.toInstant(),
                row.getString("fault"),
                row.getString("reason"),
                row.getString("reason_by"));
    }
}
