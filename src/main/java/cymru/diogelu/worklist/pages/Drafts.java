package cymru.diogelu.worklist.pages;

import cymru.diogelu.access.Viewer;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/**
 * What a person has typed and not yet handed in, for each task. A draft is kept as it is, whole or not, and is never
 * judged or recorded.
 */
@Component
class Drafts {

    private static final Logger LOG = LoggerFactory.getLogger(Drafts.class);

    /** Who saved something within this time is taken to be writing still. */
    private static final Duration WRITING = Duration.ofMinutes(15);

    private static final TypeReference<TreeMap<String, Object>> ANSWERS = new TypeReference<>() {};

    private final JdbcClient jdbc;
    private final DraftKey key;
    private final Clock clock;
    private final TransactionTemplate transaction;
    private final JsonMapper json = new JsonMapper();
    private final Set<String> unreadable = ConcurrentHashMap.newKeySet();

    Drafts(JdbcClient jdbc, DraftKey key, Clock clock, PlatformTransactionManager transactions) {
        this.jdbc = jdbc;
        this.key = key;
        this.clock = clock;
        this.transaction = new TransactionTemplate(transactions);
    }

    /**
     * One person's draft.
     *
     * @param caseReference the case of its task; absent where there is no case yet
     */
    record Draft(String person, Instant savedAt, @Nullable String caseReference, Map<String, Object> answers) {}

    /** What this person has typed; empty when there is nothing. */
    Map<String, Object> find(Viewer viewer, String task) {
        return draft(viewer.user(), task).map(Draft::answers).orElseGet(TreeMap::new);
    }

    Optional<Draft> draft(String person, String task) {
        return jdbc.sql("SELECT * FROM task_draft WHERE task = ? AND person = ?")
                .params(task, person)
                .query(this::read)
                .optional()
                .flatMap(Function.identity());
    }

    /** What others have typed for the same task, the latest first; whether this person may see it is asked elsewhere. */
    List<Draft> others(Viewer viewer, String task) {
        return jdbc
                .sql("SELECT * FROM task_draft WHERE task = ? AND person <> ? ORDER BY saved_at DESC")
                .params(task, viewer.user())
                .query(this::read)
                .list()
                .stream()
                .flatMap(Optional::stream)
                .toList();
    }

    /** Whether somebody is likely to be writing on it at this moment. */
    boolean fresh(Draft draft) {
        return draft.savedAt().isAfter(clock.instant().minus(WRITING));
    }

    void save(Viewer viewer, String task, Map<String, Object> answers) {
        save(viewer, task, null, answers);
    }

    /** The page keeps and sends at the same moment: whoever comes second writes over the first. */
    void save(Viewer viewer, String task, @Nullable String caseReference, Map<String, Object> answers) {
        try {
            transaction.executeWithoutResult(status -> write(viewer, task, caseReference, answers));
        } catch (DuplicateKeyException keptMeanwhile) {
            transaction.executeWithoutResult(status -> write(viewer, task, caseReference, answers));
        }
    }

    private void write(Viewer viewer, String task, @Nullable String caseReference, Map<String, Object> answers) {
        byte[] encrypted = key.encrypt(json.writeValueAsBytes(answers));
        Timestamp now = Timestamp.from(clock.instant());
        int changed = jdbc.sql("UPDATE task_draft SET answers = ?, saved_at = ? WHERE task = ? AND person = ?")
                .params(encrypted, now, task, viewer.user())
                .update();
        if (changed == 0) {
            jdbc.sql("INSERT INTO task_draft (task, person, case_reference, saved_at, answers) VALUES (?, ?, ?, ?, ?)")
                    .param(1, task)
                    .param(2, viewer.user())
                    .param(3, caseReference, Types.VARCHAR)
                    .param(4, now)
                    .param(5, encrypted)
                    .update();
        }
    }

    /** What somebody has handed in, or does not need any more. */
    @Transactional
    public void forget(Viewer viewer, String task) {
        jdbc.sql("DELETE FROM task_draft WHERE task = ? AND person = ?")
                .params(task, viewer.user())
                .update();
    }

    /** Words whose key was lost count as none: pages that ask for them go on, and new words may be kept in their place. */
    private Optional<Draft> read(ResultSet row, int number) throws SQLException {
        try {
            return Optional.of(new Draft(
                    row.getString("person"),
                    row.getTimestamp("saved_at").toInstant(),
                    row.getString("case_reference"),
                    json.readValue(key.decrypt(row.getBytes("answers")), ANSWERS)));
        } catch (IllegalStateException otherKey) {
            String task = row.getString("task");
            if (unreadable.add(task)) {
                LOG.warn("a draft of the task {} cannot be read with the key of this service", task);
            }
            return Optional.empty();
        }
    }
}
