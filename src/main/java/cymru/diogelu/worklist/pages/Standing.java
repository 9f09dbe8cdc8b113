package cymru.diogelu.worklist.pages;

import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** How a task stands against its limit: what the reader has to see before anything else. */
enum Standing {
    OVERDUE,
    /** The limit passes within 24 hours. */
    SOON,
    RUNNING,
    WITHOUT_LIMIT;

    private static final Duration SOON_ENOUGH = Duration.ofHours(24);

    static Standing of(@Nullable Instant due, Instant now) {
        if (due == null) {
            return WITHOUT_LIMIT;
        }
        if (!due.isAfter(now)) {
            return OVERDUE;
        }
        return due.isBefore(now.plus(SOON_ENOUGH)) ? SOON : RUNNING;
    }

    public String key() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
