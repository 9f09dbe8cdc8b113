package cymru.diogelu.worklist;

/** Nothing of that name exists for this person. */
class NotFound extends RuntimeException {
    private static final long serialVersionUID = 1L;
}
