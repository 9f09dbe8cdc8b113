package cymru.diogelu.statute;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One event of a case as the statutory rules see it: something that both a ledger and a model have.
 *
 * @param seq its place in the order of the case
 * @param id what the {@link Kind} says; null when the record of it cannot be read
 * @param runs the run it happened in, then the run that called that one, up to the outermost; empty when not known
 * @param role key of the role that answered; null for what nobody answered
 * @param about of a repeated step, which one; null elsewhere
 * @param data answers by key, or what a decision table gave out by name
 * @param readable whether the record of it could be read
 */
public record CaseEvent(
        long seq,
        Instant at,
        Kind kind,
        @Nullable String id,
        List<String> runs,
        @Nullable String role,
        @Nullable String about,
        Map<String, Object> data,
        boolean readable) {

    /** What happened, and what an event of that kind is known by. */
    public enum Kind {
        /** A form was answered; known by the form, {@code concern} for what opened the case. */
        ANSWERED("answered"),
        /** A step was reached at which the case waits; known by procedure and element, {@code procedure/element}. */
        ENTERED("entered"),
        /** A procedure began; known by the procedure. */
        STARTED("started"),
        /** A procedure ended; known by the procedure. */
        ENDED("ended"),
        /** A decision table was evaluated; known by the decision. */
        EVALUATED("evaluated"),
        /** A flow was taken; known by procedure and flow, {@code procedure/flow}. */
        TAKEN("taken"),
        /** A limit passed while its step was open; known by the provision. */
        LIMIT_PASSED("limitPassed"),
        /** More time was agreed for an overdue step; known by the provision. */
        MORE_TIME("moreTime");

        private final String word;

        Kind(String word) {
            this.word = word;
        }

        /** The word in the data of the rules. */
        public String word() {
            return word;
        }
    }
}
