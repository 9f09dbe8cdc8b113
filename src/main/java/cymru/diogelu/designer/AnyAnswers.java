package cymru.diogelu.designer;

import cymru.diogelu.forms.Form;
import cymru.diogelu.forms.RenderedField;
import cymru.diogelu.language.Language;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/**
 * Makes answers that a form accepts: it fills what the form shows, sees what that makes visible, and fills again until
 * nothing changes.
 */
public final class AnyAnswers {

    private static final List<String> WORDS = List.of(
            "Spoke with the family at home",
            "Sŵn a ŷd 🙂",
            "The school shared what it knows",
            "Wedi siarad â’r plentyn");
    /** What a field with a pattern may ask for. */
    private static final List<String> SHAPED = List.of("DGL-2027-000001", "W06000015", "12345", "AB12");

    private static final int ROUNDS = 12;

    private final Random random;
    private Map<String, Boolean> settled = Map.of();

    public AnyAnswers(Random random) {
        this.random = random;
    }

    public Map<String, Object> answers(Form form, Map<String, Object> facts, Instant now) {
        return answers(form, facts, now, Map.of());
    }

    /** @param fixed answers that must stand as they are, by top-level key */
    public Map<String, Object> answers(Form form, Map<String, Object> facts, Instant now, Map<String, Object> fixed) {
        Map<String, Object> answers = new LinkedHashMap<>(fixed);
        Map<String, Object> before;
        int round = 0;
        do {
            before = copy(answers);
            Map<String, Object> next = new LinkedHashMap<>();
            fill(
                    form.render(Language.EN, facts, answers).fields(),
                    answers,
                    next,
                    new AnyDates(random, now, facts, next));
            answers = next;
        } while (!answers.equals(before) && ++round < ROUNDS);
        return answers;
    }

    /**
     * @param answered by path, the questions of which it is settled whether they are answered, with whatever is not fixed
     */
    public Map<String, Object> answers(
            Form form,
            Map<String, Object> facts,
            Instant now,
            Map<String, Object> fixed,
            Map<String, Boolean> answered) {
        settled = answered;
        try {
            return answers(form, facts, now, fixed);
        } finally {
            settled = Map.of();
        }
    }

    private void fill(
            List<RenderedField> fields, Map<String, Object> before, Map<String, Object> into, AnyDates dates) {
        for (RenderedField field : fields) {
            if (!field.visible() || field.readOnly()) {
                continue;
            }
            if (field.type().equals("group")) {
                fill(field.children(), before, into, dates);
            } else if (field.type().equals("dynamiclist")) {
                into.put(name(field), rows(field, before, dates));
            } else if (takesAnswer(field)) {
                Object answer = before.containsKey(name(field)) ? before.get(name(field)) : answer(field, dates);
                if (answer != null) {
                    into.put(name(field), answer);
                }
            }
        }
    }

    private List<Map<String, Object>> rows(RenderedField field, Map<String, Object> before, AnyDates dates) {
        List<?> earlier = before.get(name(field)) instanceof List<?> list ? list : null;
        int wanted = Math.max(minRows(field), earlier != null ? earlier.size() : random.nextInt(2));
        List<Map<String, Object>> rows = new ArrayList<>();
        for (int i = 0; i < wanted; i++) {
            Map<String, Object> row = new LinkedHashMap<>();
            if (i < field.rows().size()) {
                fill(field.rows().get(i), earlierRow(earlier, i), row, dates);
            }
            rows.add(row);
        }
        return rows;
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> earlierRow(@Nullable List<?> earlier, int index) {
        return earlier == null || index >= earlier.size() ? Map.of() : (Map<String, Object>) earlier.get(index);
    }

    private static int minRows(RenderedField field) {
        return field.constraints().get("minRows") instanceof Number number ? number.intValue() : 0;
    }

    private static boolean takesAnswer(RenderedField field) {
        return !List.of("text", "html", "separator", "spacer", "button", "expression")
                .contains(field.type());
    }

    private @Nullable Object answer(RenderedField field, AnyDates dates) {
        Boolean answered = settled.get(field.key().replaceAll("\\[\\d+]", "[]"));
        return answered == null ? perhaps(field, dates) : answered ? something(field, dates) : null;
    }

    private @Nullable Object perhaps(RenderedField field, AnyDates dates) {
        boolean skip = !field.required() && !field.properties().containsKey("routes") && random.nextInt(3) == 0;
        return skip && !field.properties().containsKey("mustInclude") ? null : something(field, dates);
    }

    private Object something(RenderedField field, AnyDates dates) {
        return switch (field.type()) {
            case "checkbox" -> field.required() || random.nextBoolean();
            case "radio", "select" -> one(field);
            case "checklist", "taglist" -> several(field);
            case "number" -> number(field);
            case "datetime" -> dates.answer(field);
            default -> text(field);
        };
    }

    private String one(RenderedField field) {
        return field.options().get(random.nextInt(field.options().size())).value();
    }

    private List<String> several(RenderedField field) {
        List<String> must =
                Arrays.asList(field.properties().getOrDefault("mustInclude", "").split(" "));
        List<String> chosen = field.options().stream()
                .map(option -> option.value())
                .filter(value -> must.contains(value) || random.nextInt(4) == 0)
                .toList();
        return chosen.isEmpty() ? List.of(one(field)) : chosen;
    }

    private Object number(RenderedField field) {
        int min = field.constraints().get("min") instanceof BigDecimal limit ? limit.intValue() : 0;
        return min + random.nextInt(3);
    }

    private String text(RenderedField field) {
        if ("email".equals(field.constraints().get("validationType"))) {
            return "somebody@example.org";
        }
        if ("phone".equals(field.constraints().get("validationType"))) {
            return "+442920000000";
        }
        if (field.constraints().get("pattern") instanceof String pattern) {
            return SHAPED.stream()
                    .filter(text -> text.matches(pattern))
                    .findFirst()
                    .orElseThrow();
        }
        String text = WORDS.get(random.nextInt(WORDS.size()));
        int min = field.constraints().get("minLength") instanceof Number number ? number.intValue() : 0;
        while (text.length() < min) {
            text = text + ". " + WORDS.get(random.nextInt(WORDS.size()));
        }
        int max = field.constraints().get("maxLength") instanceof Number number ? number.intValue() : text.length();
        return text.length() > max ? text.substring(0, max) : text;
    }

    private static String name(RenderedField field) {
        return field.key().substring(field.key().lastIndexOf('.') + 1);
    }

    private static Map<String, Object> copy(Map<String, Object> answers) {
        return new LinkedHashMap<>(answers);
    }
}
