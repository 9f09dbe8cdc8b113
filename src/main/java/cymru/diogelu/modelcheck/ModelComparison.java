package cymru.diogelu.modelcheck;

import cymru.diogelu.agencies.Agencies;
import cymru.diogelu.modelcheck.compare.SetComparison;
import cymru.diogelu.modelcheck.reading.Models;
import cymru.diogelu.statute.Provisions;
import java.util.Comparator;
import java.util.List;
import org.springframework.stereotype.Component;

/** Says in sentences everything that differs between two sets of models. Nothing of either is run. */
@Component
public class ModelComparison {

    private static final Comparator<Change> ORDER =
            Comparator.comparing(Change::file).thenComparing(ModelComparison::line);

    private final SetComparison comparison;

    public ModelComparison(Provisions provisions, Agencies agencies) {
        this.comparison = new SetComparison(provisions, agencies);
    }

    /** File by file, from its first line to its last; nothing for sets that are the same. */
    public List<Change> compare(ModelFiles before, ModelFiles after) {
        return comparison
                .compare(Models.read(before.byPath()), Models.read(after.byPath()))
                .sorted(ORDER)
                .toList();
    }

    private static int line(Change change) {
        return change.lineAfter() > 0 ? change.lineAfter() : change.lineBefore();
    }
}
