package cymru.diogelu.worklist.pages;

import cymru.diogelu.procedures.OpenTask;
import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** How a task stands against its limit: what the reader has to see before anything else. */
enum Standing {
    OVERDUE,
    /** The limit passes soon. */
    SOON,
    /** A reminder of the limit has come. */
    REMINDED,
    RUNNING,
    WITHOUT_LIMIT;

    static Standing of(@Nullable Instant due, boolean reminded, Instant now) {
        if (due == null) {
            return WITHOUT_LIMIT;
        }
        if (!due.isAfter(now)) {
            return OVERDUE;
        }
        if (!due.isAfter(OpenTask.soonUntil(now))) {
            return SOON;
        }
        return reminded ? REMINDED : RUNNING;
    }

    public String key() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
