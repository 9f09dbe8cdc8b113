package cymru.diogelu.deadlines;

import org.jspecify.annotations.Nullable;

/** The bank holiday data is wrong: the message names file and reason. The service does not start with it. */
public class BrokenCalendar extends RuntimeException {

    BrokenCalendar(String file, String reason) {
        this(file, reason, null);
    }

    BrokenCalendar(String file, String reason, @Nullable Throwable cause) {
        super(file + ": " + reason, cause);
    }
}
