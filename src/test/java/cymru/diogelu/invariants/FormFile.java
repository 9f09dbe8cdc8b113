package cymru.diogelu.invariants;

import cymru.diogelu.forms.BrokenForm;
import cymru.diogelu.forms.Form;
import cymru.diogelu.forms.Forms;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** A form with the Welsh file beside it: as written, and as the judge of forms reads it. */
final class FormFile {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final String path;
    private final Map<String, Object> json;
    private final Map<String, Object> welsh;
    private final @Nullable Form form;
    private final List<Asked> asked = new ArrayList<>();

    /**
     * One component that asks something.
     *
     * @param place where the answer stands, {@code children[].fullName} in the rows of a list
     * @param key the last part of the place
     * @param hides every condition that can hide it, its own and those of what it stands in
     */
    record Asked(String place, String key, String type, Map<String, Object> json, List<String> hides) {

        List<String> options() {
            return json.get("values") instanceof List<?> values
                    ? values.stream()
                            .map(value -> String.valueOf(((Map<?, ?>) value).get("value")))
                            .toList()
                    : List.of();
        }

        boolean manyAnswers() {
            return type.equals("checklist") || type.equals("taglist");
        }

        boolean list() {
            return type.equals("dynamiclist");
        }

        boolean required() {
            return at("validate").get("required") == Boolean.TRUE;
        }

        String property(String name) {
            return String.valueOf(at("properties").getOrDefault(name, ""));
        }

        private Map<?, Object> at(String name) {
            @SuppressWarnings("unchecked")
            Map<String, Object> found = (Map<String, Object>) json.getOrDefault(name, Map.of());
            return found;
        }
    }

    FormFile(String path, String text, String welshText) {
        this.path = path;
        this.json = read(text);
        this.welsh = read(welshText);
        this.form = form(path, text, welshText);
        collect(json, "", List.of());
    }

    static Map<String, Object> read(String text) {
        return JSON.readValue(text, new TypeReference<>() {});
    }

    static String write(Map<String, Object> json) {
        return JSON.writeValueAsString(json);
    }

    private static @Nullable Form form(String path, String text, String welshText) {
        try {
            return new Forms().read(path, stream(text), stream(welshText));
        } catch (BrokenForm broken) {
            return null;
        }
    }

    private static ByteArrayInputStream stream(String text) {
        return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
    }

    private void collect(Map<String, Object> holder, String prefix, List<String> around) {
        for (Map<String, Object> component : components(holder)) {
            List<String> hides = new ArrayList<>(around);
            if (component.get("conditional") instanceof Map<?, ?> condition
                    && condition.get("hide") instanceof String hide) {
                hides.add(hide);
            }
            String type = String.valueOf(component.get("type"));
            String name = String.valueOf(component.getOrDefault(type.equals("dynamiclist") ? "path" : "key", ""));
            if (!name.isEmpty()) {
                asked.add(new Asked(prefix + name, name, type, component, List.copyOf(hides)));
            }
            String inside = type.equals("dynamiclist")
                    ? prefix + name + "[]."
                    : prefix
                            + Optional.ofNullable(component.get("path"))
                                    .map(group -> group + ".")
                                    .orElse("");
            collect(component, inside, hides);
        }
    }

    @SuppressWarnings("unchecked")
    static List<Map<String, Object>> components(Map<String, Object> holder) {
        return (List<Map<String, Object>>) holder.getOrDefault("components", List.of());
    }

    String path() {
        return path;
    }

    String id() {
        return String.valueOf(json.get("id"));
    }

    Map<String, Object> json() {
        return json;
    }

    Map<String, Object> welsh() {
        return welsh;
    }

    /** Empty when the judge refuses the file itself. */
    Optional<Form> form() {
        return Optional.ofNullable(form);
    }

    List<Asked> asked() {
        return asked;
    }

    Optional<Asked> asked(String key) {
        return asked.stream().filter(question -> question.key().equals(key)).findFirst();
    }

    boolean asksFor(String... keys) {
        return List.of(keys).stream().allMatch(key -> asked(key).isPresent());
    }

    Optional<Asked> first(Predicate<Asked> wanted) {
        return asked.stream().filter(wanted).findFirst();
    }

    Finding finding(String element, String sentence) {
        return new Finding(path, element, sentence);
    }
}
