package cymru.diogelu.procedures;

/** There is no such task for this person: unknown and not theirs look the same from outside. */
public class TaskNotFound extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public TaskNotFound(String taskId) {
        super("no task " + taskId);
    }
}
