package cymru.diogelu.designer;

import cymru.diogelu.modelcheck.Change;
import cymru.diogelu.modelcheck.ModelComparison;
import cymru.diogelu.modelcheck.ModelFiles;
import java.util.List;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;

/** The comparisons that were asked for last: neither of two sets ever changes, so that each is made once. */
@Component
class KeptComparisons {

    private final ModelComparison comparison;
    private final LastAsked<Key, List<Change>> kept = new LastAsked<>();

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
        return kept.get(
                new Key(before.name(), after.name()),
                () -> comparison.compare(before.files().get(), after.files().get()));
    }
}
