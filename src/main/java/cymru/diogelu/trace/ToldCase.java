package cymru.diogelu.trace;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What the record of a case tells in the words of a reader.
 *
 * @param intact whether the whole record is as it was written
 * @param version of the first procedure that the case walks; 0 where the record does not say
 * @param outcome the name of the end that was reached; empty while the case is open
 * @param events newest first, without the single turns of the path
 * @param limits in the order in which they were set
 */
public record ToldCase(boolean intact, int version, Optional<String> outcome, List<Event> events, List<Limit> limits) {

    /** One thing that happened, in a sentence. */
    public record Event(long seq, Instant at, String text) {}

    /**
     * One date.
     *
     * @param step what is to be done
     * @param provision which limit this is
     * @param why the lines that explain the date
     */
    public record Limit(String step, String provision, CaseDeadlines.Dated dated, List<String> why) {}
}
