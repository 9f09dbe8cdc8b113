package cymru.diogelu.designer;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A run of the scenario book in a process of its own.
 *
 * @param proposal the proposed set that it is about; absent where it is about the set in force
 * @param deployment the set that was in force when it was asked for
 * @param only the one story that it is about; absent for the whole book
 * @param told how many stories have been walked so far
 * @param stories how many there are
 * @param broken how many do not hold
 * @param dropped how many stories of the book in force the proposed set has left out
 * @param fault why it could not be run
 * @param reason why the set may go into force with stories that do not hold or are left out
 */
public record BookRun(
        long number,
        @Nullable Long proposal,
        String deployment,
        @Nullable String only,
        Instant askedAt,
        String askedBy,
        State state,
        int told,
        int stories,
        int broken,
        int dropped,
        @Nullable Instant endedAt,
        @Nullable String fault,
        @Nullable String reason,
        @Nullable String reasonBy) {

    /** Where a run stands. */
    public enum State {
        /** Waits, or is being walked. */
        RUNNING,
        /** All of its stories have been walked. */
        DONE,
        /** It could not be run. */
        FAILED
    }

    public boolean running() {
        return state == State.RUNNING;
    }

    /** Whether somebody has to say why the set may go into force nevertheless. */
    public boolean wantsReason() {
        return state == State.DONE && (broken > 0 || dropped > 0);
    }
}
