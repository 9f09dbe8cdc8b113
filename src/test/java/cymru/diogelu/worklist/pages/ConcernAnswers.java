package cymru.diogelu.worklist.pages;

import cymru.diogelu.api.UsualAnswers;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A concern about two children, as somebody types it into pages. */
final class ConcernAnswers {

    private static final Pattern NAME = Pattern.compile("(?:(\\w+)\\[(\\d+)]\\.)?(\\w+)(?:-(day|month|year|time))?");

    private final Map<String, Object> answers;

    private ConcernAnswers(Map<String, Object> answers) {
        this.answers = answers;
    }

    /** One child, and nothing before the tests' day. */
    static ConcernAnswers ofOneChild() {
        return new ConcernAnswers(RecentAnswers.recent(UsualAnswers.concern()));
    }

    /** Two children, and a meeting with whoever may harm them that makes it an emergency. */
    static ConcernAnswers ofTwoChildrenInDanger() {
        Map<String, Object> danger = new LinkedHashMap<>(ofTwoChildren());
        danger.put("immediateDanger", "yes");
        danger.put("called999", "yes");
        danger.put("called999At", "2027-02-01T09:45:00Z");
        return new ConcernAnswers(danger);
    }

    /** As JSON would have them. */
    static Map<String, Object> ofTwoChildren() {
        Map<String, Object> concern = UsualAnswers.concern();
        Map<String, Object> elis = child(concern);
        Map<String, Object> gwen = UsualAnswers.with(elis, "fullName", "Gwen Morgan");
        return UsualAnswers.with(concern, "children", List.of(elis, UsualAnswers.with(gwen, "dob", "2015-06-02")));
    }

    int children() {
        return rows("children").size();
    }

    /** What is typed or chosen under a name of the form; nothing where there is no answer. */
    List<String> of(String name) {
        Matcher part = NAME.matcher(name);
        if (!part.matches()) {
            return List.of();
        }
        Map<String, Object> holder = part.group(1) == null ? answers : row(part.group(1), part.group(2));
        Object value = holder.get(part.group(3));
        if (value instanceof List<?> several) {
            return several.stream().map(Objects::toString).toList();
        }
        return value == null ? List.of() : List.of(box(value.toString(), part.group(4)));
    }

    private static String box(String value, @Nullable String box) {
        List<String> date = Arrays.asList(value.split("[-T]"));
        return switch (Objects.toString(box)) {
            case "year" -> date.get(0);
            case "month" -> date.get(1);
            case "day" -> date.get(2);
            case "time" -> date.get(3).substring(0, "hh:mm".length());
            default -> value;
        };
    }

    private Map<String, Object> row(String list, String position) {
        return rows(list).get(Integer.parseInt(position));
    }

    private List<Map<String, Object>> rows(String list) {
        return rows(answers, list);
    }

    private static Map<String, Object> child(Map<String, Object> concern) {
        return rows(concern, "children").get(0);
    }

    @SuppressWarnings("unchecked")
    private static List<Map<String, Object>> rows(Map<String, Object> concern, String list) {
        return (List<Map<String, Object>>) Objects.requireNonNull(concern.get(list));
    }
}
