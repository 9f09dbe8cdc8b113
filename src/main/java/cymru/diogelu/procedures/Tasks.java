package cymru.diogelu.procedures;

import cymru.diogelu.access.Viewer;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.NativeTaskQuery;
import org.camunda.bpm.engine.task.Task;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Finds open tasks by the group that answers for them. One table is read, without joins or counts, so that a worklist
 * stays quick with many cases behind it.
 */
@Component
class Tasks {

    private static final String DUE_FIRST = " ORDER BY DUE_DATE_, ID_";

    private final TaskService taskService;
    private final StepNames names;

    Tasks(TaskService taskService, StepNames names) {
        this.taskService = taskService;
        this.names = names;
    }

    /** A task that this person may answer. */
    Optional<OpenTask> find(Viewer viewer, String id) {
        return find(id).filter(task -> viewer.groups().contains(task.group()));
    }

    Optional<OpenTask> find(String id) {
        // The engine's own task query is put together anew for each call, which costs more than the row it finds.
        Task found = taskService
                .createNativeTaskQuery()
                .sql("SELECT * FROM ACT_RU_TASK WHERE ID_ = #{id}")
                .parameter("id", id)
                .singleResult();
        return Optional.ofNullable(found).map(this::open);
    }

    /** The procedure that an open task belongs to, as the engine runs it for the case. */
    Optional<String> processInstance(String id) {
        return Optional.ofNullable(taskService.createTaskQuery().taskId(id).singleResult())
                .map(Task::getProcessInstanceId);
    }

    /** All open tasks of a case, soonest due first. */
    List<OpenTask> ofCase(String caseReference) {
        NativeTaskQuery query = taskService
                .createNativeTaskQuery()
                .sql("SELECT * FROM ACT_RU_TASK WHERE DESCRIPTION_ = #{case} OR DESCRIPTION_ LIKE #{repeated}"
                        + DUE_FIRST)
                .parameter("case", caseReference)
                .parameter("repeated", caseReference + " %");
        return query.list().stream().map(this::open).toList();
    }

    /**
     * A page of the tasks offered to any of these groups, soonest due first, after the cursor. Each group is read in the
     * order of the index and no further than the page: together the database would sort all that they have.
     */
    List<OpenTask> ofGroups(
            Collection<String> groups, TaskFilter filter, @Nullable TaskCursor after, Instant now, int limit) {
        NativeTaskQuery query = taskService.createNativeTaskQuery();
        String page = DUE_FIRST + " LIMIT " + limit;
        String rest = filter.condition(query, now) + after(after, query);
        List<String> each = new ArrayList<>();
        for (String group : groups) {
            String name = "group" + each.size();
            each.add("(SELECT * FROM ACT_RU_TASK WHERE OWNER_ = #{" + name + "}" + rest + page + ")");
            query.parameter(name, group);
        }
        return query.sql("SELECT * FROM (" + String.join(" UNION ALL ", each) + ") T" + page).list().stream()
                .map(this::open)
                .toList();
    }

    private static String after(@Nullable TaskCursor cursor, NativeTaskQuery query) {
        if (cursor == null) {
            return "";
        }
        query.parameter("due", Date.from(cursor.due())).parameter("id", cursor.id());
        return " AND DUE_DATE_ >= #{due} AND (DUE_DATE_ > #{due} OR ID_ > #{id})";
    }

    private OpenTask open(Task task) {
        String[] definition = task.getProcessDefinitionId().split(":");
        int version = Integer.parseInt(definition[1]);
        String[] caseAndSubject = task.getDescription().split(" ", 2);
        String about = caseAndSubject.length > 1 ? caseAndSubject[1] : null;
        return new OpenTask(
                task.getId(),
                names.of(definition[0], version, task.getTaskDefinitionKey(), about),
                task.getTaskDefinitionKey(),
                definition[0],
                version,
                caseAndSubject[0],
                task.getOwner(),
                task.getAssignee(),
                task.getCreateTime().toInstant(),
                instant(task.getDueDate()),
                task.getFollowUpDate() != null,
                task.getPriority() >= OpenTask.REMINDED,
                about);
    }

    private static @Nullable Instant instant(@Nullable Date date) {
        Instant instant = date == null ? OpenTask.NEVER : Instant.ofEpochMilli(date.getTime());
        return instant.equals(OpenTask.NEVER) ? null : instant;
    }
}
