package cymru.diogelu.api;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** What the service answered. */
public record Answer(int status, String type, String text) {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    static Answer of(HttpResponse<String> response) {
        return new Answer(
                response.statusCode(),
                response.headers().firstValue("Content-Type").orElse(""),
                response.body());
    }

    @SuppressWarnings("unchecked")
    public Map<String, Object> json() {
        return JSON.readValue(text, Map.class);
    }

    public @Nullable Object get(String name) {
        return json().get(name);
    }

    /** A text that must be there. */
    public static String word(Map<String, Object> object, String name) {
        return Objects.requireNonNull((String) object.get(name), name);
    }

    @SuppressWarnings("unchecked")
    public List<Map<String, Object>> list(String name) {
        return (List<Map<String, Object>>) json().getOrDefault(name, List.of());
    }

    /** The keys of a refusal's errors, in their order. */
    public List<String> faultyKeys() {
        return list("errors").stream().map(error -> (String) error.get("key")).toList();
    }
}
