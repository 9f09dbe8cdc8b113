package cymru.diogelu.ledger;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** A zip being written, which notes the hash of each file for the list of contents. */
public final class BundleFile implements AutoCloseable {

    private final ZipOutputStream zip;
    private final List<Map<String, ?>> files = new ArrayList<>();

    BundleFile(OutputStream out) {
        this.zip = new ZipOutputStream(out, StandardCharsets.UTF_8);
    }

    /** Writes what fills a file of the bundle. */
    public interface Content {

        void to(OutputStream out) throws IOException;
    }

    /** @throws UncheckedIOException when the bundle cannot be written */
    public void add(String name, Content content) {
        try {
            zip.putNextEntry(new ZipEntry(name));
            MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
            content.to(new DigestOutputStream(new KeptOpen(zip), sha256));
            zip.closeEntry();
            files.add(Map.of("name", name, "sha256", HexFormat.of().formatHex(sha256.digest())));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    public void add(String name, String text) {
        add(name, out -> out.write(text.getBytes(StandardCharsets.UTF_8)));
    }

    /** What was written so far, for the list of contents. */
    List<Map<String, ?>> files() {
        return List.copyOf(files);
    }

    @Override
    public void close() throws IOException {
        zip.close();
    }

    /** Whoever fills one file may close what they write to; the zip goes on. */
    private static final class KeptOpen extends FilterOutputStream {

        KeptOpen(OutputStream out) {
            super(out);
        }

        @Override
        public void write(byte[] bytes, int from, int length) throws IOException {
            out.write(bytes, from, length);
        }

        @Override
        public void close() throws IOException {
            flush();
        }
    }
}
