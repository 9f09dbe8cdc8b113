package cymru.diogelu.designer;

import cymru.diogelu.modelcheck.ZippedFiles;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitOption;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/** The files of a scenario book by their path in it, such as {@code access-to-child/access-is-refused.yaml}. */
public record ScenarioFiles(Map<String, byte[]> byPath) {

    /** Where the book stands among the models. */
    static final String FOLDER = "processes/scenarios/";

    private static final Pattern IN_A_ZIP = Pattern.compile(
            "(?:[^/\\\\]+/)?processes/scenarios/((?:[A-Za-z0-9][A-Za-z0-9._-]*/)*[A-Za-z0-9][A-Za-z0-9._-]*\\.ya?ml)");

    /** No book at all. */
    public static ScenarioFiles none() {
        return new ScenarioFiles(Map.of());
    }

    /** The book that came with the program. */
    static ScenarioFiles packaged() {
        Map<String, byte[]> files = new TreeMap<>();
        try {
            for (Resource file :
                    new PathMatchingResourcePatternResolver().getResources("classpath:" + FOLDER + "**/*.yaml")) {
                String url = file.getURL().toString();
                files.put(url.substring(url.lastIndexOf(FOLDER) + FOLDER.length()), file.getContentAsByteArray());
            }
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        return new ScenarioFiles(files);
    }

    /**
     * The book in a zip that holds a set of models; none where the zip has no {@code processes/scenarios}.
     *
     * @throws IOException when it is no zip, or holds too much
     */
    public static ScenarioFiles ofZip(byte[] zip) throws IOException {
        return new ScenarioFiles(ZippedFiles.read(zip, IN_A_ZIP));
    }

    /** The book in a folder. */
    static ScenarioFiles of(Path folder) {
        try (Stream<Path> found = Files.walk(folder, FileVisitOption.FOLLOW_LINKS)) {
            Map<String, byte[]> files = new TreeMap<>();
            for (Path file :
                    found.filter(each -> each.toString().matches(".*\\.ya?ml")).toList()) {
                files.put(folder.relativize(file).toString().replace('\\', '/'), Files.readAllBytes(file));
            }
            return new ScenarioFiles(files);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    boolean isEmpty() {
        return byPath.isEmpty();
    }

    /** By the path that they have among the models. */
    Map<String, byte[]> amongModels() {
        Map<String, byte[]> files = new TreeMap<>();
        byPath.forEach((path, content) -> files.put(FOLDER + path, content));
        return files;
    }

    /** What another book has that this one has not. */
    List<String> without(ScenarioFiles other) {
        return new TreeSet<>(other.byPath.keySet())
                .stream().filter(path -> !byPath.containsKey(path)).toList();
    }

    /** What both books have, and not alike. */
    List<String> unlike(ScenarioFiles other) {
        return new TreeSet<>(other.byPath.keySet())
                .stream()
                        .filter(path ->
                                byPath.containsKey(path) && !Arrays.equals(byPath.get(path), other.byPath.get(path)))
                        .toList();
    }
}
