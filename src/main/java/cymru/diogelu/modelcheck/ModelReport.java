package cymru.diogelu.modelcheck;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * All that was found about a set of models, such as for a program that looks after a council's own repository.
 *
 * @param findings of the check
 * @param proofs absent where they were not asked for, or the set has errors
 */
public record ModelReport(List<Finding> findings, ModelProofs.@Nullable Result proofs) {

    /** Whether nothing was found, by the proofs either where they were asked for. */
    public boolean clean() {
        return findings.isEmpty() && (proofs == null || proofs.found().isEmpty());
    }
}
