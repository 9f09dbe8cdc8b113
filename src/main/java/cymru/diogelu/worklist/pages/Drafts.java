package cymru.diogelu.worklist.pages;

import cymru.diogelu.access.Viewer;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/**
 * What a person has typed and not yet handed in, for each task. A draft is kept as it is, whole or not, and is never
 * judged, recorded or shown to anybody else.
 */
@Component
class Drafts {

    private static final TypeReference<TreeMap<String, Object>> ANSWERS = new TypeReference<>() {};

    private final JdbcClient jdbc;
    private final DraftKey key;
    private final Clock clock;
    private final JsonMapper json = new JsonMapper();

    Drafts(JdbcClient jdbc, DraftKey key, Clock clock) {
        this.jdbc = jdbc;
        this.key = key;
        this.clock = clock;
    }

    /** Empty when there is none. */
    Map<String, Object> find(Viewer viewer, String task) {
        return jdbc.sql("SELECT answers FROM task_draft WHERE task = ? AND person = ?")
                .params(task, viewer.user())
                .query((row, n) -> json.readValue(key.decrypt(row.getBytes("answers")), ANSWERS))
                .optional()
                .orElseGet(TreeMap::new);
    }

    @Transactional
    public void save(Viewer viewer, String task, Map<String, Object> answers) {
        byte[] encrypted = key.encrypt(json.writeValueAsBytes(answers));
        Timestamp now = Timestamp.from(clock.instant());
        int changed = jdbc.sql("UPDATE task_draft SET answers = ?, saved_at = ? WHERE task = ? AND person = ?")
                .params(encrypted, now, task, viewer.user())
                .update();
        if (changed == 0) {
            jdbc.sql("INSERT INTO task_draft (task, person, saved_at, answers) VALUES (?, ?, ?, ?)")
                    .params(task, viewer.user(), now, encrypted)
                    .update();
        }
    }

    /** When a task has been answered nobody's draft of it is of use any more. */
    @Transactional
    public void forget(String task) {
        jdbc.sql("DELETE FROM task_draft WHERE task = ?").param(task).update();
    }
}
