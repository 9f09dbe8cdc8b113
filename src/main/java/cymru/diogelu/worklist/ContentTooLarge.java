package cymru.diogelu.worklist;

/** The body of a request is longer than {@link BodyLimit} lets through. */
class ContentTooLarge extends RuntimeException {
    private static final long serialVersionUID = 1L;
}
