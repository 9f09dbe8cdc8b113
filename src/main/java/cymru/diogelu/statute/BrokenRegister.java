package cymru.diogelu.statute;

import org.jspecify.annotations.Nullable;

/** The register's data is wrong: the message names file, provision and reason. The service does not start with it. */
public class BrokenRegister extends RuntimeException {

    BrokenRegister(String file, String id, String reason) {
        this(file, id, reason, null);
    }

    BrokenRegister(String file, String id, String reason, @Nullable Throwable cause) {
        super("%s, %s: %s".formatted(file, id, reason), cause);
    }
}
