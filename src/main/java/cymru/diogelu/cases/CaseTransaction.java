package cymru.diogelu.cases;

import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** The cases the running transaction holds: each row is read and locked once and written once, before the commit. */
final class CaseTransaction implements TransactionSynchronization {

    private enum Phase {
        BUFFERING,
        WRITING_THROUGH,
        OVER
    }

    private final DraftTable table;
    private final Map<Object, Map<CaseReference, CaseDraft>> savepoints = new IdentityHashMap<>();
    private final Map<CaseReference, SafeguardingCase> states = new HashMap<>();
    private Map<CaseReference, CaseDraft> drafts = new HashMap<>();
    private Phase phase = Phase.BUFFERING;

    private CaseTransaction(DraftTable table) {
        this.table = table;
    }

    /** @throws IllegalStateException outside a transaction that may write */
    static CaseTransaction join(DraftTable table) {
        if (!TransactionSynchronizationManager.isActualTransactionActive()
                || TransactionSynchronizationManager.isCurrentTransactionReadOnly()) {
            throw new IllegalStateException("a case is changed within a transaction that may write");
        }
        return running(table).orElseGet(() -> begin(table));
    }

    static Optional<CaseTransaction> running(DraftTable table) {
        return Optional.ofNullable((CaseTransaction) TransactionSynchronizationManager.getResource(table));
    }

    private static CaseTransaction begin(DraftTable table) {
        CaseTransaction begun = new CaseTransaction(table);
        TransactionSynchronizationManager.bindResource(table, begun);
        TransactionSynchronizationManager.registerSynchronization(begun);
        return begun;
    }

    void opened(CaseReference reference, CaseDraft draft) {
        drafts.put(reference, draft);
    }

    /** Reads the case and holds it until the transaction ends. */
    CaseDraft hold(CaseReference reference) {
        if (phase == Phase.OVER) {
            throw new IllegalStateException("the transaction is over, nothing can be added to it");
        }
        return drafts.computeIfAbsent(reference, table::lock);
    }

    void change(CaseReference reference, UnaryOperator<CaseDraft> change) {
        drafts.put(reference, change.apply(hold(reference)));
        if (phase == Phase.WRITING_THROUGH) {
            write();
        }
    }

    /** The state of a case that is held here and so changed by nobody else; read again after it changed here. */
    Optional<SafeguardingCase> state(
            CaseReference reference, Function<CaseReference, Optional<SafeguardingCase>> find) {
        if (!drafts.containsKey(reference)) {
            return find.apply(reference);
        }
        SafeguardingCase known = states.get(reference);
        Optional<SafeguardingCase> state = known == null ? find.apply(reference) : Optional.of(known);
        state.ifPresent(found -> states.put(reference, found));
        return state;
    }

    void stateChanged(CaseReference reference) {
        states.remove(reference);
    }

    Optional<CaseDraft> draft(CaseReference reference) {
        return Optional.ofNullable(drafts.get(reference));
    }

    void write() {
        table.write(drafts);
        drafts.replaceAll((reference, draft) -> draft.written());
    }

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
        savepoints.put(savepoint, new HashMap<>(drafts));
    }

    /** Nothing is kept of a savepoint that is older than the first change: then nothing was held before it. */
    @Override
    public void savepointRollback(Object savepoint) {
        states.clear();
        drafts = new HashMap<>(savepoints.getOrDefault(savepoint, Map.of()));
    }
}
