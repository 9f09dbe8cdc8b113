package cymru.diogelu.cases;

import cymru.diogelu.cases.SafeguardingCase.Status;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The rows of cases and of the links between them. */
final class CaseTable {

    private static final String NEW_CASE =
            """
            INSERT INTO safeguarding_case
            (reference, authority, home_authority, reporter_group, opened_at, clocks, facts)
            VALUES (?, ?, ?, ?, ?, '{}', ?)
            """;
    private static final String CASES =
            """
            SELECT reference, authority, home_authority, reporter_group, opened_at, closed_at, outcome,
            (SELECT string_agg(linked, ' ' ORDER BY linked) FROM safeguarding_case_link l
            WHERE l.reference = c.reference) AS linked
            FROM safeguarding_case c WHERE reference
            """;
    private static final String CASE = CASES + " = ?";
    private static final String PAGE = CASES + " > ? ORDER BY reference LIMIT ?";
    private static final String NEW_LINK =
            """
            INSERT INTO safeguarding_case_link (reference, linked) SELECT a.reference, b.reference
            FROM safeguarding_case a, safeguarding_case b WHERE a.reference = ? AND b.reference = ? AND NOT EXISTS
            (SELECT 1 FROM safeguarding_case_link l WHERE l.reference = a.reference AND l.linked = b.reference)
            """;

    private final JdbcClient jdbc;

    CaseTable(JdbcTemplate template) {
        this.jdbc = JdbcClient.create(template);
    }

    long nextNumber() {
        return jdbc.sql("SELECT nextval('safeguarding_case_number')")
                .query(Long.class)
                .single();
    }

    void insert(CaseReference reference, NewCase opened, String facts, Instant at) {
        jdbc.sql(NEW_CASE)
                .param(1, reference.value())
                .param(2, opened.authority())
                .param(3, opened.homeAuthority(), Types.VARCHAR)
                .param(4, opened.reporterGroup())
                .param(5, utc(at))
                .param(6, facts)
                .update();
    }

    void name(CaseReference reference, Set<String> words) {
        words.forEach(word -> jdbc.sql("INSERT INTO safeguarding_case_word (word, reference) VALUES (?, ?)")
                .params(word, reference.value())
                .update());
    }

    List<CaseReference> named(Set<String> words, Set<String> groups, int limit) {
        StringBuilder sql =
                new StringBuilder("SELECT g.reference FROM safeguarding_case_group g WHERE g.involved IN (:groups)");
        Map<String, Object> parameters = new HashMap<>(Map.of("groups", groups, "limit", limit));
        int number = 0;
        for (String word : words) {
            sql.append(" AND g.reference IN (SELECT reference FROM safeguarding_case_word WHERE word LIKE :word")
                    .append(number)
                    .append(')');
            parameters.put("word" + number++, word + "%");
        }
        return jdbc.sql(sql.append(" GROUP BY g.reference ORDER BY g.reference DESC LIMIT :limit")
                        .toString())
                .params(parameters)
                .query((row, n) -> new CaseReference(row.getString("reference")))
                .list();
    }

    Map<CaseReference, List<CaseReference>> linked(Collection<CaseReference> references) {
        Map<CaseReference, List<CaseReference>> linked = new HashMap<>();
        jdbc.sql("SELECT reference, linked FROM safeguarding_case_link WHERE reference IN (:references)"
                        + " AND linked IN (:references) ORDER BY reference, linked")
                .param(
                        "references",
                        references.stream().map(CaseReference::value).toList())
                .query(row -> {
                    linked.computeIfAbsent(new CaseReference(row.getString("reference")), found -> new ArrayList<>())
                            .add(new CaseReference(row.getString("linked")));
                });
        return linked;
    }

    Optional<SafeguardingCase> find(CaseReference reference) {
        return jdbc.sql(CASE)
                .param(reference.value())
                .query((row, n) -> read(row))
                .optional();
    }

    /** At most {@code limit} cases behind a reference, in the order of references. */
    List<SafeguardingCase> after(String reference, int limit) {
        return jdbc.sql(PAGE)
                .params(reference, limit)
                .query((row, n) -> read(row))
                .list();
    }

    /** To be called while the running transaction holds the case. */
    void close(CaseReference reference, String outcome, Instant at) {
        int closed = jdbc.sql("UPDATE safeguarding_case SET closed_at = ?, outcome = ?"
                        + " WHERE reference = ? AND closed_at IS NULL")
                .params(utc(at), outcome, reference.value())
                .update();
        if (closed == 0) {
            throw new IllegalStateException("case %s is closed already".formatted(reference));
        }
    }

    /** To be called while the running transaction holds both cases. */
    void link(CaseReference one, CaseReference other) {
        jdbc.sql(NEW_LINK).params(one.value(), other.value()).update();
        jdbc.sql(NEW_LINK).params(other.value(), one.value()).update();
    }

    private static SafeguardingCase read(ResultSet row) throws SQLException {
        OffsetDateTime closed = row.getObject("closed_at", OffsetDateTime.class);
        return new SafeguardingCase(
                new CaseReference(row.getString("reference")),
                row.getString("authority"),
                row.getString("home_authority"),
                row.getString("reporter_group"),
                closed == null ? Status.OPEN : Status.CLOSED,
                row.getString("outcome"),
                row.getObject("opened_at", OffsetDateTime.class).toInstant(),
                closed == null ? null : closed.toInstant(),
                linked(row.getString("linked")));
    }

    private static List<CaseReference> linked(@Nullable String references) {
        return references == null
                ? List.of()
                : Stream.of(references.split(" ")).map(CaseReference::new).toList();
    }

    private static OffsetDateTime utc(Instant at) {
        return OffsetDateTime.ofInstant(at, ZoneOffset.UTC);
    }
}
