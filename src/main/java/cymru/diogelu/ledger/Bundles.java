package cymru.diogelu.ledger;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Packs the record of a case into a zip that proves itself: entries with their proofs, the signed head, the keys to check
 * signatures with, a signed list of contents, and the verifier. Whoever packs may add files for people to read.
 */
@Component
public class Bundles {

    private static final String VERIFIER = "/cymru/diogelu/ledger/verifier/Verify.java";
    private static final Duration RECENT = Duration.ofDays(30);
    private static final int HEADS_AT_ONCE = 1_000;

    private final Evidence evidence;
    private final Seals seals;

    Bundles(Evidence evidence, Seals seals) {
        this.evidence = evidence;
        this.seals = seals;
    }

    /**
     * What is to be packed.
     *
     * @param profile the name of the rule by which bodies are withheld
     * @param withheld the entries of each chain whose bodies are not disclosed, each with the reason
     */
    public record Contents(
            String caseReference, Instant made, Actor by, String profile, Map<ChainKind, Map<Long, String>> withheld) {

        Map<Long, String> withheld(ChainKind kind) {
            return withheld.getOrDefault(kind, Map.of());
        }
    }

    /**
     * Writes the bundle, with proofs up to the newest signed head.
     *
     * @param more adds files for people to read
     * @throws UncheckedIOException when the bundle cannot be written
     */
    public void write(Contents contents, OutputStream out, Consumer<BundleFile> more) {
        Optional<SignedHead> head = seals.newestSigned();
        try (BundleFile zip = new BundleFile(out)) {
            more.accept(zip);
            zip.add("keys.txt", String.join("\n", seals.verifiers()) + "\n");
            head.ifPresent(signed -> zip.add("checkpoint.txt", signed.checkpoint()));
            head.ifPresent(signed -> zip.add("consistency.json", CanonicalJson.write(consistency(signed))));
            zip.add("Verify.java", Bundles::verifier);
            List<Object> chains = new ArrayList<>();
            for (ChainKind kind : ChainKind.OF_A_CASE) {
                chains.add(chain(zip, contents, kind, head.map(SignedHead::size).orElse(0L)));
            }
            sign(zip, contents, chains);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Map<String, ?> chain(BundleFile zip, Contents contents, ChainKind kind, long headSize) {
        String reference = contents.caseReference();
        zip.add("entries/" + kind.word() + ".ndjson", out -> {
            Writer lines = new OutputStreamWriter(out, StandardCharsets.UTF_8);
            evidence.lines(
                    reference,
                    kind,
                    headSize,
                    seq -> !contents.withheld(kind).containsKey(seq),
                    line -> write(lines, line));
            lines.flush();
        });
        Evidence.Summary summary = evidence.summary(reference, kind, headSize);
        return Map.of(
                "name", summary.name(),
                "entries", summary.entries(),
                "head", summary.head(),
                "sealed", summary.sealed());
    }

    private static void write(Writer lines, String line) {
        try {
            lines.write(line);
            lines.write('\n');
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What shows that the tree continues each head of the last thirty days, and the last one of each day before. */
    private Map<String, ?> consistency(SignedHead head) {
        Instant recent = head.sealedAt().minus(RECENT);
        Map<String, Long> days = new TreeMap<>();
        long size = 0;
        List<SignedHead> page = seals.signedBehind(size, HEADS_AT_ONCE);
        while (!page.isEmpty()) {
            page.forEach(each -> days.put(
                    each.sealedAt().isAfter(recent)
                            ? "head " + each.size()
                            : LocalDate.ofInstant(each.sealedAt(), ZoneOffset.UTC)
                                    .toString(),
                    each.size()));
            size = page.get(page.size() - 1).size();
            page = seals.signedBehind(size, HEADS_AT_ONCE);
        }
        Map<String, List<String>> proofs = new LinkedHashMap<>();
        days.values().stream()
                .filter(earlier -> earlier < head.size())
                .forEach(earlier -> proofs.put(String.valueOf(earlier), seals.consistency(earlier, head.size())));
        return proofs;
    }

    private void sign(BundleFile zip, Contents contents, List<Object> chains) {
        Map<String, @Nullable Object> manifest = new LinkedHashMap<>();
        manifest.put("format", 1);
        manifest.put("case", contents.caseReference());
        manifest.put("made", contents.made());
        manifest.put(
                "for",
                Map.of("user", contents.by().user(), "role", contents.by().role()));
        manifest.put("profile", contents.profile());
        manifest.put("chains", chains);
        manifest.put("withheld", withheld(contents));
        manifest.put("files", zip.files());
        String written = CanonicalJson.write(manifest);
        zip.add("manifest.json", written);
        zip.add(
                "manifest.sig",
                seals.signed("diogelu bundle\n%s\n%s\n".formatted(sha256(written), contents.caseReference())));
    }

    private static List<Map<String, ?>> withheld(Contents contents) {
        List<Map<String, ?>> withheld = new ArrayList<>();
        for (ChainKind kind : ChainKind.OF_A_CASE) {
            new TreeMap<>(contents.withheld(kind))
                    .forEach((seq, reason) -> withheld.add(Map.of("chain", kind.word(), "entry", seq, "why", reason)));
        }
        return withheld;
    }

    private static String sha256(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    private static void verifier(OutputStream out) throws IOException {
        try (InputStream source = Bundles.class.getResourceAsStream(VERIFIER)) {
            if (source == null) {
                throw new IOException("the verifier's source is not packed with the program");
            }
            source.transferTo(out);
        }
    }
}
