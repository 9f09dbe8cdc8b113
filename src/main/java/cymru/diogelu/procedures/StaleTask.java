package cymru.diogelu.procedures;

/** Somebody else has answered or taken the task, or worked on its case, at the same moment. */
public class StaleTask extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** Why the task can no longer be changed by this person. */
    public enum Reason {
        ANSWERED,
        TAKEN_BY_ANOTHER,
        /** Others worked on the case each time this was tried; the task itself may still be open. */
        BUSY
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
