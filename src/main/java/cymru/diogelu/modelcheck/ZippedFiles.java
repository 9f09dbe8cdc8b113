package cymru.diogelu.modelcheck;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;

/** Files in a zip that somebody sends, by path, within bounds. */
public final class ZippedFiles {

    private static final int MOST_FILES = 2_000;
    private static final long MOST_BYTES_OF_ALL = 50_000_000;

    /** One byte more than any file may have is enough to tell that it has too many. */
    static final int MOST_BYTES = 1_000_001;

    private ZippedFiles() {}

    /**
     * Reads the files that are wanted; what else is in the zip is left out.
     *
     * @param wanted matches a whole path; its first group is the path to keep
     * @throws IOException when it is no zip, or holds more or larger files than a set of models can have
     */
    public static Map<String, byte[]> read(byte[] zip, Pattern wanted) throws IOException {
        Map<String, byte[]> files = new TreeMap<>();
        long bytes = 0;
        int entries = 0;
        try (ZipInputStream content = new ZipInputStream(new ByteArrayInputStream(zip))) {
            for (ZipEntry entry = content.getNextEntry(); entry != null; entry = content.getNextEntry()) {
                Matcher path = wanted.matcher(entry.getName());
                byte[] file = content.readNBytes(MOST_BYTES);
                bytes += file.length;
                if (++entries > MOST_FILES || bytes > MOST_BYTES_OF_ALL || file.length == MOST_BYTES) {
                    throw new IOException("the zip holds more than a set of models can have");
                }
                if (path.matches() && files.put(path.group(1), file) != null) {
                    throw new IOException("the zip holds %s twice".formatted(path.group(1)));
                }
            }
        }
        return files;
    }

    /** The same bytes for the same files. */
    public static byte[] write(Map<String, byte[]> files) {
        var bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (var file : new TreeMap<>(files).entrySet()) {
                ZipEntry entry = new ZipEntry(file.getKey());
                entry.setTime(0);
                zip.putNextEntry(entry);
                zip.write(file.getValue());
            }
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return bytes.toByteArray();
    }
}
