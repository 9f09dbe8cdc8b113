package cymru.diogelu.worklist;

import org.jspecify.annotations.Nullable;

/** The name under which a caller may send the same request again. */
final class IdempotencyKey {

    static final String HEADER = "Idempotency-Key";
    private static final String FORM = "[!-~]{1,128}";

    private IdempotencyKey() {}

    /** @throws InvalidRequest when it is not 1 to 128 printable ASCII characters without space */
    static @Nullable String checked(@Nullable String key) {
        if (key != null && !key.matches(FORM)) {
            throw new InvalidRequest(HEADER, "wrongType");
        }
        return key;
    }
}
