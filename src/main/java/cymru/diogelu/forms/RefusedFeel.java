package cymru.diogelu.forms;

/** FEEL that cannot be read, or that asks for more than an expression may. */
public final class RefusedFeel extends IllegalArgumentException {

    private static final long serialVersionUID = 1L;

    private final Reason reason;
    private final String detail;

    /** Why it is refused. */
    public enum Reason {
        TOO_LONG,
        TOO_DEEP,
        NOT_FEEL,
        /** It calls what it may not; the detail is the name. */
        OTHER_FUNCTION,
        /** It could count without end. */
        ENDLESS
    }

    RefusedFeel(Reason reason, String detail, String message) {
        super(message);
        this.reason = reason;
        this.detail = detail;
    }

    public Reason reason() {
        return reason;
    }

    /** The text or name that is refused. */
    public String detail() {
        return detail;
    }
}
