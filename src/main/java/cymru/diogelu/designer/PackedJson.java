package cymru.diogelu.designer;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import tools.jackson.databind.json.JsonMapper;

/** How long reports lie in the database: as JSON, packed with gzip. */
final class PackedJson {

    private PackedJson() {}

    static byte[] of(Object report) {
        var bytes = new ByteArrayOutputStream();
        try (var packing = new GZIPOutputStream(bytes)) {
            packing.write(JsonMapper.shared().writeValueAsBytes(report));
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return bytes.toByteArray();
    }

    static <T> T read(byte[] packed, Class<T> type) {
        try (var report = new GZIPInputStream(new ByteArrayInputStream(packed))) {
            return JsonMapper.shared().readValue(report.readAllBytes(), type);
        } catch (IOException damaged) {
            throw new UncheckedIOException(damaged);
        }
    }
}
