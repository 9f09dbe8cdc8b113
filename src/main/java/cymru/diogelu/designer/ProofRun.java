package cymru.diogelu.designer;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An attempt to prove on a proposed set, in a process of its own, that the law is kept.
 *
 * @param proposal the proposed set that it is about
 * @param digest of its files
 * @param proved how many statutory rules hold in every state that a case can come to
 * @param broken in how many ways the set breaks the law or never ends
 * @param open how many rules and procedures are neither proved nor broken
 * @param fault why nothing came of it
 * @param reason why the set may go into force although something is left open
 */
public record ProofRun(
        long proposal,
        String digest,
        Instant askedAt,
        State state,
        int proved,
        int broken,
        int open,
        @Nullable Instant endedAt,
        @Nullable String fault,
        @Nullable String reason,
        @Nullable String reasonBy) {

    /** Where it stands. */
    public enum State {
        /** Waits, or is being worked out. */
        RUNNING,
        /** Every rule was looked at. */
        DONE,
        /** Nothing came of it. */
        FAILED
    }

    public boolean running() {
        return state == State.RUNNING;
    }

    /** Whether the set must not go into force, whatever anybody says. */
    public boolean lawless() {
        return state == State.DONE && broken > 0;
    }

    /** Whether somebody has to say why the set may go into force with something left open. */
    public boolean wantsReason() {
        return state == State.DONE && broken == 0 && open > 0;
    }
}
