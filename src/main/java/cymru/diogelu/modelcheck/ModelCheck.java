package cymru.diogelu.modelcheck;

import cymru.diogelu.agencies.Agencies;
import cymru.diogelu.modelcheck.lint.Lint;
import cymru.diogelu.modelcheck.reading.Models;
import cymru.diogelu.statute.Provisions;
import java.util.Comparator;
import java.util.List;
import org.springframework.stereotype.Component;

/** Says everything that is wrong with a set of models. Nothing of the set is run. */
@Component
public class ModelCheck {

    private static final Comparator<Finding> ORDER = Comparator.comparing(Finding::severity)
            .thenComparing(Finding::file)
            .thenComparing(Finding::line)
            .thenComparing(Finding::rule)
            .thenComparing(Finding::element);

    private final Lint lint;

    public ModelCheck(Provisions provisions, Agencies agencies) {
        this.lint = new Lint(provisions, agencies);
    }

    /** Errors first, then file by file from its first line to its last. */
    public List<Finding> check(ModelFiles files) {
        return lint.check(Models.read(files.byPath())).distinct().sorted(ORDER).toList();
    }
}
