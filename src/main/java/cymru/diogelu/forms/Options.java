package cymru.diogelu.forms;

import cymru.diogelu.language.Bilingual;
import cymru.diogelu.language.Language;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a question offers to choose from: a list in the form, a fact that is a list, or an expression that gives one.
 * Options that come from facts are texts, or objects with value, label and, for their Welsh label, cy.
 */
record Options(Map<String, Bilingual> listed, @Nullable String fact, @Nullable Expression expression) {

    static final Options NONE = new Options(Map.of(), null, null);

    /** Whether the values are known without the answers. */
    boolean known() {
        return expression == null;
    }

    Set<String> values(Map<String, Object> facts) {
        return fact == null ? listed.keySet() : offered(facts.get(fact)).keySet();
    }

    Set<String> values(Scope scope) {
        return words(scope).keySet();
    }

    List<Option> in(Language language, Scope scope) {
        return words(scope).entrySet().stream()
                .map(option -> new Option(option.getKey(), option.getValue().in(language)))
                .toList();
    }

    private Map<String, Bilingual> words(Scope scope) {
        if (expression != null) {
            return offered(expression.evaluate(scope));
        }
        return fact == null ? listed : offered(scope.context().get(fact));
    }

    private static Map<String, Bilingual> offered(@Nullable Object offer) {
        var options = new LinkedHashMap<String, Bilingual>();
        if (offer instanceof Iterable<?> list) {
            list.forEach(option -> add(option, options));
        }
        return options;
    }

    private static void add(@Nullable Object option, Map<String, Bilingual> options) {
        if (option instanceof String text && !text.isBlank()) {
            options.put(text, new Bilingual(text, text));
        } else if (option instanceof Map<?, ?> map && map.get("value") instanceof String value && !value.isBlank()) {
            var label = map.get("label") instanceof String text && !text.isBlank() ? text : value;
            options.put(
                    value,
                    new Bilingual(label, map.get("cy") instanceof String welsh && !welsh.isBlank() ? welsh : label));
        }
    }
}
