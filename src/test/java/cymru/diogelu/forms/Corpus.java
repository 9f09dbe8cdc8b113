package cymru.diogelu.forms;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** The small forms that this module and form-js both judge, with the facts that some of them need. */
public final class Corpus {

    /** One form, with Welsh texts made from the English. */
    public record Item(String name, Map<String, Object> json, Map<String, Object> facts, Form form) {}

    private static final Path FOLDER = Path.of("src/test/resources/form-corpus");

    private Corpus() {}

    public static List<Item> items() {
        try (var files = Files.list(FOLDER)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(file -> file.endsWith(".form"))
                    .map(file -> file.replace(".form", ""))
                    .sorted()
                    .map(Corpus::item)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Item item(String name) {
        var json = read(FOLDER.resolve(name + ".form"));
        var facts = FOLDER.resolve(name + ".facts.json");
        return new Item(
                name, json, Files.exists(facts) ? read(facts) : Map.of(), Sample.read(json, Sample.welsh(json)));
    }

    static Map<String, Object> read(Path file) {
        try (var stream = Files.newInputStream(file)) {
            return JsonFile.read(file.toString(), stream);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
