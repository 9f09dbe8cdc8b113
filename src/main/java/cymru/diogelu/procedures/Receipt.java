package cymru.diogelu.procedures;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a submission led to.
 *
 * @param ended whether the case has reached its end
 * @param next the open tasks of the case after the submission
 */
public record Receipt(String caseReference, boolean ended, List<Next> next) {

    /**
     * A task that is open now.
     *
     * @param about which of several it is
     * @param due the earliest limit on it; absent where none is set
     */
    public record Next(
            String id,
            String process,
            int version,
            String element,
            @Nullable String about,
            String group,
            @Nullable Instant due) {}
}
