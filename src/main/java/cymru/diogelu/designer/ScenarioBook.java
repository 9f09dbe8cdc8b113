package cymru.diogelu.designer;

import java.io.ByteArrayInputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.yaml.snakeyaml.DumperOptions;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.representer.Representer;

/** A folder of scenarios, one folder a procedure, with the usual answers of each form in its folder {@code answers}. */
final class ScenarioBook {

    private static final String ANSWERS = "answers/";

    private final Map<String, byte[]> files;

    ScenarioBook(ScenarioFiles files) {
        this.files = new TreeMap<>(files.byPath());
    }

    ScenarioBook(Path folder) {
        this(ScenarioFiles.of(folder));
    }

    /** Whether a file of a book tells a story, and not the usual answers of a form. */
    static boolean isStory(String path) {
        return !path.startsWith(ANSWERS);
    }

    /** @throws BrokenScenario when a file cannot be read as a scenario */
    List<Scenario> scenarios() {
        return paths().filter(ScenarioBook::isStory)
                .map(path -> new ScenarioFile(path).read(load(path)))
                .toList();
    }

    /** The usual answers by form id. */
    Map<String, Map<String, Object>> usualAnswers() {
        Map<String, Map<String, Object>> usual = new LinkedHashMap<>();
        paths().filter(path -> path.startsWith(ANSWERS))
                .forEach(path ->
                        usual.put(path.substring(path.lastIndexOf('/') + 1).replace(".yaml", ""), load(path)));
        return usual;
    }

    /** @throws BrokenScenario for the other usual ending, with which a story would be left out without a word */
    private Stream<String> paths() {
        files.keySet().stream()
                .filter(path -> path.endsWith(".yml"))
                .findFirst()
                .ifPresent(path -> {
                    throw new BrokenScenario(path, "the name of a story ends in .yaml");
                });
        return files.keySet().stream();
    }

    private Map<String, Object> load(String path) {
        // Times stay text: a reader of the book sees what is sent.
        var options = new LoaderOptions();
        options.setAllowDuplicateKeys(false);
        var yaml = new Yaml(
                new SafeConstructor(options),
                new Representer(new DumperOptions()),
                new DumperOptions(),
                options,
                new PlainScalars());
        try {
            Object loaded =
                    yaml.load(new InputStreamReader(new ByteArrayInputStream(files.get(path)), StandardCharsets.UTF_8));
            return asMap(path, loaded);
        } catch (YAMLException broken) {
            throw new BrokenScenario(path, String.valueOf(broken.getMessage()));
        }
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> asMap(String path, Object loaded) {
        if (loaded instanceof Map<?, ?> map) {
            return (Map<String, Object>) map;
        }
        throw new BrokenScenario(path, "expected keys and values");
    }
}
