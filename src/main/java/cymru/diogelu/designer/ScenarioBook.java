package cymru.diogelu.designer;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitOption;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** A folder of scenarios, one folder a procedure, with the usual answers of each form in its folder {@code answers}. */
final class ScenarioBook {

    private static final String ANSWERS = "answers";

    private final Path folder;

    ScenarioBook(Path folder) {
        this.folder = folder;
    }

    /** @throws BrokenScenario when a file cannot be read as a scenario */
    List<Scenario> scenarios() {
        Path answers = folder.resolve(ANSWERS);
        return files(folder)
                .filter(file -> !file.startsWith(answers))
                .map(file -> new ScenarioFile(folder.relativize(file).toString()).read(load(file)))
                .toList();
    }

    /** The usual answers by form id. */
    Map<String, Map<String, Object>> usualAnswers() {
        Map<String, Map<String, Object>> usual = new LinkedHashMap<>();
        files(folder.resolve(ANSWERS))
                .forEach(file -> usual.put(file.getFileName().toString().replace(".yaml", ""), load(file)));
        return usual;
    }

    private static Stream<Path> files(Path folder) {
        try (Stream<Path> files = Files.walk(folder, FileVisitOption.FOLLOW_LINKS)) {
            return files.filter(ScenarioBook::isStory).sorted().toList().stream();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** @throws BrokenScenario for the other usual ending, with which a story would be left out without a word */
    private static boolean isStory(Path file) {
        if (file.toString().endsWith(".yml")) {
            throw new BrokenScenario(file.getFileName().toString(), "the name of a story ends in .yaml");
        }
        return file.toString().endsWith(".yaml");
    }

    private static Map<String, Object> load(Path file) {
        // Times stay text: a reader of the book sees what is sent.
        var options = new LoaderOptions();
        options.setAllowDuplicateKeys(false);
        var yaml = new Yaml(
                new SafeConstructor(options),
                new org.yaml.snakeyaml.representer.Representer(new org.yaml.snakeyaml.DumperOptions()),
                new org.yaml.snakeyaml.DumperOptions(),
                options,
                new PlainScalars());
        try (Reader reader = Files.newBufferedReader(file)) {
            return yaml.load(reader);
        } catch (IOException | org.yaml.snakeyaml.error.YAMLException broken) {
            throw new BrokenScenario(file.getFileName().toString(), String.valueOf(broken.getMessage()));
        }
    }
}
