package cymru.diogelu.modelcheck.reading;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Writes down what a table was asked, as its cells would. */
final class TableWords {

    private static final int MOST_EXAMPLES = 5;

    private static final int MOST_READ = 1_000;

    private TableWords() {}

    static String of(@Nullable Object value) {
        if (value instanceof List<?> list) {
            return list.stream().map(TableWords::of).collect(Collectors.joining(", ", "[", "]"));
        }
        return value instanceof String text ? '"' + text + '"' : String.valueOf(value);
    }

    /** The first of several combinations, with the other values of a variable where that alone differs. */
    static String of(List<Map<String, @Nullable Object>> combinations) {
        Map<String, @Nullable Object> first = combinations.get(0);
        return first.keySet().stream()
                .map(variable -> variable + " = " + values(combinations, first, variable))
                .collect(Collectors.joining(", "));
    }

    private static String values(
            List<Map<String, @Nullable Object>> combinations, Map<String, @Nullable Object> first, String variable) {
        return combinations.stream()
                .limit(MOST_READ)
                .filter(other -> first.keySet().stream()
                        .allMatch(name -> name.equals(variable) || Objects.equals(first.get(name), other.get(name))))
                .map(other -> of(other.get(variable)))
                .distinct()
                .limit(MOST_EXAMPLES)
                .collect(Collectors.joining(" / "));
    }
}
