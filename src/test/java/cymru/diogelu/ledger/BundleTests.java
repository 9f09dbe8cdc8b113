package cymru.diogelu.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import cymru.diogelu.database.Databases;
import cymru.diogelu.ledger.verifier.Verify;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A bundle given to the verifier, as it was made and as somebody has changed it. */
class BundleTests {

    private static final String CASE = "DGL-2026-000001";

    @TempDir
    private Path folder;

    private LedgerFixture fixture = new LedgerFixture(Databases.h2());
    private int made;

    @BeforeEach
    void record() {
        fixture.recorded(CASE, 5).recorded("DGL-2026-000002", 300).sealed().recorded(CASE, 3);
        fixture.transaction.executeWithoutResult(
                tx -> fixture.ledger.append(ChainKind.ACCESS, LedgerFixture.step(CASE, 1)));
        fixture.sealed();
    }

    @Test
    void aBundleIsSound() {
        assertThat(verified(bundle(Map.of()))).contains("Chain case: 8 entries", "Chain access: 1 entries", "Sound:");
    }

    @Test
    void theVerdictIsSpokenInWelshToo() {
        assertThat(verified(bundle(Map.of()), "--cy")).contains("Cadwyn case: 8", "Dilys:");
    }

    @Test
    void theVerifierRunsByItself() throws Exception {
        Path bundle = bundle(Map.of());
        Path source =
                Files.write(folder.resolve("Verify.java"), unpacked(bundle).get("Verify.java"));
        Process java = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        source.toString(),
                        bundle.toString())
                .redirectErrorStream(true)
                .start();
        String said = new String(java.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(java.waitFor()).as(said).isZero();
        assertThat(said).contains("Sound:");
    }

    @Test
    void aDisclosedBodyIsReadAndAWithheldOneIsNot() {
        Path bundle = bundle(Map.of(2L, "names the reporter"));
        assertThat(verified(bundle, "--body", "case:1")).contains("Galwodd yr ysgol", "Sound:");
        assertThat(verified(bundle, "--body", "case:2"))
                .doesNotContain("Galwodd yr ysgol")
                .contains("Sound:");
        assertThat(new String(unpacked(bundle).get("manifest.json"), StandardCharsets.UTF_8))
                .contains("names the reporter");
    }

    @Test
    void handedOutHeadsAreContinued() throws IOException {
        Path heads = folder.resolve("heads.txt");
        HandedOutHeads handed = new HandedOutHeads(fixture.seals, heads.toString());
        handed.handOut();
        fixture.recorded(CASE, 1).sealed();
        assertThat(verified(bundle(Map.of()), "--heads", heads.toString())).contains("Sound:");
    }

    @Test
    void aBackupThatWasPutBackIsNoticed() throws IOException {
        Path before = bundle(Map.of());
        Path heads = folder.resolve("heads.txt");
        fixture.recorded(CASE, 1).sealed();
        new HandedOutHeads(fixture.seals, heads.toString()).handOut();
        assertThat(verified(before, "--heads", heads.toString())).contains("NOT SOUND", "put back");
    }

    @Test
    void anotherKeyThanThePublishedOneIsNoTrust() {
        String other = new SigningKeys("").verifiers().get(0);
        assertThat(verified(bundle(Map.of()), "--key", other)).contains("NOT SOUND");
    }

    @Test
    void aChangedByteInAnyFileIsNoticed() {
        Map<String, byte[]> files = unpacked(bundle(Map.of()));
        for (String name : files.keySet()) {
            byte[] bytes = files.get(name).clone();
            bytes[bytes.length / 2] ^= 4;
            assertThat(verified(packed(files, name, bytes))).as(name).contains("NOT SOUND");
        }
    }

    @Test
    void everyMissingFileIsNoticed() {
        Map<String, byte[]> files = unpacked(bundle(Map.of()));
        for (String name : files.keySet()) {
            Map<String, byte[]> fewer = new TreeMap<>(files);
            fewer.remove(name);
            assertThat(verified(packed(fewer))).as(name).contains("NOT SOUND");
        }
    }

    /** As when the whole database was put in the place of another one under the same keys. */
    @Test
    void aHeadThatNothingInTheBundleSpeaksOfIsNotProved() {
        Path heads = folder.resolve("heads.txt");
        new HandedOutHeads(fixture.seals, heads.toString()).handOut();
        fixture.recorded(CASE, 1).sealed();
        Map<String, byte[]> files = unpacked(bundle(Map.of()));
        assertThat(verified(packed(files), "--heads", heads.toString())).contains("Sound:");

        Path silent = signedAnew(files, "consistency.json", "{}".getBytes(StandardCharsets.UTF_8));

        assertThat(verified(silent, "--heads", heads.toString())).contains("Not proved", "NOT SOUND");
    }

    @Test
    void whoAsksForABodyThatIsNotThereIsToldSo() {
        assertThat(verified(bundle(Map.of()), "--body", "case:9999")).contains("no entry case:9999");
        assertThat(verified(bundle(Map.of(3L, "kept back")), "--body", "case:3"))
                .contains("no entry case:3");
    }

    @Test
    void aFileThatWasAddedIsNoticed() {
        Map<String, byte[]> files = unpacked(bundle(Map.of()));
        assertThat(verified(packed(files, "extra.html", new byte[] {65}))).contains("NOT SOUND", "extra.html");
    }

    @Test
    void anEntryIsNamedAlsoWhereWhoeverChangedItSignsAnew() {
        assertThat(resigned(lines -> changed(lines, 3, "\"rhian\"", "\"sioned\"")))
                .contains("entry 4 was changed");
        assertThat(resigned(lines -> without(lines, 3))).contains("entry 4 is missing");
        assertThat(resigned(lines -> lines.subList(0, 6))).contains("entry 7 is missing");
        assertThat(resigned(lines -> swapped(lines, 1, 4))).contains("entry 2 is missing");
        assertThat(resigned(lines -> twice(lines, 2))).contains("entry 4 is missing");
    }

    @Test
    void namesThatClimbOutOfTheFolderAreRefusedAndNothingIsWritten() throws IOException {
        Map<String, byte[]> files = unpacked(bundle(Map.of()));
        assertThat(verified(packed(files, "../outside.txt", new byte[1]))).contains("NOT SOUND", "whose name");
        assertThat(verified(packed(files, "/etc/outside.txt", new byte[1]))).contains("NOT SOUND", "whose name");
        assertThat(folder.getParent().resolve("outside.txt")).doesNotExist();
    }

    @Test
    void whatIsNoBundleIsCalledSo() throws IOException {
        Path file = Files.write(folder.resolve("none.zip"), new byte[] {1, 2, 3});
        assertThat(verified(file)).contains("no whole zip", "NOT SOUND");
        assertThat(verified(packed(Map.of("readme.txt", new byte[1])))).contains("lacks keys.txt");
        assertThat(verified(folder.resolve("nowhere.zip"))).contains("cannot be read");
        byte[] whole = Files.readAllBytes(bundle(Map.of()));
        Path cut = Files.write(folder.resolve("cut.zip"), java.util.Arrays.copyOf(whole, whole.length / 2));
        assertThat(verified(cut)).contains("NOT SOUND");
    }

    @Test
    void whatUnpacksToTooMuchIsRefused() {
        Map<String, byte[]> files = unpacked(bundle(Map.of()));
        assertThat(verified(packed(files, "keys.txt", new byte[21_000_000]))).contains("too large");
    }

    private Path bundle(Map<Long, String> withheld) {
        Path file = folder.resolve("bundle-%d.zip".formatted(made++));
        var contents = new Bundles.Contents(
                CASE, LedgerFixture.AT, LedgerFixture.RHIAN, "whole", Map.of(ChainKind.CASE, withheld));
        try (OutputStream out = Files.newOutputStream(file)) {
            new Bundles(new Evidence(fixture.ledger), fixture.seals)
                    .write(contents, out, zip -> zip.add("chronology.en.html", "<html></html>"));
            return file;
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    /** What the verifier says of a bundle whose entries were changed by somebody who signs with a key of their own. */
    private String resigned(UnaryOperator<List<String>> change) {
        Map<String, byte[]> files = unpacked(bundle(Map.of()));
        List<String> lines = new String(files.get("entries/case.ndjson"), StandardCharsets.UTF_8)
                .lines()
                .toList();
        byte[] changed = (String.join("\n", change.apply(lines)) + "\n").getBytes(StandardCharsets.UTF_8);
        return verified(signedAnew(files, "entries/case.ndjson", changed));
    }

    private Path signedAnew(Map<String, byte[]> files, String name, byte[] changed) {
        files.put(name, changed);
        String manifest = new String(files.get("manifest.json"), StandardCharsets.UTF_8)
                .replaceFirst("(" + name + "\",\"sha256\":\")[0-9a-f]+", "$1" + sha256(changed));
        files.put("manifest.json", manifest.getBytes(StandardCharsets.UTF_8));
        files.put(
                "manifest.sig",
                fixture.seals
                        .signed("diogelu bundle\n%s\n%s\n".formatted(sha256(files.get("manifest.json")), CASE))
                        .getBytes(StandardCharsets.UTF_8));
        return packed(files);
    }

    private static List<String> changed(List<String> lines, int index, String from, String to) {
        List<String> changed = new ArrayList<>(lines);
        changed.set(index, lines.get(index).replace(from, to));
        return changed;
    }

    private static List<String> without(List<String> lines, int index) {
        List<String> fewer = new ArrayList<>(lines);
        fewer.remove(index);
        return fewer;
    }

    private static List<String> swapped(List<String> lines, int one, int other) {
        List<String> swapped = new ArrayList<>(lines);
        java.util.Collections.swap(swapped, one, other);
        return swapped;
    }

    private static List<String> twice(List<String> lines, int index) {
        List<String> more = new ArrayList<>(lines);
        more.add(index, lines.get(index));
        return more;
    }

    private static String sha256(byte[] bytes) {
        try {
            return java.util.HexFormat.of()
                    .formatHex(
                            java.security.MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (java.security.NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String verified(Path bundle, String... options) {
        ByteArrayOutputStream said = new ByteArrayOutputStream();
        List<String> arguments = new ArrayList<>(List.of(options));
        arguments.add(bundle.toString());
        Verify.run(arguments.toArray(String[]::new), new PrintStream(said, true, StandardCharsets.UTF_8));
        return said.toString(StandardCharsets.UTF_8);
    }

    private static Map<String, byte[]> unpacked(Path bundle) {
        Map<String, byte[]> files = new TreeMap<>();
        try (InputStream in = Files.newInputStream(bundle);
                ZipInputStream zip = new ZipInputStream(in)) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                files.put(entry.getName(), zip.readAllBytes());
            }
            return files;
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private Path packed(Map<String, byte[]> files, String name, byte[] bytes) {
        Map<String, byte[]> changed = new TreeMap<>(files);
        changed.put(name, bytes);
        return packed(changed);
    }

    private Path packed(Map<String, byte[]> files) {
        Path file = folder.resolve("packed-%d.zip".formatted(made++));
        try (OutputStream out = Files.newOutputStream(file);
                ZipOutputStream zip = new ZipOutputStream(out)) {
            for (Map.Entry<String, byte[]> each : files.entrySet()) {
                zip.putNextEntry(new ZipEntry(each.getKey()));
                zip.write(each.getValue());
            }
            return file;
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
