package cymru.diogelu.api;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** The usual answers of the scenario book, to be bent by a test; their times are written as text. */
public final class UsualAnswers {

    private UsualAnswers() {}

    public static Map<String, Object> of(String form) {
        Path file = Path.of("processes", "scenarios", "answers", form + ".yaml");
        try (Reader reader = Files.newBufferedReader(file)) {
            return new LinkedHashMap<>(
                    new Yaml(new SafeConstructor(new LoaderOptions())).<Map<String, Object>>load(reader));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** A concern that is accepted. */
    public static Map<String, Object> concern() {
        return of("concern");
    }

    public static Map<String, Object> with(Map<String, Object> answers, String key, Object value) {
        Map<String, Object> bent = new HashMap<>(answers);
        bent.put(key, value);
        return bent;
    }

    /** The concern with one answer about its first child changed. */
    @SuppressWarnings("unchecked")
    public static Map<String, Object> concernWithChild(String key, Object value) {
        Map<String, Object> concern = concern();
        List<Map<String, Object>> children = new ArrayList<>((List<Map<String, Object>>) concern.get("children"));
        children.set(0, with(children.get(0), key, value));
        return with(concern, "children", children);
    }
}
