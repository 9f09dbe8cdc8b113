package cymru.diogelu.procedures.models;

import cymru.diogelu.forms.Feel;
import cymru.diogelu.forms.Form;
import cymru.diogelu.language.Language;
import java.util.Collection;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * What the expressions of forms read, against what forms ask and procedures set. A misspelt name would pass for a
 * question that nobody has answered: a page such as that to call 999 would never be shown, and nothing would say so.
 */
final class FormVariables {

    /** What a row of a list sees besides: its own answers, what is around it, and its number. */
    private static final Set<String> IN_ROWS = Set.of("this", "parent", "i");

    private static final Pattern STEP = Pattern.compile("[.\\[\\]]+");

    private final Feel feel = new Feel();
    private final Set<String> known = new HashSet<>();

    private FormVariables(Set<String> set, Collection<Form> forms) {
        known.addAll(IN_ROWS);
        known.addAll(set);
        forms.stream()
                .flatMap(form -> form.fields().stream())
                .flatMap(field -> STEP.splitAsStream(field.path()))
                .forEach(known::add);
    }

    /**
     * @param set names that procedures and tables set
     * @throws BrokenModel naming the form and the component whose expression reads what is never known
     */
    static void check(Collection<Form> forms, Set<String> set) {
        FormVariables variables = new FormVariables(set, forms);
        forms.forEach(form -> variables.check(form, form.id(), form.localised(Language.EN)));
    }

    private void check(Form form, String component, Object part) {
        if (part instanceof Map<?, ?> object) {
            String inside = object.get("id") instanceof String id ? id : component;
            object.values().forEach(value -> check(form, inside, value));
        } else if (part instanceof Collection<?> list) {
            list.forEach(value -> check(form, component, value));
        } else if (part instanceof String text && text.startsWith("=")) {
            reads(text).forEach((name, expression) -> {
                throw new BrokenModel(
                        form.file(),
                        component,
                        "'%s' reads '%s', which no form asks and no table gives".formatted(expression, name));
            });
        }
    }

    /** Names that are never known, each with the expression. */
    private Map<String, String> reads(String text) {
        Map<String, String> unknown = new TreeMap<>();
        Feel.variables(feel.expression(text.substring(1))).stream()
                .filter(name -> !known.contains(name))
                .forEach(name -> unknown.put(name, text.substring(1)));
        return unknown;
    }
}
