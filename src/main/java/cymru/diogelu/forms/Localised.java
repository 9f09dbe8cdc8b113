package cymru.diogelu.forms;

import cymru.diogelu.language.Language;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The JSON of a form with its texts replaced by those of one language; all else stays as the designer left it. */
final class Localised {

    private Localised() {}

    static Map<String, Object> of(Map<String, Object> json, List<Component> components, Language language) {
        var form = Tree.copy(json);
        form.put(
                "components",
                components.stream().map(inner -> of(inner, language)).collect(Collectors.toList()));
        return form;
    }

    private static Map<String, Object> of(Component component, Language language) {
        var texts = component.traits().texts();
        var json = Tree.copy(component.traits().source().json());
        texts.words().forEach((name, text) -> Tree.put(json, Texts.place(name), text.in(language)));
        if (!texts.options().isEmpty()) {
            var options = new ArrayList<Object>();
            texts.options().forEach((value, label) -> options.add(option(value, label.in(language))));
            json.put("values", options);
        }
        if (!component.components().isEmpty()) {
            return of(json, component.components(), language);
        }
        return json;
    }

    private static Map<String, Object> option(String value, String label) {
        var option = new LinkedHashMap<String, Object>();
        option.put("label", label);
        option.put("value", value);
        return option;
    }
}
