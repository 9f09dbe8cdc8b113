package cymru.diogelu.designer;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;

/** What was worked out last about things that never change, so that it is not worked out at each look. */
final class LastAsked<K, V> {

    private static final int MOST = 100;

    private final Map<K, V> kept = Collections.synchronizedMap(new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<K, V> eldest) {
            return size() > MOST;
        }
    });

    /** Two who ask at the same time may both work it out; neither waits for the other. */
    V get(K key, Supplier<V> work) {
        V known = kept.get(key);
        if (known == null) {
            known = work.get();
            kept.put(key, known);
        }
        return known;
    }
}
