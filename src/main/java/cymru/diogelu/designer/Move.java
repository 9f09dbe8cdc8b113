package cymru.diogelu.designer;

import cymru.diogelu.access.Viewer;
import java.time.Instant;

/**
 * A move of many cases that a designer ordered.
 *
 * @param deployment the set that they go to
 * @param place the procedure or step that the rule asks for; empty where it asks for none
 * @param version the version of the procedure that has words for the place; 0 where there is none
 * @param behind the last reference that was looked at
 * @param ended whether nothing is left to be looked at
 */
public record Move(
        long number,
        Instant orderedAt,
        Viewer orderedBy,
        String deployment,
        MoveRule rule,
        String place,
        int version,
        String behind,
        boolean ended) {

    /** What became of a case. */
    public enum Outcome {
        /** Its move was begun; whether it came to an end only the case can tell. */
        BEGUN,
        MOVED,
        /** It cannot be moved. */
        STOPPED,
        /** Somebody worked on it at the same moment. */
        BUSY,
        /** The rule does not ask for it. */
        NOT_MEANT
    }
}
