package cymru.diogelu.access;

/** There is no such case for this person: absent and forbidden look the same from outside. */
public class CaseNotFound extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public CaseNotFound(String reference) {
        super("no case " + reference);
    }
}
