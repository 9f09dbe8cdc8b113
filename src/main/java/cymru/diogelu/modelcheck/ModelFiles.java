package cymru.diogelu.modelcheck;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** The files of a set of models, by path, such as {@code forms/section-130-report/make-report.form}. */
public record ModelFiles(Map<String, byte[]> byPath) {

    private static final List<String> FOLDERS = List.of("processes", "forms");
    private static final List<String> ENDINGS = List.of(".bpmn", ".dmn", ".form", ".cy.json");

    /** One byte more than any file may have is enough to tell that it has too many. */
    private static final int MOST_BYTES = 1_000_001;

    /**
     * Reads a folder that holds {@code processes} and {@code forms}; links are not followed.
     *
     * @throws IOException when it cannot be read
     */
    public static ModelFiles of(Path folder) throws IOException {
        Map<String, byte[]> files = new TreeMap<>();
        for (String name : FOLDERS) {
            if (Files.isDirectory(folder.resolve(name))) {
                read(folder, folder.resolve(name), files);
            }
        }
        return new ModelFiles(files);
    }

    private static void read(Path folder, Path part, Map<String, byte[]> files) throws IOException {
        try (Stream<Path> found = Files.walk(part)) {
            for (Path file : found.filter(ModelFiles::belongs).toList()) {
                try (var content = Files.newInputStream(file)) {
                    String path = folder.relativize(file).toString().replace('\\', '/');
                    files.put(path, content.readNBytes(MOST_BYTES));
                }
            }
        }
    }

    private static boolean belongs(Path file) {
        return Files.isRegularFile(file, java.nio.file.LinkOption.NOFOLLOW_LINKS)
                && ENDINGS.stream().anyMatch(file.toString()::endsWith);
    }
}
