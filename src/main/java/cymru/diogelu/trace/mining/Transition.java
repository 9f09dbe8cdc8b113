package cymru.diogelu.trace.mining;

import java.util.Locale;

/** The steps of the standard lifecycle that are used here (IEEE 1849, lifecycle extension, model {@code standard}). */
enum Transition {
    SCHEDULE,
    ASSIGN,
    REASSIGN,
    START,
    SUSPEND,
    RESUME,
    COMPLETE,
    WITHDRAW,
    ATE_ABORT;

    /** As the extension writes it. */
    String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
