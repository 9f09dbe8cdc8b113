package cymru.diogelu.bench;

/** One side of the comparison: it takes one case from its concern to its end and times every submission. */
interface Side extends AutoCloseable {

    String name();

    Store store();

    /** Safe for use by several threads at once. */
    void walk(Timings timings);

    @Override
    void close();
}
