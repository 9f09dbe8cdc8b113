package cymru.diogelu.forms;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One JSON object of a form file, read with the file and the element in mind that a complaint has to name. */
record Source(String file, String element, Map<String, Object> json) {

    BrokenForm broken(String reason) {
        return new BrokenForm(file, element, reason);
    }

    Source at(String otherElement) {
        return new Source(file, otherElement, json);
    }

    @Nullable
    String text(String name) {
        return value(name, String.class, "text");
    }

    String mandatoryText(String name) {
        var text = text(name);
        if (text == null || text.isBlank()) {
            throw broken("'%s' is missing".formatted(name));
        }
        return text;
    }

    boolean flag(String name, boolean otherwise) {
        var flag = value(name, Boolean.class, "true or false");
        return flag == null ? otherwise : flag;
    }

    @Nullable
    BigDecimal number(String name) {
        var number = value(name, Number.class, "a number");
        return number == null ? null : new BigDecimal(number.toString());
    }

    int count(String name, int otherwise) {
        var number = number(name);
        if (number == null) {
            return otherwise;
        }
        if (number.stripTrailingZeros().scale() > 0
                || number.signum() < 0
                || number.compareTo(BigDecimal.TEN.pow(6)) > 0) {
            throw broken("'%s' is not a usable number: %s".formatted(name, number));
        }
        return number.intValue();
    }

    @SuppressWarnings("unchecked")
    Source object(String name) {
        var object = value(name, Map.class, "an object");
        return new Source(file, element, object == null ? Map.of() : object);
    }

    @SuppressWarnings("unchecked")
    List<Source> objects(String name) {
        List<Object> list = value(name, List.class, "a list");
        return list == null ? List.of() : list.stream().map(this::entry).toList();
    }

    boolean has(String name) {
        return json.get(name) != null;
    }

    @SuppressWarnings("unchecked")
    private Source entry(Object entry) {
        if (entry instanceof Map<?, ?> map) {
            return new Source(file, element, (Map<String, Object>) map);
        }
        throw broken("an object is expected, not " + entry);
    }

    private <T> @Nullable T value(String name, Class<T> type, String expected) {
        var value = json.get(name);
        if (value == null || type.isInstance(value)) {
            return type.cast(value);
        }
        throw broken("'%s' is not %s: %s".formatted(name, expected, value));
    }
}
