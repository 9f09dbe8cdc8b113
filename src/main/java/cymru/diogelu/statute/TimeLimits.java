package cymru.diogelu.statute;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Says until when what an event calls for has to be done; counting time is not the matter of the rules. */
@FunctionalInterface
public interface TimeLimits {

    /**
     * Null when it cannot be said.
     *
     * @param provision id of a limit of the register
     */
    @Nullable
    Instant due(String provision, CaseEvent activation);
}
