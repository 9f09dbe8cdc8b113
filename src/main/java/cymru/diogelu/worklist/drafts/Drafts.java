package cymru.diogelu.worklist.drafts;

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
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.function.Supplier;
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
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * What a person has typed and not yet handed in, for each task. A draft is kept as it is, whole or not, and is never
 * judged or recorded.
 */
@Component
public class Drafts {

    private static final Logger LOG = LoggerFactory.getLogger(Drafts.class);

    /** Who saved something within this time is taken to be writing still. */
    private static final Duration WRITING = Duration.ofMinutes(15);

    private static final TypeReference<TreeMap<String, Object>> ANSWERS = new TypeReference<>() {};

    private final JdbcClient jdbc;
    private final DraftKey key;
    private final Clock clock;
    private final TransactionTemplate transaction;

    /** In whatever order answers came, the same have one mark. */
    private final JsonMapper json = JsonMapper.builder()
            .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
            .build();

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
     * @param version counted up each time it is kept
     * @param page where it was kept last; absent in drafts from before pages were told apart
     */
    public record Draft(
            String person,
            Instant savedAt,
            @Nullable String caseReference,
            Map<String, Object> answers,
            int version,
            @Nullable UUID page) {}

    /** What this person has typed; empty when there is nothing. */
    public Map<String, Object> find(Viewer viewer, String task) {
        return draft(viewer.user(), task).map(Draft::answers).orElseGet(TreeMap::new);
    }

    public Optional<Draft> draft(String person, String task) {
        return jdbc.sql("SELECT * FROM task_draft WHERE task = ? AND person = ?")
                .params(task, person)
                .query(this::read)
                .optional()
                .flatMap(Function.identity());
    }

    /** What others have typed for the same task, the latest first; whether this person may see it is asked elsewhere. */
    public List<Draft> others(Viewer viewer, String task) {
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
    public boolean fresh(Draft draft) {
        return draft.savedAt().isAfter(clock.instant().minus(WRITING));
    }

    public void save(Viewer viewer, String task, Map<String, Object> answers) {
        save(viewer, task, null, answers);
    }

    public void save(Viewer viewer, String task, @Nullable String caseReference, Map<String, Object> answers) {
        save(viewer, task, caseReference, answers, TypedOn.NO_PAGE);
    }

    /**
     * Keeps what was typed, unless newer words were kept from another page. A page keeps and sends at the same moment:
     * whoever comes second writes over the first.
     *
     * @return the newer words, which stay; empty when these are kept
     */
    public Optional<Draft> save(
            Viewer viewer, String task, @Nullable String caseReference, Map<String, Object> answers, TypedOn on) {
        try {
            return saved(viewer, task, caseReference, answers, on);
        } catch (DuplicateKeyException keptMeanwhile) {
            return saved(viewer, task, caseReference, answers, on);
        }
    }

    private Optional<Draft> saved(
            Viewer viewer, String task, @Nullable String caseReference, Map<String, Object> answers, TypedOn on) {
        return transaction.execute(status -> {
            Optional<Draft> kept = held(viewer, task);
            if (kept.filter(draft -> same(draft, answers)).isPresent()) {
                return Optional.empty();
            }
            Optional<Draft> newer = kept.filter(on::missed);
            if (newer.isEmpty()) {
                write(viewer, task, caseReference, answers, on);
            }
            return newer;
        });
    }

    /** A page that is left keeps its words once more behind the one that follows: the same words are no newer ones. */
    private boolean same(Draft draft, Map<String, Object> answers) {
        return mark(draft.answers()).equals(mark(answers));
    }

    /** Reads and writes a draft while no other request of the person does. */
    public <T> T alone(Viewer viewer, String task, Supplier<T> work) {
        return transaction.execute(status -> {
            held(viewer, task);
            return work.get();
        });
    }

    /** Nobody else writes on it until the transaction ends. */
    private Optional<Draft> held(Viewer viewer, String task) {
        return jdbc.sql("SELECT * FROM task_draft WHERE task = ? AND person = ? FOR UPDATE")
                .params(task, viewer.user())
                .query(this::read)
                .optional()
                .flatMap(Function.identity());
    }

    private void write(
            Viewer viewer, String task, @Nullable String caseReference, Map<String, Object> answers, TypedOn on) {
        byte[] encrypted = key.encrypt(json.writeValueAsBytes(answers));
        Timestamp now = Timestamp.from(clock.instant());
        UUID page = Objects.requireNonNullElseGet(on.page(), UUID::randomUUID);
        int changed = jdbc.sql("UPDATE task_draft SET answers = ?, saved_at = ?, page = ?, version = version + 1"
                        + " WHERE task = ? AND person = ?")
                .params(encrypted, now, page, task, viewer.user())
                .update();
        if (changed == 0) {
            jdbc.sql("INSERT INTO task_draft (task, person, case_reference, saved_at, answers, page)"
                            + " VALUES (?, ?, ?, ?, ?, ?)")
                    .param(1, task)
                    .param(2, viewer.user())
                    .param(3, caseReference, Types.VARCHAR)
                    .param(4, now)
                    .param(5, encrypted)
                    .param(6, page)
                    .update();
        }
    }

    /** Another one for other answers, which it does not tell. */
    public String mark(Map<String, Object> answers) {
        return UUID.nameUUIDFromBytes(json.writeValueAsBytes(answers)).toString();
    }

    /** What somebody has handed in: words that they have typed since stay. */
    @Transactional
    public void forget(Viewer viewer, String task, Draft handedIn) {
        jdbc.sql("DELETE FROM task_draft WHERE task = ? AND person = ? AND version = ?")
                .params(task, viewer.user(), handedIn.version())
                .update();
    }

    /** What somebody does not need any more. */
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
                    json.readValue(key.decrypt(row.getBytes("answers")), ANSWERS),
                    row.getInt("version"),
                    row.getObject("page", UUID.class)));
        } catch (IllegalStateException otherKey) {
            String task = row.getString("task");
            if (unreadable.add(task)) {
                LOG.warn("a draft of the task {} cannot be read with the key of this service", task);
            }
            return Optional.empty();
        }
    }
}
