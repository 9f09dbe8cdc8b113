package cymru.diogelu.statute;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How a rule stands in a case.
 *
 * @param entry the event that breaks the rule, or to which something is still owed; null where none can be named
 * @param since when the rule was broken, or since when something is owed; null otherwise
 * @param due until when it is, or was, to be done; null without a limit
 */
public record RuleFinding(
        StatutoryRule rule,
        Verdict verdict,
        @Nullable CaseEvent entry,
        @Nullable Instant since,
        @Nullable Instant due) {

    /** From the worst to what needs nobody's eye. */
    public enum Verdict {
        /** Not kept, and nothing can mend it. */
        BROKEN,
        /** Cannot be judged, because an entry that matters cannot be read. */
        UNKNOWN,
        /** Something is still owed in an open case. */
        PENDING,
        KEPT,
        /** Nothing that the rule speaks of has happened. */
        NOT_APPLICABLE
    }

    static RuleFinding of(StatutoryRule rule, Verdict verdict) {
        return new RuleFinding(rule, verdict, null, null, null);
    }
}
