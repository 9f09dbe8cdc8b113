package cymru.diogelu.forms;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import tools.jackson.core.json.JsonReadFeature;
import tools.jackson.databind.json.JsonMapper;

/** Forms written down in a test: single quotes for JSON's double ones, and Welsh texts made from the English. */
final class Sample {

    static final Instant NOW = Instant.parse("2026-03-10T12:00:00Z");

    private static final JsonMapper LENIENT = JsonMapper.builder()
            .enable(JsonReadFeature.ALLOW_SINGLE_QUOTES, JsonReadFeature.ALLOW_UNQUOTED_PROPERTY_NAMES)
            .build();

    private Sample() {}

    static Form form(String... components) {
        return read(source(components));
    }

    static String source(String... components) {
        return "{type: 'default', id: 'sample', schemaVersion: 18, components: [" + String.join(",", components) + "]}";
    }

    static Form read(String form) {
        var json = json(form);
        return read(json, welsh(json));
    }

    static Form read(Map<String, Object> form, Map<String, Object> welsh) {
        return new Forms().read("sample.form", stream(form), stream(welsh));
    }

    static Judgement judge(Form form, String answers) {
        return form.judge(json(answers), Map.of(), NOW);
    }

    /** The errors as "key code", in order. */
    static List<String> errors(Form form, String answers) {
        return codes(judge(form, answers));
    }

    static List<String> codes(Judgement judgement) {
        return judgement.errors().stream()
                .map(error -> error.key() + " " + error.code())
                .toList();
    }

    @SuppressWarnings("unchecked")
    static Map<String, Object> json(String text) {
        return LENIENT.readValue(text, Map.class);
    }

    /** A Welsh file that says "cy: ..." for every text. */
    static Map<String, Object> welsh(Map<String, Object> form) {
        var entries = new TreeMap<String, Object>();
        collect(form, "", entries);
        return Map.of("components", entries);
    }

    @SuppressWarnings("unchecked")
    private static void collect(Map<String, Object> holder, String around, Map<String, Object> entries) {
        for (var component : (List<Map<String, Object>>) holder.getOrDefault("components", List.of())) {
            var own = String.valueOf(component.getOrDefault("key", component.getOrDefault("path", "")));
            var path = own.isEmpty() ? around : around.isEmpty() ? own : around + "." + own;
            var entry = new LinkedHashMap<String, Object>();
            for (var name : Texts.NAMES) {
                if (Tree.get(component, Texts.place(name)) instanceof String text && !text.isBlank()) {
                    entry.put(name, "cy: " + text);
                }
            }
            if (component.get("values") instanceof List<?> values) {
                var options = new LinkedHashMap<String, Object>();
                values.forEach(value -> options.put(
                        String.valueOf(((Map<?, ?>) value).get("value")), "cy: " + ((Map<?, ?>) value).get("label")));
                entry.put("options", options);
            }
            if (!entry.isEmpty()) {
                entries.put(component.containsKey("key") ? path : String.valueOf(component.get("id")), entry);
            }
            collect(component, path, entries);
        }
    }

    private static ByteArrayInputStream stream(Map<String, Object> json) {
        return new ByteArrayInputStream(LENIENT.writeValueAsString(json).getBytes(StandardCharsets.UTF_8));
    }
}
