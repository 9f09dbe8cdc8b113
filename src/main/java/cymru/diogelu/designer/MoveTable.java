package cymru.diogelu.designer;

import cymru.diogelu.access.Viewer;
import cymru.diogelu.designer.Move.Outcome;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The moves of many cases that were ordered, how far each has come, and what became of its cases. */
@Component
class MoveTable {

    private static final String ALL = "SELECT number, ordered_at, ordered_by, ordered_role, ordered_agency, deployment,"
            + " chosen, place, version, behind, ended FROM model_move";

    private final JdbcClient jdbc;

    MoveTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @return its number */
    long add(Move move) {
        Viewer by = move.orderedBy();
        jdbc.sql("INSERT INTO model_move (ordered_at, ordered_by, ordered_role, ordered_agency, deployment, chosen,"
                        + " place, version, behind, ended) VALUES (?, ?, ?, ?, ?, ?, ?, ?, '', FALSE)")
                .params(
                        OffsetDateTime.ofInstant(move.orderedAt(), ZoneOffset.UTC),
                        by.user(),
                        by.role(),
                        by.agency(),
                        move.deployment(),
                        move.rule().name(),
                        move.place(),
                        move.version())
                .update();
        return jdbc.sql("SELECT MAX(number) FROM model_move WHERE ordered_by = ?")
                .param(by.user())
                .query(Long.class)
                .single();
    }

    Optional<Move> find(long number) {
        return jdbc.sql(ALL + " WHERE number = ?")
                .param(number)
                .query(MoveTable::move)
                .optional();
    }

    /** The newest first. */
    List<Move> newest(int limit) {
        return jdbc.sql(ALL + " ORDER BY number DESC LIMIT " + limit)
                .query(MoveTable::move)
                .list();
    }

    /** The oldest that has not ended and that nobody carries out. */
    Optional<Move> waiting() {
        return jdbc.sql(ALL + " WHERE ended = FALSE AND (held_until IS NULL OR held_until < CURRENT_TIMESTAMP)"
                        + " ORDER BY number LIMIT 1")
                .query(MoveTable::move)
                .optional();
    }

    /** Takes a move for half a minute; false where somebody else has just taken it. */
    boolean hold(long number) {
        return jdbc.sql("UPDATE model_move SET held_until = CURRENT_TIMESTAMP + INTERVAL '30' SECOND"
                                + " WHERE number = ? AND (held_until IS NULL OR held_until < CURRENT_TIMESTAMP)")
                        .param(number)
                        .update()
                == 1;
    }

    void release(long number) {
        jdbc.sql("UPDATE model_move SET held_until = NULL WHERE number = ?")
                .param(number)
                .update();
    }

    /** Everything up to this reference was looked at. */
    void comeTo(long number, String reference) {
        jdbc.sql("UPDATE model_move SET behind = ? WHERE number = ?")
                .params(reference, number)
                .update();
    }

    void end(long number) {
        jdbc.sql("UPDATE model_move SET ended = TRUE WHERE number = ?")
                .param(number)
                .update();
    }

    void put(long number, String reference, Outcome outcome) {
        int known = jdbc.sql("UPDATE model_move_case SET outcome = ? WHERE move = ? AND reference = ?")
                .params(outcome.name(), number, reference)
                .update();
        if (known == 0) {
            jdbc.sql("INSERT INTO model_move_case (move, reference, outcome) VALUES (?, ?, ?)")
                    .params(number, reference, outcome.name())
                    .update();
        }
    }

    /** What became of each case that was meant, in the order of the references. */
    Map<String, Outcome> outcomes(long number) {
        Map<String, Outcome> outcomes = new LinkedHashMap<>();
        jdbc.sql("SELECT reference, outcome FROM model_move_case WHERE move = ? ORDER BY reference")
                .param(number)
                .query(row -> {
                    outcomes.put(row.getString(1), Outcome.valueOf(row.getString(2)));
                });
        return outcomes;
    }

    private static Move move(ResultSet row, int n) throws SQLException {
        return new Move(
                row.getLong("number"),
                row.getObject("ordered_at", OffsetDateTime.class).toInstant(),
                new Viewer(
                        row.getString("ordered_by"),
                        row.getString("ordered_role"),
                        row.getString("ordered_agency"),
                        Set.of()),
                row.getString("deployment"),
                MoveRule.valueOf(row.getString("chosen")),
                row.getString("place"),
                row.getInt("version"),
                row.getString("behind"),
                row.getBoolean("ended"));
    }
}
