package cymru.diogelu.designer;

/** There is no proposal of this number. */
public final class NoSuchProposal extends RuntimeException {

    private static final long serialVersionUID = 1L;

    NoSuchProposal(long number) {
        super(String.valueOf(number));
    }
}
