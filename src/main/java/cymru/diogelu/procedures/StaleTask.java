package cymru.diogelu.procedures;

/** Somebody else has answered or taken the task meanwhile. */
public class StaleTask extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** Why the task can no longer be changed by this person. */
    public enum Reason {
        ANSWERED,
        TAKEN_BY_ANOTHER
    }

    private final Reason reason;

    public StaleTask(Reason reason) {
        super("the task is stale: " + reason);
        this.reason = reason;
    }

    public Reason reason() {
        return reason;
    }
}
