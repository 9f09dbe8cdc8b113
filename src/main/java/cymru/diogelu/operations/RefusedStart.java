package cymru.diogelu.operations;

/** The program must not start as it was told to; says why and what to do instead. */
final class RefusedStart extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String action;

    RefusedStart(String reason, String action) {
        super(reason);
        this.action = action;
    }

    String action() {
        return action;
    }
}
