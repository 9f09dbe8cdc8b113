package cymru.diogelu.modelcheck.reading;

import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.json.JsonFactory;

/** A JSON object with the lines on which its members stand. */
public final class JsonText {

    private static final JsonFactory FACTORY = JsonFactory.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build();

    private final Map<String, Object> members;
    private final Lines lines;

    /** Where members, objects with an id or a key, and objects themselves stand first. */
    private record Lines(Map<String, Integer> members, Map<String, Integer> named, Map<Object, Integer> objects) {

        Lines() {
            this(new HashMap<>(), new HashMap<>(), new IdentityHashMap<>());
        }
    }

    private JsonText(Map<String, Object> members, Lines lines) {
        this.members = members;
        this.lines = lines;
    }

    /** @throws Unreadable with the line and the reason */
    static JsonText read(byte[] content) throws Unreadable {
        Lines lines = new Lines();
        try (JsonParser parser = FACTORY.createParser(new String(content, StandardCharsets.UTF_8))) {
            if (parser.nextToken() != JsonToken.START_OBJECT) {
                throw new Unreadable(1, "not a JSON object");
            }
            Map<String, Object> members = object(parser, lines);
            if (parser.nextToken() != null) {
                throw new Unreadable(parser.currentLocation().getLineNr(), "goes on behind its end");
            }
            return new JsonText(members, lines);
        } catch (JacksonException broken) {
            int line = broken.getLocation() == null ? 0 : broken.getLocation().getLineNr();
            throw new Unreadable(line, broken.getOriginalMessage());
        }
    }

    private static Map<String, Object> object(JsonParser parser, Lines lines) {
        Deque<Object> open = new ArrayDeque<>();
        Map<String, Object> root = new LinkedHashMap<>();
        open.push(root);
        while (!open.isEmpty()) {
            JsonToken token = parser.nextToken();
            if (token.isStructEnd()) {
                open.pop();
            } else if (token.isStructStart()) {
                Object inside = container(token);
                keep(open.element(), parser.currentName(), inside, parser, lines);
                open.push(inside);
            } else if (token != JsonToken.PROPERTY_NAME) {
                keep(open.element(), parser.currentName(), value(parser, token), parser, lines);
            }
        }
        return root;
    }

    private static Object container(JsonToken start) {
        return start == JsonToken.START_OBJECT ? new LinkedHashMap<String, Object>() : new ArrayList<>();
    }

    private static @Nullable Object value(JsonParser parser, JsonToken token) {
        return switch (token) {
            case VALUE_TRUE -> true;
            case VALUE_FALSE -> false;
            case VALUE_NULL -> null;
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> parser.getDecimalValue();
            default -> parser.getString();
        };
    }

    @SuppressWarnings("unchecked")
    private static void keep(
            Object holder, @Nullable String name, @Nullable Object value, JsonParser parser, Lines lines) {
        int line = parser.currentTokenLocation().getLineNr();
        if (value instanceof Map<?, ?>) {
            lines.objects().put(value, line);
        }
        if (holder instanceof List<?> list) {
            ((List<@Nullable Object>) list).add(value);
        } else if (name != null) {
            ((Map<String, @Nullable Object>) holder).put(name, value);
            lines.members().putIfAbsent(name, line);
        }
        boolean names = "id".equals(name) || "key".equals(name) || "path".equals(name);
        if (names && value instanceof String text) {
            lines.named().putIfAbsent(text, line);
        }
    }

    public Map<String, Object> members() {
        return members;
    }

    /** The first line on which something of this name stands: an object with this id or key, or a member; 0 where none does. */
    public int line(String name) {
        Integer line = lines.named().get(name);
        return line == null ? lines.members().getOrDefault(name, 0) : line;
    }

    /** The line on which an object of it begins; 0 for one that is not of it. */
    public int line(Map<?, ?> object) {
        return lines.objects().getOrDefault(object, 0);
    }
}
