package cymru.diogelu.modelcheck.proof;

import cymru.diogelu.walk.PackagedFiles;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.yaml.snakeyaml.Yaml;

/**
 * A change of the packaged models that breaks one statutory rule.
 *
 * @param after where in the file to look from
 * @param from what stands there first behind it, and is replaced
 * @param also other rules that this change breaks as well, because they cannot be told apart; mostly none
 */
public record BreakingChange(String rule, List<Edit> edits, List<String> also) {

    private static final Path ALL = Path.of("src/test/resources/statute/breaking-changes.yaml");

    /** One place of a file. */
    public record Edit(String file, String after, String from, String to) {

        String in(String text) {
            int at = text.indexOf(from, Math.max(0, text.indexOf(after)));
            if (!text.contains(after) || at < 0) {
                throw new IllegalStateException("nothing to change in " + this);
            }
            return text.substring(0, at) + to + text.substring(at + from.length());
        }
    }

    /** One for each rule of the book. */
    @SuppressWarnings("unchecked")
    public static List<BreakingChange> all() {
        try {
            List<Map<String, Object>> all = new Yaml().load(Files.readString(ALL));
            return all.stream()
                    .map(each -> new BreakingChange(
                            (String) each.get("rule"),
                            ((List<Map<String, String>>) each.get("edits"))
                                    .stream().map(BreakingChange::edit).toList(),
                            (List<String>) each.getOrDefault("also", List.of())))
                    .toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static Edit edit(Map<String, String> edit) {
        return new Edit(edit.get("file"), edit.get("after"), edit.get("from"), edit.get("to"));
    }

    /** The packaged models with the change. */
    public Map<String, byte[]> files() {
        Map<String, byte[]> files = new TreeMap<>(PackagedFiles.all());
        edits.forEach(
                edit -> files.compute(edit.file(), (path, text) -> edit.in(new String(text, StandardCharsets.UTF_8))
                        .getBytes(StandardCharsets.UTF_8)));
        return files;
    }
}
