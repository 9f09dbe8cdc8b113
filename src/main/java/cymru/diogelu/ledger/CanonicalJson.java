package cymru.diogelu.ledger;

import java.io.IOException;
import java.math.BigDecimal;
import java.time.temporal.TemporalAccessor;
import java.util.Collection;
import java.util.Map;
import java.util.TreeMap;
import org.erdtman.jcs.NumberToJSON;
import org.jspecify.annotations.Nullable;

/**
 * Writes values as canonical JSON (RFC 8785) in one pass; the reference library has to parse text first. What
 * canonical JSON cannot hold exactly is refused rather than rounded: a record that changes a figure is no record.
 */
final class CanonicalJson {

    private static final int DEEPEST = 100;
    private static final long LARGEST_INTEGER = 1L << 53;
    private static final String HEX = "0123456789abcdef";

    private final StringBuilder out = new StringBuilder(256);

    private CanonicalJson() {}

    /** @throws IllegalArgumentException when a value has no exact canonical form */
    static String write(Map<String, ?> object) {
        CanonicalJson json = new CanonicalJson();
        json.value(object, 0);
        return json.out.toString();
    }

    private void value(@Nullable Object value, int depth) {
        if (depth > DEEPEST) {
            throw new IllegalArgumentException("JSON nested deeper than " + DEEPEST);
        }
        if (value == null || value instanceof Boolean) {
            out.append(value);
        } else if (value instanceof String || value instanceof TemporalAccessor) {
            text(out, value.toString());
        } else if (value instanceof Enum<?> constant) {
            text(out, constant.name());
        } else if (value instanceof Number number) {
            number(number);
        } else if (value instanceof Map<?, ?> map) {
            object(map, depth);
        } else if (value instanceof Collection<?> items) {
            array(items, depth);
        } else {
            throw new IllegalArgumentException(
                    "no JSON value: " + value.getClass().getName());
        }
    }

    private void object(Map<?, ?> map, int depth) {
        TreeMap<String, @Nullable Object> sorted = new TreeMap<>();
        map.forEach((key, member) -> sorted.put(name(key), member));
        char separator = '{';
        for (Map.Entry<String, @Nullable Object> member : sorted.entrySet()) {
            out.append(separator);
            text(out, member.getKey());
            out.append(':');
            value(member.getValue(), depth + 1);
            separator = ',';
        }
        out.append(sorted.isEmpty() ? "{}" : "}");
    }

    private static String name(@Nullable Object key) {
        if (key instanceof String name) {
            return name;
        }
        throw new IllegalArgumentException("the name of a JSON member must be a text");
    }

    private void array(Collection<?> items, int depth) {
        char separator = '[';
        for (Object item : items) {
            out.append(separator);
            value(item, depth + 1);
            separator = ',';
        }
        out.append(items.isEmpty() ? "[]" : "]");
    }

    private void number(Number number) {
        boolean integer = number instanceof Integer || number instanceof Long || number instanceof Short;
        if (integer && number.longValue() >= -LARGEST_INTEGER && number.longValue() <= LARGEST_INTEGER) {
            out.append(number.longValue());
            return;
        }
        String written = ecmaScript(number.doubleValue());
        boolean binary = number instanceof Double || number instanceof Float;
        if (!binary && new BigDecimal(written).compareTo(new BigDecimal(number.toString())) != 0) {
            throw new IllegalArgumentException("a number that JSON cannot hold exactly; record it as text");
        }
        out.append(written);
    }

    private static String ecmaScript(double value) {
        try {
            return NumberToJSON.serializeNumber(value);
        } catch (IOException e) {
            throw new IllegalArgumentException("JSON has no such number: " + value, e);
        }
    }

    /** @throws IllegalArgumentException when the text holds half a surrogate pair */
    static void text(StringBuilder out, String text) {
        out.append('"');
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (Character.isSurrogate(c)) {
                surrogatePair(out, text, i++);
            } else if (c < ' ' || c == '"' || c == '\\') {
                escape(out, c);
            } else {
                out.append(c);
            }
        }
        out.append('"');
    }

    private static void surrogatePair(StringBuilder out, String text, int i) {
        if (i + 1 == text.length() || !Character.isSurrogatePair(text.charAt(i), text.charAt(i + 1))) {
            throw new IllegalArgumentException("half a surrogate pair in a text");
        }
        out.append(text, i, i + 2);
    }

    private static void escape(StringBuilder out, char c) {
        out.append('\\');
        switch (c) {
            case '"', '\\' -> out.append(c);
            case '\b' -> out.append('b');
            case '\t' -> out.append('t');
            case '\n' -> out.append('n');
            case '\f' -> out.append('f');
            case '\r' -> out.append('r');
            default -> out.append("u00").append(HEX.charAt(c >> 4)).append(HEX.charAt(c & 15));
        }
    }
}
