package cymru.diogelu.modelcheck;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The files of a set of models, by path, such as {@code forms/section-130-report/make-report.form}. */
public record ModelFiles(Map<String, byte[]> byPath) {

    private static final List<String> FOLDERS = List.of("processes", "forms");
    private static final List<String> ENDINGS = List.of(".bpmn", ".dmn", ".form", ".cy.json");

    /** No path of a zip leads out of it: each part of it begins with a letter or a digit. */
    private static final Pattern IN_A_ZIP = Pattern.compile(
            "(?:[^/\\\\]+/)?((?:processes|forms)(?:/[A-Za-z0-9][A-Za-z0-9._-]*)+\\.(?:bpmn|dmn|form|cy\\.json))");

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

    /**
     * Reads a zip that holds {@code processes} and {@code forms}, at its top or in one folder; what else is in it is left
     * out.
     *
     * @throws IOException when it is no zip, or holds more or larger files than a set of models can have
     */
    public static ModelFiles ofZip(byte[] zip) throws IOException {
        return new ModelFiles(ZippedFiles.read(zip, IN_A_ZIP));
    }

    /** The set as a zip that {@link #ofZip} reads; the same bytes for the same set. */
    public byte[] zip() {
        return ZippedFiles.write(byPath);
    }

    /** What tells this set from every other: SHA-256 over the paths and contents of its files, in hexadecimal. */
    public String digest() {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            new TreeMap<>(byPath).forEach((path, content) -> {
                digest.update((path + "\0" + content.length + "\0").getBytes(StandardCharsets.UTF_8));
                digest.update(content);
            });
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static void read(Path folder, Path part, Map<String, byte[]> files) throws IOException {
        try (Stream<Path> found = Files.walk(part)) {
            for (Path file : found.filter(ModelFiles::belongs).toList()) {
                try (var content = Files.newInputStream(file)) {
                    String path = folder.relativize(file).toString().replace('\\', '/');
                    files.put(path, content.readNBytes(ZippedFiles.MOST_BYTES));
                }
            }
        }
    }

    private static boolean belongs(Path file) {
        return Files.isRegularFile(file, java.nio.file.LinkOption.NOFOLLOW_LINKS)
                && ENDINGS.stream().anyMatch(file.toString()::endsWith);
    }
}
