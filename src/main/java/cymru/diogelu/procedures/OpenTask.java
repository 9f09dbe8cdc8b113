package cymru.diogelu.procedures;

import cymru.diogelu.language.Bilingual;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A step of a case that waits for a person.
 *
 * @param about what the step is repeated for, such as the invited role; absent for a step that stands alone
 * @param group the candidate group to which it is offered
 * @param due the earliest statutory or practice limit on it; absent where there is none
 * @param extended whether a senior manager or chair has agreed to a later date
 */
public record OpenTask(
        String id,
        Bilingual name,
        String element,
        String process,
        int version,
        String caseReference,
        String group,
        @Nullable String assignee,
        Instant offered,
        @Nullable Instant due,
        boolean extended,
        @Nullable String about) {

    /** Whether the limit has passed at {@code now}; it has at its due instant, when its escalation begins. */
    public boolean breached(Instant now) {
        return due != null && !due.isAfter(now);
    }
}
