package cymru.diogelu.worklist.pages;

import cymru.diogelu.api.UsualAnswers;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The usual answers of the scenario book, with what has happened put at the beginning of the tests' day: told months
 * later every step would be late, and the case would be about its delays.
 */
final class RecentAnswers {

    private static final String BEGINNING = "2027-04-19T10:00:00+01:00";

    private RecentAnswers() {}

    static Map<String, Object> of(String form) {
        return recent(UsualAnswers.of(form));
    }

    static Map<String, Object> recent(Map<?, ?> answers) {
        Map<String, Object> recent = new LinkedHashMap<>();
        answers.forEach((key, value) -> recent.put(key.toString(), recent(value)));
        return recent;
    }

    private static Object recent(Object value) {
        if (value instanceof Map<?, ?> inside) {
            return recent(inside);
        }
        if (value instanceof List<?> several) {
            return several.stream().map(RecentAnswers::recent).toList();
        }
        return value instanceof String text && text.matches("2027-0[1-3]-.*")
                ? text.contains("T") ? BEGINNING : BEGINNING.substring(0, 10)
                : value;
    }
}
