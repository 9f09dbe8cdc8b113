package cymru.diogelu.cases;

/** Somebody wants to change a case that does not exist. */
public class UnknownCase extends IllegalArgumentException {

    private static final long serialVersionUID = 1L;

    UnknownCase(CaseReference reference) {
        super("no case " + reference);
    }
}
