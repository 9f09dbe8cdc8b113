package cymru.diogelu.diagrams;

import cymru.diogelu.diagrams.StepMark.State;
import org.jspecify.annotations.Nullable;

/**
 * How a sequence flow was taken, or what a change of the models did to it.
 *
 * @param times how often; at nought it looks as if never marked
 * @param note words heard and shown on pointing, the count among them, as its badge is only seen
 * @param weight its share among the flows of a process map, 0 to 1, drawn as width and shade; none outside of maps
 * @param change what became of the flow itself; none where it is as it was
 * @param badge words drawn at a flow that was changed
 */
public record FlowMark(
        int times, @Nullable String note, @Nullable Double weight, @Nullable State change, @Nullable String badge) {

    public FlowMark(int times, @Nullable String note, @Nullable Double weight) {
        this(times, note, weight, null, null);
    }

    /** A flow that a change of the models added, removed, changed or moved. */
    public static FlowMark changed(State change, String badge, String note) {
        return new FlowMark(0, note, null, change, badge);
    }

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
