package cymru.diogelu.designer;

import cymru.diogelu.modelcheck.Change;
import cymru.diogelu.modelcheck.ModelComparison;
import cymru.diogelu.modelcheck.ModelFiles;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;

/** The comparisons that were asked for last: neither of two sets ever changes, so that each is made once. */
@Component
class KeptComparisons {

    private static final int MOST = 100;

    private final ModelComparison comparison;
    private final Map<Key, List<Change>> kept = Collections.synchronizedMap(new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Key, List<Change>> eldest) {
            return size() > MOST;
        }
    });

    KeptComparisons(ModelComparison comparison) {
        this.comparison = comparison;
    }

    private record Key(String before, String after) {}

    /**
     * A set of models.
     *
     * @param name what tells it from every other: its digest, or the deployment that holds it
     * @param files read only where they are needed
     */
    record Named(String name, Supplier<ModelFiles> files) {}

    List<Change> of(Named before, Named after) {
        Key key = new Key(before.name(), after.name());
        List<Change> known = kept.get(key);
        if (known == null) {
            known = comparison.compare(before.files().get(), after.files().get());
            kept.put(key, known);
        }
        return known;
    }
}
