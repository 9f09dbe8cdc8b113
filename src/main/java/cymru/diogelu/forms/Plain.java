package cymru.diogelu.forms;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What FEEL computes, as JSON can carry it: dates and durations become their ISO text. */
final class Plain {

    private Plain() {}

    static @Nullable Object of(@Nullable Object value) {
        if (value == null || value instanceof String || value instanceof Boolean) {
            return value;
        }
        if (value instanceof Number number) {
            return number(new BigDecimal(number.toString()).stripTrailingZeros());
        }
        if (value instanceof List<?> list) {
            var plain = new ArrayList<@Nullable Object>();
            list.forEach(inner -> plain.add(of(inner)));
            return plain;
        }
        if (value instanceof Map<?, ?> map) {
            var plain = new LinkedHashMap<String, @Nullable Object>();
            map.forEach((name, inner) -> plain.put(String.valueOf(name), of(inner)));
            return plain;
        }
        return value.toString();
    }

    private static Object number(BigDecimal number) {
        if (number.scale() > 0 || number.precision() - number.scale() > 18) {
            return number;
        }
        long whole = number.longValue();
        if (whole == (int) whole) {
            return (int) whole;
        }
        return whole;
    }
}
