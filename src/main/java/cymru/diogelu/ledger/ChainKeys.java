package cymru.diogelu.ledger;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The keys of the chains, wrapped with a master key; what is unwrapped is kept for the next entries. */
final class ChainKeys {

    private static final int REMEMBERED = 5_000;
    private static final int BATCH = 500;

    private final JdbcClient client;
    private final MasterKeys masters;
    private final Map<Place, ChainKey> known = new LinkedHashMap<>(64, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Place, ChainKey> eldest) {
            return size() > REMEMBERED;
        }
    };

    ChainKeys(JdbcTemplate jdbc, MasterKeys masters) {
        this.client = JdbcClient.create(jdbc);
        this.masters = masters;
    }

    private record Place(int chain, int number) {}

    /** A key as its row holds it; without bytes it was destroyed. */
    private record Wrapped(int chain, int number, String master, byte @Nullable [] bytes) {}

    /** The key, or why there is none. */
    record Found(@Nullable ChainKey key, @Nullable Unreadable reason) {}

    /**
     * A new key with the number behind {@code last}. It is remembered only when it is read again: the transaction may
     * still roll back.
     */
    ChainKey make(int chain, int last) {
        ChainKey key = ChainKey.random(last + 1);
        client.sql("INSERT INTO ledger_key (chain, number, master, wrapped) VALUES (?, ?, ?, ?)")
                .params(chain, key.number(), masters.current(), masters.wrap(key))
                .update();
        return key;
    }

    Found find(int chain, int number) {
        synchronized (known) {
            ChainKey key = known.get(new Place(chain, number));
            if (key != null) {
                return new Found(key, null);
            }
        }
        return client.sql("SELECT * FROM ledger_key WHERE chain = ? AND number = ?")
                .params(chain, number)
                .query((row, n) -> wrapped(row))
                .optional()
                .map(this::unwrapped)
                .orElseGet(() -> new Found(null, Unreadable.KEY_LOST));
    }

    private Found unwrapped(Wrapped wrapped) {
        if (wrapped.bytes() == null) {
            return new Found(null, Unreadable.KEY_DESTROYED);
        }
        Optional<ChainKey> key = masters.unwrap(wrapped.number(), wrapped.master(), wrapped.bytes());
        key.ifPresent(found -> {
            synchronized (known) {
                known.put(new Place(wrapped.chain(), wrapped.number()), found);
            }
        });
        return new Found(key.orElse(null), key.isPresent() ? null : Unreadable.KEY_LOST);
    }

    /** Nothing that was encrypted with them can be read again from this database. */
    void destroy(int chain) {
        client.sql("UPDATE ledger_key SET wrapped = NULL WHERE chain = ?")
                .param(chain)
                .update();
    }

    /** What is remembered of a chain's keys. */
    void forget(int chain) {
        synchronized (known) {
            known.keySet().removeIf(place -> place.chain() == chain);
        }
    }

    /** Wraps keys of other master keys with the current one, at most a batch; returns how many. */
    int rewrap() {
        List<Wrapped> others = client.sql(
                        "SELECT * FROM ledger_key WHERE master <> ? AND wrapped IS NOT NULL ORDER BY chain, number LIMIT ?")
                .params(masters.current(), BATCH)
                .query((row, n) -> wrapped(row))
                .list();
        others.forEach(this::rewrap);
        return others.size();
    }

    private void rewrap(Wrapped old) {
        ChainKey key = masters.unwrap(old.number(), old.master(), Objects.requireNonNull(old.bytes()))
                .orElseThrow(() ->
                        new IllegalStateException("the master key '%s' is not in the file: chain %d stays as it is"
                                .formatted(old.master(), old.chain())));
        client.sql("UPDATE ledger_key SET wrapped = ?, master = ? WHERE chain = ? AND number = ?")
                .params(masters.wrap(key), masters.current(), old.chain(), old.number())
                .update();
    }

    private static Wrapped wrapped(ResultSet row) throws SQLException {
        return new Wrapped(row.getInt("chain"), row.getInt("number"), row.getString("master"), row.getBytes("wrapped"));
    }
}
