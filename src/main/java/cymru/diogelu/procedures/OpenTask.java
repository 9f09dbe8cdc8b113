package cymru.diogelu.procedures;

import cymru.diogelu.language.Bilingual;
import java.time.Duration;
import java.time.Instant;
import org.camunda.bpm.engine.task.Task;
import org.jspecify.annotations.Nullable;

/**
 * A step of a case that waits for a person.
 *
 * @param name of the step, with what it is about
 * @param about which of several this is: the invited role, the body that is told, the late step that an escalation is
 *     about; absent for a step that stands alone
 * @param group the candidate group to which it is offered
 * @param due the earliest statutory or practice limit on it; absent where there is none
 * @param extended whether a senior manager or chair has agreed to a later date
 * @param reminded whether a reminder of its limit has come
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
        boolean reminded,
        @Nullable String about) {

    /** Stands in the engine for the date of a task without one, so that worklists are read in the order of an index. */
    public static final Instant NEVER = Instant.parse("9999-01-01T00:00:00Z");

    /** The engine's priority of a task from its first reminder on; before, it is the one that all tasks begin with. */
    public static final int REMINDED = Task.PRIORITY_NORMAL + 1;

    private static final Duration SOON = Duration.ofHours(24);

    /** A limit that passes until then passes soon, seen from {@code now}. */
    public static Instant soonUntil(Instant now) {
        return now.plus(SOON);
    }

    /** Whether the limit has passed at {@code now}; it has at its due instant, when its escalation begins. */
    public boolean breached(Instant now) {
        return due != null && !due.isAfter(now);
    }
}
