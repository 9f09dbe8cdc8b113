package cymru.diogelu.trace.statistics;

import cymru.diogelu.statute.RuleFinding;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is counted of one case's record up to an entry of it. No names and no free text.
 *
 * @param authority the code of the authority that carries the case; {@link #UNKNOWN} where it cannot be read
 */
record CountedCase(
        String reference,
        String authority,
        Instant openedAt,
        @Nullable Instant closedAt,
        long throughSeq,
        Standing standing,
        boolean keysDestroyed,
        List<CountedDeadline> deadlines,
        List<Reached> milestones,
        List<Walked> steps,
        List<Ruled> rules) {

    static final String UNKNOWN = "unknown";

    /** How much of a case could be counted. */
    enum Standing {
        /** All of it. */
        WHOLE,
        /** Some entries cannot be read, or are not as they were written. */
        PART,
        /** As it was counted before its keys were destroyed at the end of the time for which it was kept. */
        KEPT
    }

    /**
     * A statutory rule that is not simply kept.
     *
     * @param seq the entry that breaks it; absent where none can be named
     * @param due until when something is owed
     */
    record Ruled(
            String rule,
            RuleFinding.Verdict verdict,
            @Nullable Long seq,
            @Nullable Instant since,
            @Nullable Instant due) {

        static Ruled of(RuleFinding finding) {
            var entry = finding.entry();
            return new Ruled(
                    finding.rule().id(),
                    finding.verdict(),
                    entry == null ? null : entry.seq(),
                    finding.since(),
                    finding.due());
        }
    }

    /** A milestone, the entry that shows it and when. */
    record Reached(long seq, Milestone milestone, Instant at) {}

    /**
     * How often a case came to an element or took a flow.
     *
     * @param ended how many stays came to an end
     * @param seconds how long those were together
     */
    record Walked(String process, int version, String element, boolean flow, int times, int ended, long seconds) {}
}
