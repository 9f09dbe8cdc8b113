package cymru.diogelu.worklist.pages;

import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Finds and sets answers by the key of their question, such as {@code meeting.chair}, outside lists of rows. */
final class AnswerPaths {

    private AnswerPaths() {}

    @SuppressWarnings("unchecked")
    static void copy(String key, Map<String, Object> from, Map<String, Object> to) {
        Map<String, Object> source = from;
        Map<String, Object> target = to;
        String[] steps = key.split("\\.");
        for (int at = 0; at < steps.length - 1; at++) {
            if (!(source.get(steps[at]) instanceof Map<?, ?> inside)) {
                return;
            }
            source = (Map<String, Object>) inside;
            target = (Map<String, Object>) target.computeIfAbsent(steps[at], step -> new TreeMap<String, Object>());
        }
        @Nullable Object value = source.get(steps[steps.length - 1]);
        if (value != null) {
            target.put(steps[steps.length - 1], value);
        }
    }
}
