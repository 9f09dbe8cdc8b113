package cymru.diogelu.procedures;

import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import org.camunda.bpm.engine.task.NativeTaskQuery;
import org.jspecify.annotations.Nullable;

/**
 * Which of the open tasks of some groups somebody wants to see.
 *
 * @param assignee only those that this person has taken; null for everybody's
 * @param process only those of this procedure; null for all
 */
public record TaskFilter(Show show, @Nullable String assignee, @Nullable String process) {

    /** Every task of the groups. */
    public static final TaskFilter ALL = new TaskFilter(Show.ALL, null, null);

    private static final Duration SOON = Duration.ofHours(24);

    /** Tasks by how they stand. */
    public enum Show {
        ALL,
        /** The limit has passed. */
        OVERDUE,
        /** The limit passes within 24 hours, or has passed. */
        SOON,
        /** Nobody has taken it. */
        FREE
    }

    void addTo(StringBuilder sql, NativeTaskQuery query, Instant now) {
        switch (show) {
            case OVERDUE -> dueUntil(now, sql, query);
            case SOON -> dueUntil(now.plus(SOON), sql, query);
            case FREE -> sql.append(" AND ASSIGNEE_ IS NULL");
            case ALL -> {
                // Nothing is left out.
            }
        }
        if (assignee != null) {
            sql.append(" AND ASSIGNEE_ = #{assignee}");
            query.parameter("assignee", assignee);
        }
        if (process != null) {
            sql.append(" AND PROC_DEF_ID_ LIKE #{process}");
            query.parameter("process", process.replaceAll("[^A-Za-z0-9-]", "") + ":%");
        }
    }

    private static void dueUntil(Instant last, StringBuilder sql, NativeTaskQuery query) {
        sql.append(" AND DUE_DATE_ <= #{last}");
        query.parameter("last", Date.from(last));
    }
}
