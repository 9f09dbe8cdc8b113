package cymru.diogelu.procedures;

import cymru.diogelu.access.Viewer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * Remembers accepted requests in the transaction that accepts them. The same request from the same person gets its
 * first answer again; anything else under the same name is a conflict.
 */
@Component
class AcceptedRequests {

    /** One accepted request. */
    record Accepted(String requester, String offeredTo, String fingerprint, String receipt) {

        boolean sameAs(Viewer viewer, String otherFingerprint) {
            return requester.equals(viewer.user()) && fingerprint.equals(otherFingerprint);
        }
    }

    private final JdbcClient jdbc;
    private final JsonMapper json = JsonMapper.builder()
            .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
            .build();

    AcceptedRequests(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Optional<Accepted> find(String id) {
        return jdbc.sql("SELECT requester, offered_to, fingerprint, receipt FROM accepted_request WHERE id = ?")
                .param(id)
                .query(AcceptedRequests::accepted)
                .optional();
    }

    void remember(String id, Viewer viewer, String offeredTo, String fingerprint, Object receipt) {
        jdbc.sql(
                        "INSERT INTO accepted_request (id, requester, offered_to, fingerprint, receipt) VALUES (?, ?, ?, ?, ?)")
                .params(id, viewer.user(), offeredTo, fingerprint, json.writeValueAsString(receipt))
                .update();
    }

    <T> T receipt(Accepted accepted, Class<T> type) {
        return json.readValue(accepted.receipt(), type);
    }

    /** Column by column: found by the names of the record's parts, H2 writes a fault to its trace file for each unknown one. */
    private static Accepted accepted(ResultSet row, int number) throws SQLException {
        return new Accepted(
                row.getString("requester"),
                row.getString("offered_to"),
                row.getString("fingerprint"),
                row.getString("receipt"));
    }

    /** Tells same answers from others without keeping them a second time. */
    String fingerprint(Map<String, ?> answers) {
        try {
            byte[] text = json.writeValueAsString(answers).getBytes(StandardCharsets.UTF_8);
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(text));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
