package cymru.diogelu.statute;

import java.time.Instant;

/** Says until when what an event calls for has to be done; counting time is not the matter of the rules. */
@FunctionalInterface
public interface TimeLimits {

    /** @param provision id of a limit of the register */
    Instant due(String provision, CaseEvent activation);
}
