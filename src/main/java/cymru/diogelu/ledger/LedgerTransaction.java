package cymru.diogelu.ledger;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** What the running transaction holds and has still to write: chains it has locked, entries it has appended. */
final class LedgerTransaction implements TransactionSynchronization {

    private enum Phase {
        BUFFERING,
        WRITING_THROUGH,
        OVER
    }

    private record Mark(Map<String, Chain> chains, List<PendingEntry> pending) {}

    private final LedgerTable table;
    private final Map<Object, Mark> savepoints = new IdentityHashMap<>();
    private Map<String, Chain> chains = new HashMap<>();
    private List<PendingEntry> pending = new ArrayList<>();
    private Phase phase = Phase.BUFFERING;

    private LedgerTransaction(LedgerTable table) {
        this.table = table;
    }

    /** @throws IllegalStateException outside a transaction that may write */
    static LedgerTransaction join(LedgerTable table) {
        if (!TransactionSynchronizationManager.isActualTransactionActive()
                || TransactionSynchronizationManager.isCurrentTransactionReadOnly()) {
            throw new IllegalStateException("the ledger is written within a transaction that may write");
        }
        if (TransactionSynchronizationManager.getResource(table) instanceof LedgerTransaction running) {
            return running;
        }
        LedgerTransaction begun = new LedgerTransaction(table);
        TransactionSynchronizationManager.bindResource(table, begun);
        TransactionSynchronizationManager.registerSynchronization(begun);
        return begun;
    }

    /** Writes what the running transaction has appended, so that it can be read back; without one does nothing. */
    static void flush(LedgerTable table) {
        if (TransactionSynchronizationManager.getResource(table) instanceof LedgerTransaction running) {
            running.write();
        }
    }

    Chain lock(String caseReference) {
        if (phase == Phase.OVER) {
            throw new IllegalStateException("the transaction is over, nothing can be added to it");
        }
        return chains.computeIfAbsent(caseReference, table::lock);
    }

    void append(Happening happening) {
        Chain chain = lock(happening.caseReference());
        StoredEntry entry = chain.next(happening);
        chains.put(happening.caseReference(), chain.endingWith(entry));
        pending.add(new PendingEntry(chain.id(), entry));
        if (phase == Phase.WRITING_THROUGH) {
            write();
        }
    }

    private void write() {
        if (pending.isEmpty()) {
            return;
        }
        table.insert(pending);
        Map<String, Chain> moved = new LinkedHashMap<>(chains);
        moved.keySet().retainAll(writtenCases());
        table.moveHeads(moved.values());
        pending.clear();
    }

    private List<String> writtenCases() {
        return pending.stream()
                .map(entry -> entry.entry().header().caseReference())
                .distinct()
                .toList();
    }

    /** Last of all, so that what other parts record while they commit is written with the rest. */
    @Override
    public int getOrder() {
        return LOWEST_PRECEDENCE;
    }

    @Override
    public void beforeCommit(boolean readOnly) {
        write();
        phase = Phase.WRITING_THROUGH;
    }

    @Override
    public void beforeCompletion() {
        phase = Phase.OVER;
    }

    @Override
    public void afterCompletion(int status) {
        TransactionSynchronizationManager.unbindResourceIfPossible(table);
    }

    @Override
    public void suspend() {
        TransactionSynchronizationManager.unbindResourceIfPossible(table);
    }

    @Override
    public void resume() {
        TransactionSynchronizationManager.bindResource(table, this);
    }

    @Override
    public void savepoint(Object savepoint) {
        savepoints.put(savepoint, new Mark(new HashMap<>(chains), List.copyOf(pending)));
    }

    /** A mark is missing when the ledger was first used after the savepoint: then nothing was there before it. */
    @Override
    public void savepointRollback(Object savepoint) {
        Mark mark = savepoints.getOrDefault(savepoint, new Mark(Map.of(), List.of()));
        chains = new HashMap<>(mark.chains());
        pending = new ArrayList<>(mark.pending());
    }
}
