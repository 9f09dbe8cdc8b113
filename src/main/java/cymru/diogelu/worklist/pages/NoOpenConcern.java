package cymru.diogelu.worklist.pages;

/** A page of a concern was asked for that nobody is about to raise: where the person finds themselves instead. */
final class NoOpenConcern extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String address;

    private NoOpenConcern(String address) {
        super("no concern is open");
        this.address = address;
    }

    static NoOpenConcern notBegun() {
        return new NoOpenConcern("/concern");
    }

    static NoOpenConcern handedIn(String reference) {
        return new NoOpenConcern("/concern/receipt/" + reference);
    }

    String address() {
        return address;
    }
}
