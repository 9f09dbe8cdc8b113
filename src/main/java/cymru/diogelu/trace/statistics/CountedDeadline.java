package cymru.diogelu.trace.statistics;

import cymru.diogelu.trace.CaseDeadlines;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A statutory date as it is counted.
 *
 * @param seq the entry that set it
 * @param team the group that was asked for the step
 */
record CountedDeadline(
        String reference,
        String authority,
        long seq,
        String provision,
        String process,
        int version,
        String element,
        String team,
        Instant start,
        Instant due,
        @Nullable Instant extendedTo,
        @Nullable Instant done,
        @Nullable Instant withdrawn) {

    CaseDeadlines.Status status(Instant now) {
        return CaseDeadlines.status(due, done, withdrawn, now);
    }

    /** The place of the team: an authority or a body that serves several. */
    String agency() {
        return team.substring(team.indexOf('.') + 1);
    }
}
