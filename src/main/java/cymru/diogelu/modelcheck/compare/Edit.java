package cymru.diogelu.modelcheck.compare;

import java.util.Optional;

/**
 * A value of a part that differs.
 *
 * @param before empty where the part had no such value
 * @param after empty where the part has none any more
 */
record Edit(Pair pair, String leaf, Optional<String> before, Optional<String> after) {

    String kind() {
        return pair.before().kind();
    }

    /** Empty where there was none. */
    String from() {
        return before.orElse("");
    }

    /** Empty where there is none. */
    String to() {
        return after.orElse("");
    }

    /** Whether one value took the place of another. */
    boolean replaced() {
        return before.isPresent() && after.isPresent();
    }
}
