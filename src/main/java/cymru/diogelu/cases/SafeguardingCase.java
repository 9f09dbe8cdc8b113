package cymru.diogelu.cases;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The state of one child's case, without personal detail. Outcome and closing instant are null while it is open;
 * linked cases are in the order of their references.
 */
public record SafeguardingCase(
        CaseReference reference,
        String authority,
        @Nullable String homeAuthority,
        String reporterGroup,
        Status status,
        @Nullable String outcome,
        Instant openedAt,
        @Nullable Instant closedAt,
        List<CaseReference> linked) {

    /** Whether work on a case goes on. */
    public enum Status {
        OPEN,
        CLOSED
    }
}
