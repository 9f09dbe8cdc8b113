package cymru.diogelu.cases;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** What changes in a case while work goes on: facts and clocks, as JSON in the case's row, and the groups involved. */
final class DraftTable {

    private static final TypeReference<TreeMap<String, Object>> FACTS = new TypeReference<>() {};
    private static final TypeReference<TreeMap<String, @Nullable Object>> NEWS = new TypeReference<>() {};
    private static final TypeReference<TreeMap<String, Instant>> CLOCKS = new TypeReference<>() {};

    private static final String NEW_GROUP =
            """
            INSERT INTO safeguarding_case_group (reference, involved) SELECT c.reference, ?
            FROM safeguarding_case c WHERE c.reference = ? AND NOT EXISTS
            (SELECT 1 FROM safeguarding_case_group g WHERE g.reference = c.reference AND g.involved = ?)
            """;
    private final JdbcTemplate template;
    private final JdbcClient jdbc;
    private final JsonMapper json = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();

    DraftTable(JdbcTemplate template) {
        this.template = template;
        this.jdbc = JdbcClient.create(template);
    }

    /** Holds the case's row until the transaction ends. */
    CaseDraft lock(CaseReference reference) {
        return jdbc.sql("SELECT facts, clocks FROM safeguarding_case WHERE reference = ? FOR UPDATE")
                .param(reference.value())
                .query((row, n) -> CaseDraft.of(
                        json.readValue(row.getString("facts"), FACTS), json.readValue(row.getString("clocks"), CLOCKS)))
                .optional()
                .orElseThrow(() -> new UnknownCase(reference));
    }

    /**
     * Facts and clocks go in statements of their own: PostgreSQL logs an update from its first to its last changed
     * byte, and one statement would log everything that lies between the two documents.
     */
    void write(Map<CaseReference, CaseDraft> drafts) {
        List<Object[]> facts = new ArrayList<>();
        List<Object[]> clocks = new ArrayList<>();
        List<Object[]> groups = new ArrayList<>();
        drafts.forEach((reference, draft) -> {
            if (draft.newFacts()) {
                facts.add(new Object[] {asText(draft.facts()), reference.value()});
            }
            if (draft.newClocks()) {
                clocks.add(new Object[] {asText(draft.clocks()), reference.value()});
            }
            draft.newGroups().forEach(group -> groups.add(new Object[] {group, reference.value(), group}));
        });
        batch("UPDATE safeguarding_case SET facts = ? WHERE reference = ?", facts);
        batch("UPDATE safeguarding_case SET clocks = ? WHERE reference = ?", clocks);
        batch(NEW_GROUP, groups);
    }

    Map<String, Object> facts(CaseReference reference) {
        return column("facts", reference)
                .map(facts -> json.readValue(facts, FACTS))
                .orElseGet(TreeMap::new);
    }

    Map<CaseReference, Map<String, Object>> facts(Collection<CaseReference> references) {
        Map<CaseReference, Map<String, Object>> facts = new HashMap<>();
        jdbc.sql("SELECT reference, facts FROM safeguarding_case WHERE reference IN (:references)")
                .param(
                        "references",
                        references.stream().map(CaseReference::value).toList())
                .query(row -> {
                    facts.put(
                            new CaseReference(row.getString("reference")),
                            json.readValue(row.getString("facts"), FACTS));
                });
        return facts;
    }

    Map<String, Instant> clocks(CaseReference reference) {
        return column("clocks", reference)
                .map(clocks -> json.readValue(clocks, CLOCKS))
                .orElseGet(TreeMap::new);
    }

    /** The same facts as they will be read back. */
    Map<String, @Nullable Object> asJson(Map<String, ?> facts) {
        return json.readValue(json.writeValueAsString(facts), NEWS);
    }

    String asText(Map<String, ?> document) {
        return json.writeValueAsString(document);
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

    private void batch(String sql, List<Object[]> rows) {
        if (!rows.isEmpty()) {
            template.batchUpdate(sql, rows);
        }
    }

    private Optional<String> column(String column, CaseReference reference) {
        return jdbc.sql("SELECT %s FROM safeguarding_case WHERE reference = ?".formatted(column))
                .param(reference.value())
                .query(String.class)
                .optional();
    }
}
