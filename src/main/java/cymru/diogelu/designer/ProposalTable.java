package cymru.diogelu.designer;

import cymru.diogelu.designer.Proposal.State;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The proposals that were ever made. */
@Component
class ProposalTable {

    private static final String COLUMNS =
            "number, made_at, made_by, purpose, reason, base, digest, state, decided_at, decided_by, note, deployment";

    private final JdbcClient jdbc;

    ProposalTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @return its number */
    long add(Proposal proposal, byte[] files) {
        jdbc.sql("INSERT INTO model_proposal (made_at, made_by, purpose, reason, base, digest, files, state)"
                        + " VALUES (?, ?, ?, ?, ?, ?, ?, ?)")
                .params(
                        at(proposal.madeAt()),
                        proposal.madeBy(),
                        proposal.purpose(),
                        proposal.reason(),
                        proposal.base(),
                        proposal.digest(),
                        files,
                        proposal.state().name())
                .update();
        return jdbc.sql("SELECT MAX(number) FROM model_proposal WHERE made_by = ? AND digest = ?")
                .params(proposal.madeBy(), proposal.digest())
                .query(Long.class)
                .single();
    }

    Optional<Proposal> find(long number) {
        return one("SELECT " + COLUMNS + " FROM model_proposal WHERE number = ?", number);
    }

    /** The proposal by which a set was deployed; empty for one that came into force otherwise. */
    Optional<Proposal> deployed(String deployment) {
        return jdbc.sql("SELECT " + COLUMNS + " FROM model_proposal WHERE number ="
                        + " (SELECT MAX(number) FROM model_proposal WHERE deployment = ?)")
                .param(deployment)
                .query(ProposalTable::proposal)
                .optional();
    }

    /** Whoever decides on it next waits until the running transaction ends. */
    Optional<Proposal> lock(long number) {
        return one("SELECT " + COLUMNS + " FROM model_proposal WHERE number = ? FOR UPDATE", number);
    }

    private Optional<Proposal> one(String sql, long number) {
        return jdbc.sql(sql).param(number).query(ProposalTable::proposal).optional();
    }

    /** The newest first. */
    List<Proposal> newest(int limit) {
        return jdbc.sql("SELECT " + COLUMNS + " FROM model_proposal ORDER BY number DESC LIMIT " + limit)
                .query(ProposalTable::proposal)
                .list();
    }

    Optional<byte[]> files(long number) {
        return jdbc.sql("SELECT files FROM model_proposal WHERE number = ?")
                .param(number)
                .query((row, n) -> row.getBytes(1))
                .optional();
    }

    void propose(long number, String base, Instant at, String purpose, String reason) {
        jdbc.sql(
                        "UPDATE model_proposal SET state = 'OPEN', base = ?, made_at = ?, purpose = ?, reason = ? WHERE number = ?")
                .params(base, at(at), purpose, reason, number)
                .update();
    }

    void decide(long number, State state, Instant at, String by, String note, @Nullable String deployment) {
        jdbc.sql("UPDATE model_proposal SET state = ?, decided_at = ?, decided_by = ?, note = ? WHERE number = ?")
                .params(state.name(), at(at), by, note, number)
                .update();
        if (deployment != null) {
            jdbc.sql("UPDATE model_proposal SET deployment = ? WHERE number = ?")
                    .params(deployment, number)
                    .update();
        }
    }

    private static OffsetDateTime at(Instant instant) {
        return OffsetDateTime.ofInstant(instant, ZoneOffset.UTC);
    }

    private static Proposal proposal(ResultSet row, int n) throws SQLException {
        OffsetDateTime decided = row.getObject("decided_at", OffsetDateTime.class);
        return new Proposal(
                row.getLong("number"),
                row.getObject("made_at", OffsetDateTime.class).toInstant(),
                row.getString("made_by"),
                row.getString("purpose"),
                row.getString("reason"),
                row.getString("base"),
                row.getString("digest"),
                State.valueOf(row.getString("state")),
                decided == null ? null : decided.toInstant(),
                row.getString("decided_by"),
                row.getString("note"),
                row.getString("deployment"));
    }
}
