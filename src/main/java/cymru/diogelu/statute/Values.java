package cymru.diogelu.statute;

import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Finds the values that stand under a key of a condition. */
final class Values {

    static final String OF_THE_CONCERN = CaseHistory.CONCERN + ".";

    private Values() {}

    /** Whether a value stands there and is as asked; under {@code list[].key}, in every row of a list that has rows. */
    static boolean all(String key, CaseEvent event, Map<String, Object> concern, Predicate<@Nullable Object> asked) {
        return key.startsWith(OF_THE_CONCERN)
                ? all(key.substring(OF_THE_CONCERN.length()), concern, asked)
                : all(key, event.data(), asked);
    }

    private static boolean all(String key, Map<?, ?> data, Predicate<@Nullable Object> asked) {
        int rows = key.indexOf("[].");
        if (rows < 0) {
            return asked.test(data.get(key));
        }
        String rest = key.substring(rows + 3);
        return data.get(key.substring(0, rows)) instanceof List<?> list
                && !list.isEmpty()
                && list.stream().allMatch(row -> row instanceof Map<?, ?> map && all(rest, map, asked));
    }
}
