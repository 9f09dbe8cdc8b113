package cymru.diogelu.modelcheck.proof;

import cymru.diogelu.modelcheck.reading.FormFile;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A question of a form, as far as it matters to what may be answered.
 *
 * @param path {@code children[].fullName} in the rows of a list
 * @param options the values that it offers; none for free text
 * @param mustInclude the options without which no list is taken
 * @param hides the conditions under which it, or what holds it, is not shown
 */
record Question(
        String path,
        String type,
        boolean required,
        List<String> options,
        Set<String> mustInclude,
        List<String> hides,
        boolean routes,
        boolean fact) {

    /** In the order of the form. */
    static List<Question> of(FormFile form) {
        List<Question> questions = new ArrayList<>();
        add(form.json().members(), "", List.of(), true, questions);
        return questions;
    }

    /** @param always whether it is asked at all where nothing hides it: a list may have no rows */
    private static void add(
            Map<?, ?> holder, String path, List<String> around, boolean always, List<Question> questions) {
        if (!(holder.get("components") instanceof List<?> components)) {
            return;
        }
        for (Object each : components) {
            if (each instanceof Map<?, ?> component) {
                List<String> hides = new ArrayList<>(around);
                hide(component).forEach(hides::add);
                if (component.containsKey("components")) {
                    boolean rows = always && (!isList(component) || hasRows(component));
                    add(component, inside(component, path), hides, rows, questions);
                } else if (component.containsKey("key")) {
                    questions.add(question(component, path, hides, always));
                }
            }
        }
    }

    private static String inside(Map<?, ?> component, String path) {
        String own = FormFile.text(component, "path");
        if (own.isEmpty()) {
            return path;
        }
        return path + own + (isList(component) ? "[]." : ".");
    }

    private static boolean isList(Map<?, ?> component) {
        return FormFile.text(component, "type").equals("dynamiclist");
    }

    private static boolean hasRows(Map<?, ?> list) {
        return FormFile.text(FormFile.properties(list), "minRows").matches("0*[1-9][0-9]*");
    }

    private static Stream<String> hide(Map<?, ?> component) {
        return component.get("conditional") instanceof Map<?, ?> conditional
                ? Stream.of(FormFile.text(conditional, "hide"))
                        .filter(text -> text.startsWith("="))
                        .map(text -> text.substring(1))
                : Stream.empty();
    }

    private static Question question(Map<?, ?> component, String path, List<String> hides, boolean always) {
        boolean required = always
                && component.get("validate") instanceof Map<?, ?> validate
                && Boolean.TRUE.equals(validate.get("required"));
        return new Question(
                path + FormFile.text(component, "key"),
                FormFile.text(component, "type"),
                required,
                options(component),
                mustInclude(component),
                List.copyOf(hides),
                says(component, "routes"),
                says(component, "fact"));
    }

    private static List<String> options(Map<?, ?> component) {
        return component.get("values") instanceof List<?> values
                ? values.stream()
                        .filter(Map.class::isInstance)
                        .map(value -> FormFile.text((Map<?, ?>) value, "value"))
                        .toList()
                : List.of();
    }

    private static Set<String> mustInclude(Map<?, ?> component) {
        String named =
                FormFile.text(FormFile.properties(component), "mustInclude").strip();
        return named.isEmpty() ? Set.of() : Set.of(named.split("[\\s,]+"));
    }

    private static boolean says(Map<?, ?> component, String property) {
        return "true".equals(FormFile.text(FormFile.properties(component), property));
    }

    /** The last step of its path: the name of the variable or fact that it becomes. */
    String name() {
        return path.substring(path.lastIndexOf('.') + 1);
    }

    boolean severalAnswers() {
        return type.equals("checklist") || type.equals("taglist");
    }

    /** Whether conditions of the form can read it by its name. */
    boolean atTheTop() {
        return !path.contains(".");
    }
}
