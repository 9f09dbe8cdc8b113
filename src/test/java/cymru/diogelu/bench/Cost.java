package cymru.diogelu.bench;

import cymru.diogelu.bench.Store.Rows;
import java.util.Map;

/**
 * What cases cost the database, counted over some cases walked by one thread: steady figures, whatever else the
 * machine does.
 */
record Cost(int cases, long logBytes, Rows rows, Map<String, Long> statements) {

    /** Walks some cases right after a checkpoint and counts. */
    static Cost of(Side side, int cases) {
        Store store = side.store();
        Rows before = store.rows();
        store.checkpoint();
        long position = store.logPosition();
        store.statements().begin();
        for (int i = 0; i < cases; i++) {
            side.walk(new Timings());
        }
        Map<String, Long> statements = store.statements().end();
        long bytes = store.logPosition() - position;
        return new Cost(cases, bytes, store.rows().since(before), statements);
    }

    double logBytesPerCase() {
        return (double) logBytes / cases;
    }

    double rowsPerCase() {
        return (double) rows.all() / cases;
    }

    double statementsPerCase() {
        return (double) statements.values().stream().mapToLong(Long::longValue).sum() / cases;
    }
}
