package cymru.diogelu.designer;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A set of models that somebody wants in the place of the one that runs.
 *
 * @param purpose what the change is for, in the words of who proposed it
 * @param reason why its warnings may stand; empty where there are none
 * @param base the deployment that ran when it was proposed, and with which it was compared
 * @param digest what tells its files from every other set's
 * @param note what the second person said
 * @param deployment where it was put in force
 */
public record Proposal(
        long number,
        Instant madeAt,
        String madeBy,
        String purpose,
        String reason,
        String base,
        String digest,
        State state,
        @Nullable Instant decidedAt,
        @Nullable String decidedBy,
        @Nullable String note,
        @Nullable String deployment) {

    /** What has become of a proposal. */
    public enum State {
        /** Checked and kept, but not proposed. */
        DRAFT,
        /** Waits for a second person. */
        OPEN,
        /** In force, or it was. */
        DEPLOYED,
        /** Will not be deployed. */
        REFUSED
    }
}
