package cymru.diogelu.walk;

import cymru.diogelu.forms.Form;
import cymru.diogelu.forms.Forms;
import java.io.ByteArrayInputStream;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** Reads a form as the API serves it. It comes in one language, which stands for the other as well. */
final class ServedForm {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Forms FORMS = new Forms();
    private static final List<String> TEXTS =
            List.of("label", "description", "text", "content", "dateLabel", "timeLabel");

    private ServedForm() {}

    static Form read(Map<String, Object> json) {
        Map<String, Object> words = new LinkedHashMap<>();
        collect(json, "", words);
        return FORMS.read("served", stream(json), stream(Map.of("components", words)));
    }

    @SuppressWarnings("unchecked")
    private static void collect(Map<String, Object> holder, String prefix, Map<String, Object> words) {
        for (var component : (List<Map<String, Object>>) holder.getOrDefault("components", List.of())) {
            Object own = component.getOrDefault("key", component.get("path"));
            String path = own == null || own.equals("") ? prefix : prefix + own + ".";
            Object name = component.containsKey("key") ? prefix + component.get("key") : component.get("id");
            words.put(String.valueOf(name), texts(component));
            collect(component, path, words);
        }
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> texts(Map<String, Object> component) {
        Map<String, Object> texts = new LinkedHashMap<>();
        TEXTS.forEach(text -> put(texts, text, component.get(text)));
        put(texts, "patternErrorMessage", part(component, "validate").get("patternErrorMessage"));
        put(texts, "prefixAdorner", part(component, "appearance").get("prefixAdorner"));
        put(texts, "suffixAdorner", part(component, "appearance").get("suffixAdorner"));
        if (component.get("values") instanceof List<?> values && !values.isEmpty()) {
            Map<String, Object> options = new LinkedHashMap<>();
            ((List<Map<String, Object>>) values)
                    .forEach(option -> options.put((String) option.get("value"), option.get("label")));
            texts.put("options", options);
        }
        return texts;
    }

    private static void put(Map<String, Object> texts, String name, @Nullable Object text) {
        if (text instanceof String words && !words.isBlank()) {
            texts.put(name, words);
        }
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> part(Map<String, Object> component, String name) {
        return (Map<String, Object>) component.getOrDefault(name, Map.of());
    }

    private static ByteArrayInputStream stream(Map<String, Object> json) {
        return new ByteArrayInputStream(JSON.writeValueAsBytes(json));
    }
}
