package cymru.diogelu.forms;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.util.MultiValueMap;

/**
 * Puts together what a browser posts as the judge reads it: nested answers under the fields' keys, lists of rows, dates
 * from their boxes. What cannot be read is handed on as it was typed, so that the judge can say what is wrong and the
 * page can show it again.
 */
public final class PostedAnswers {

    private static final Pattern POSITION = Pattern.compile("\\[(\\d{1,2})]");
    private static final Pattern BOX = Pattern.compile("(.+)-(day|month|year|time)");
    private static final Pattern THOUSANDS = Pattern.compile("[+-]?\\d{1,3}(,\\d{3})+(\\.\\d*)?");

    private final Map<String, Field> fields;
    private final MultiValueMap<String, String> posted;
    private final Map<String, Object> answers;

    private PostedAnswers(Form form, MultiValueMap<String, String> posted, Map<String, Object> answers) {
        this.fields = form.fields().stream().collect(Collectors.toMap(Field::path, Function.identity()));
        this.posted = posted;
        this.answers = answers;
    }

    public static Map<String, Object> of(Form form, MultiValueMap<String, String> posted) {
        PostedAnswers all = new PostedAnswers(form, posted, new TreeMap<>());
        all.read(key -> true);
        return all.answers;
    }

    /**
     * Replaces the answers to the questions of a page; what else was posted is not looked at.
     *
     * @param asked the keys of the questions, of a list the key of the whole
     */
    public static void replace(
            Map<String, Object> answers, Set<String> asked, Form form, MultiValueMap<String, String> posted) {
        PostedAnswers page = new PostedAnswers(form, posted, answers);
        asked.forEach(key -> page.holder(key).remove(lastStep(key)));
        page.read(key -> asked.stream().anyMatch(one -> key.equals(one) || key.startsWith(one + "[")));
    }

    private void read(Predicate<String> asked) {
        for (String name : posted.keySet()) {
            Matcher box = BOX.matcher(name);
            String key = box.matches() && fields.containsKey(pattern(box.group(1))) ? box.group(1) : name;
            Field field = asked.test(key) ? fields.get(pattern(key)) : null;
            Object value = field == null ? null : value(field, key);
            if (value != null) {
                holder(key).put(lastStep(key), value);
            }
        }
    }

    private static String pattern(String key) {
        return POSITION.matcher(key).replaceAll("[]");
    }

    private @Nullable Object value(Field field, String key) {
        return switch (field.type()) {
            case "checklist", "taglist" ->
                posted.getOrDefault(key, List.of()).stream()
                        .filter(option -> !option.isEmpty())
                        .toList();
            case "dynamiclist" -> null;
            case "checkbox" -> posted.getOrDefault(key, List.of()).contains("true");
            case "number" -> number(text(key));
            case "datetime" -> moment(key);
            default -> emptyToNull(text(key).replace("\r\n", "\n"));
        };
    }

    /** A comma is taken away between thousands only: elsewhere it may stand for a decimal point. */
    static @Nullable Object number(String typed) {
        String digits = typed.strip();
        try {
            return digits.isEmpty()
                    ? null
                    : new BigDecimal(THOUSANDS.matcher(digits).matches() ? digits.replace(",", "") : digits);
        } catch (NumberFormatException noNumber) {
            return typed;
        }
    }

    private @Nullable Object moment(String key) {
        Map<String, String> typed = DateBoxes.NAMES.stream()
                .filter(box -> posted.containsKey(key + "-" + box))
                .collect(Collectors.toMap(Function.identity(), box -> text(key + "-" + box)));
        return DateBoxes.answer(typed);
    }

    private static @Nullable String emptyToNull(String text) {
        return text.isBlank() ? null : text;
    }

    private String text(String name) {
        String value = posted.getFirst(name);
        return value == null ? "" : value;
    }

    private static String lastStep(String key) {
        return key.substring(key.lastIndexOf('.') + 1);
    }

    private Map<String, Object> holder(String key) {
        Map<String, Object> here = answers;
        String[] steps = key.split("\\.");
        for (int at = 0; at < steps.length - 1; at++) {
            here = inside(here, steps[at]);
        }
        return here;
    }

    /** Rows of a list come in any order: the rows before a named one are there too, empty until they are named. */
    @SuppressWarnings("unchecked")
    private static Map<String, Object> inside(Map<String, Object> here, String step) {
        Matcher position = POSITION.matcher(step);
        if (!position.find()) {
            return (Map<String, Object>) here.computeIfAbsent(step, name -> new TreeMap<String, Object>());
        }
        String list = step.substring(0, position.start());
        List<Map<String, Object>> rows =
                (List<Map<String, Object>>) here.computeIfAbsent(list, name -> new ArrayList<Map<String, Object>>());
        int row = Integer.parseInt(position.group(1));
        while (rows.size() <= row) {
            rows.add(new LinkedHashMap<>());
        }
        return rows.get(row);
    }
}
