package cymru.diogelu.diagrams;

import org.jspecify.annotations.Nullable;

/**
 * How a sequence flow was taken.
 *
 * @param times how often; at nought it looks as if never marked
 * @param note words heard and shown on pointing, the count among them, as its badge is only seen
 * @param weight its share among the flows of a process map, 0 to 1, drawn as width and shade; none outside of maps
 */
public record FlowMark(int times, @Nullable String note, @Nullable Double weight) {

    /** @throws IllegalArgumentException when the count is below nought or the weight outside 0 to 1 */
    public FlowMark {
        requireCount(times);
        if (weight != null && !(weight >= 0 && weight <= 1)) {
            throw new IllegalArgumentException("a weight is 0 to 1, not " + weight);
        }
    }

    static void requireCount(int count) {
        if (count < 0) {
            throw new IllegalArgumentException("nothing happens %d times".formatted(count));
        }
    }
}
