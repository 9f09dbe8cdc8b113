package cymru.diogelu.procedures;

import java.time.Instant;
import java.util.Date;
import org.camunda.bpm.engine.task.NativeTaskQuery;
import org.jspecify.annotations.Nullable;

/**
 * Which of the open tasks of some groups somebody wants to see.
 *
 * @param assignee only those that this person has taken; null for everybody's
 */
public record TaskFilter(Show show, @Nullable String assignee) {

    /** Every task of the groups. */
    public static final TaskFilter ALL = new TaskFilter(Show.ALL, null);

    /** Tasks by how they stand. */
    public enum Show {
        ALL,
        /** The limit has passed. */
        OVERDUE,
        /** The limit passes soon, or has passed. */
        SOON,
        /** Nobody has taken it. */
        FREE
    }

    /** The condition as SQL on the engine's table of tasks, with its values put into the query; empty for all. */
    String condition(NativeTaskQuery query, Instant now) {
        StringBuilder condition = new StringBuilder(
                switch (show) {
                    case OVERDUE -> dueUntil(now, query);
                    case SOON -> dueUntil(OpenTask.soonUntil(now), query);
                    case FREE -> " AND ASSIGNEE_ IS NULL";
                    case ALL -> "";
                });
        if (assignee != null) {
            condition.append(" AND ASSIGNEE_ = #{assignee}");
            query.parameter("assignee", assignee);
        }
        return condition.toString();
    }

    private static String dueUntil(Instant last, NativeTaskQuery query) {
        query.parameter("last", Date.from(last));
        return " AND DUE_DATE_ <= #{last}";
    }
}
