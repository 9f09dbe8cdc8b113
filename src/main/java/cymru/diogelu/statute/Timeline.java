package cymru.diogelu.statute;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Events in their order, by keys that say which of them belong together; finds a neighbour in logarithmic time. */
final class Timeline {

    private final Map<String, List<CaseEvent>> byKey = new HashMap<>();

    /** @param events in their order */
    Timeline(List<CaseEvent> events, Function<CaseEvent, List<String>> keys) {
        for (CaseEvent event : events) {
            keys.apply(event).forEach(key -> byKey.computeIfAbsent(key, none -> new ArrayList<>())
                    .add(event));
        }
    }

    /** The first event of these keys strictly later. */
    @Nullable
    CaseEvent after(List<String> keys, long seq) {
        CaseEvent first = null;
        for (String key : keys) {
            List<CaseEvent> events = byKey.getOrDefault(key, List.of());
            int place = upTo(events, seq);
            if (place < events.size() && (first == null || events.get(place).seq() < first.seq())) {
                first = events.get(place);
            }
        }
        return first;
    }

    /** The last event of these keys strictly earlier. */
    @Nullable
    CaseEvent before(List<String> keys, long seq) {
        CaseEvent last = null;
        for (String key : keys) {
            List<CaseEvent> events = byKey.getOrDefault(key, List.of());
            int place = upTo(events, seq - 1) - 1;
            if (place >= 0 && (last == null || events.get(place).seq() > last.seq())) {
                last = events.get(place);
            }
        }
        return last;
    }

    /** How many of the events stand at or before a place in the order. */
    private static int upTo(List<CaseEvent> events, long seq) {
        int low = 0;
        int high = events.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (events.get(middle).seq() <= seq) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }
}
