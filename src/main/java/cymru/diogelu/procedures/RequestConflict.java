package cymru.diogelu.procedures;

/** The same idempotency key came with other content. */
public class RequestConflict extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public RequestConflict() {
        super("this Idempotency-Key was used for other content");
    }
}
