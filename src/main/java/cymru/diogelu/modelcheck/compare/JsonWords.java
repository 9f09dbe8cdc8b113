package cymru.diogelu.modelcheck.compare;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Writes values of a JSON file so that two are written alike only if they are the same. */
final class JsonWords {

    private static final int MOST_DIGITS = 20;

    private JsonWords() {}

    /** Texts stand as they are; what is no text but looks like one is told apart by its quotation marks. */
    static String shown(@Nullable Object value) {
        boolean plain = value instanceof String text && !text.matches("true|false|null|-?[0-9.]+|(?s)[\\[{\"].*");
        return plain ? String.valueOf(value) : canonical(value);
    }

    static String canonical(@Nullable Object value) {
        if (value instanceof Map<?, ?> map) {
            Map<String, String> sorted = new TreeMap<>();
            map.forEach((name, inner) -> sorted.put(canonical(String.valueOf(name)), canonical(inner)));
            return sorted.toString();
        }
        if (value instanceof List<?> list) {
            return list.stream().map(JsonWords::canonical).collect(Collectors.joining(", ", "[", "]"));
        }
        if (value instanceof BigDecimal number) {
            BigDecimal least = number.stripTrailingZeros();
            return Math.abs(least.scale()) < MOST_DIGITS ? least.toPlainString() : least.toString();
        }
        return value instanceof String text ? '"' + text.replace("\"", "\\\"") + '"' : String.valueOf(value);
    }
}
