package cymru.diogelu.forms;

import java.io.InputStream;
import java.util.Map;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** Reads one JSON object from a file; a name that stands twice in an object is a mistake of the designer. */
final class JsonFile {

    private static final JsonMapper MAPPER = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS, DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private JsonFile() {}

    static Map<String, Object> read(String file, InputStream stream) {
        try {
            var json = MAPPER.readValue(stream, new TypeReference<Map<String, Object>>() {});
            if (json == null) {
                throw new BrokenForm(file, "form", "not a JSON object");
            }
            return json;
        } catch (JacksonException e) {
            throw new BrokenForm(file, "form", "not a JSON object: " + e.getOriginalMessage());
        }
    }
}
