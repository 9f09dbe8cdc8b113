package cymru.diogelu.ledger;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** What the running transaction holds and has still to write: chains it has locked, entries it has appended. */
final class LedgerTransaction implements TransactionSynchronization {

    private enum Phase {
        BUFFERING,
        WRITING_THROUGH,
        OVER
    }

    private record Mark(Map<ChainName, Chain> chains, List<StoredEntry> pending) {}

    private final LedgerTable table;
    private final ChainKeys keys;
    private final Map<Object, Mark> savepoints = new IdentityHashMap<>();
    private Map<ChainName, Chain> chains = new HashMap<>();
    private List<StoredEntry> pending = new ArrayList<>();
    private final Set<Integer> changedKeys = new HashSet<>();
    private Phase phase = Phase.BUFFERING;

    private LedgerTransaction(LedgerTable table, ChainKeys keys) {
        this.table = table;
        this.keys = keys;
    }

    /** @throws IllegalStateException outside a transaction that may write */
    static LedgerTransaction join(LedgerTable table, ChainKeys keys) {
        if (!TransactionSynchronizationManager.isActualTransactionActive()
                || TransactionSynchronizationManager.isCurrentTransactionReadOnly()) {
            throw new IllegalStateException("the ledger is written within a transaction that may write");
        }
        if (TransactionSynchronizationManager.getResource(table) instanceof LedgerTransaction running) {
            return running;
        }
        LedgerTransaction begun = new LedgerTransaction(table, keys);
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

    Chain lock(ChainName name) {
        if (phase == Phase.OVER) {
            throw new IllegalStateException("the transaction is over, nothing can be added to it");
        }
        return chains.computeIfAbsent(name, table::lock);
    }

    void append(ChainKind kind, Happening happening) {
        Chain chain = lock(new ChainName(happening.caseReference(), kind));
        ChainKey key = key(chain);
        add(chain.keyed(key.number()), happening, key);
    }

    /** What stays readable for ever, such as that the keys were destroyed. */
    void appendReadable(ChainKind kind, Happening happening) {
        add(lock(new ChainName(happening.caseReference(), kind)), happening, null);
    }

    /** From the next entry on bodies of this chain are encrypted with another key. */
    void changeKey(ChainName name) {
        Chain chain = lock(name);
        chains.put(name, chain.keyed(made(chain).number()));
    }

    void destroyKeys(ChainName name) {
        Chain chain = lock(name);
        changedKeys.add(chain.id());
        keys.destroy(chain.id());
    }

    /** A key that was destroyed or lost is followed by a new one: the record goes on. */
    private ChainKey key(Chain chain) {
        ChainKey key = keys.find(chain.id(), chain.key()).key();
        return key == null ? made(chain) : key;
    }

    private ChainKey made(Chain chain) {
        changedKeys.add(chain.id());
        return keys.make(chain.id(), chain.key());
    }

    private void add(Chain chain, Happening happening, @Nullable ChainKey key) {
        StoredEntry entry = chain.next(happening, key);
        chains.put(chain.name(), chain.endingWith(entry));
        pending.add(entry);
        if (phase == Phase.WRITING_THROUGH) {
            write();
        }
    }

    private void write() {
        if (pending.isEmpty()) {
            return;
        }
        table.insert(pending);
        Map<ChainName, Chain> moved = new LinkedHashMap<>(chains);
        moved.keySet().retainAll(writtenChains());
        table.moveHeads(moved.values());
        table.awaitSeal(moved.values());
        pending.clear();
    }

    private List<ChainName> writtenChains() {
        return pending.stream().map(entry -> entry.header().chain()).distinct().toList();
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
        forgetKeys();
    }

    /** What was remembered of keys within the transaction may never have been, or may be destroyed by now. */
    private void forgetKeys() {
        changedKeys.forEach(keys::forget);
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
        forgetKeys();
        chains = new HashMap<>(mark.chains());
        pending = new ArrayList<>(mark.pending());
    }
}
