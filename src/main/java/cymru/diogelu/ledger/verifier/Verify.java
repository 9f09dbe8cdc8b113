package cymru.diogelu.ledger.verifier;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.MessageDigest;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.Collections;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * Checks a bundle of a case's record without Diogelu, a server or a library: {@code java Verify.java BUNDLE.zip}. It reads
 * one file and writes nothing but its findings. Made for Java 17 and later.
 *
 * <p>It recomputes every hash of both chains, climbs from each entry to the root of the sealed tree, and checks the
 * signatures, the hashes of all files and that the tree continues earlier heads which were handed out. What it cannot
 * know is whether the keys in the bundle are the ledger's own: give the published key with {@code --key}, and lines of
 * handed-out heads with {@code --heads}, both kept by somebody else than the service.
 */
public final class Verify {

    private static final int SOUND = 0;
    private static final int FINDINGS = 1;
    private static final int WRONG_USE = 2;

    /** Bounds on what an honest bundle needs; whoever sends more is told so instead of filling the memory. */
    private static final int MOST_FILES = 10_000;

    private static final long LARGEST_FILE = 4L << 30;
    private static final int LONGEST_LINE = 8_000_000;
    private static final int LARGEST_DOCUMENT = 20_000_000;

    private static final String CHECKPOINT = "checkpoint.txt";
    private static final String MANIFEST = "manifest.json";
    private static final HexFormat HEX = HexFormat.of();

    private final PrintStream out;
    private final boolean welsh;
    private final List<String> findings = new ArrayList<>();

    private Verify(PrintStream out, boolean welsh) {
        this.out = out;
        this.welsh = welsh;
    }

    /** What the bundle says about itself does not hold together, or is not a bundle at all. */
    private static final class Refused extends Exception {

        private static final long serialVersionUID = 1L;

        Refused(String english, String welsh) {
            super(english + "\n" + welsh);
        }

        String in(boolean welsh) {
            return String.valueOf(getMessage()).split("\n")[welsh ? 1 : 0];
        }
    }

    public static void main(String[] arguments) {
        System.exit(run(arguments, System.out));
    }

    /** @return 0 when everything holds, 1 with findings, 2 for wrong use */
    public static int run(String[] arguments, PrintStream out) {
        Map<String, List<String>> given = new TreeMap<>();
        List<String> files = new ArrayList<>();
        for (int i = 0; i < arguments.length; i++) {
            boolean option = Set.of("--key", "--heads", "--body").contains(arguments[i]) && i + 1 < arguments.length;
            if (option) {
                given.computeIfAbsent(arguments[i], name -> new ArrayList<>()).add(arguments[++i]);
            } else if (arguments[i].equals("--cy")) {
                given.put("--cy", List.of());
            } else {
                files.add(arguments[i]);
            }
        }
        if (files.size() != 1 || files.get(0).startsWith("-")) {
            out.println("java Verify.java BUNDLE.zip [--key KEY] [--heads FILE] [--body CHAIN:NUMBER] [--cy]");
            return WRONG_USE;
        }
        return new Verify(out, given.containsKey("--cy")).verify(Path.of(files.get(0)), given);
    }

    private int verify(Path file, Map<String, List<String>> given) {
        try (ZipFile zip = new ZipFile(file.toFile())) {
            new Bundle(zip, given).check();
        } catch (Refused refused) {
            finding(refused.in(false), refused.in(true));
        } catch (RuntimeException notBuiltAsOne) {
            finding(notABundle().in(false), notABundle().in(true));
        } catch (EOFException | ZipException broken) {
            finding("The file is no whole zip.", "Nid yw'r ffeil yn zip cyfan.");
        } catch (IOException unreadable) {
            String which = printable(String.valueOf(unreadable.getMessage()));
            out.println(welsh ? "Ni ellir darllen y ffeil: " + which : "The file cannot be read: " + which);
            return WRONG_USE;
        }
        if (findings.isEmpty()) {
            out.println(welsh ? "Dilys: nid oes dim wedi'i newid." : "Sound: nothing was changed.");
            return SOUND;
        }
        out.println(welsh ? "NID YW'N DDILYS." : "NOT SOUND.");
        return FINDINGS;
    }

    private void finding(String english, String cymraeg) {
        findings.add(english);
        out.println("- " + (welsh ? cymraeg : english));
    }

    private void say(String english, String cymraeg) {
        out.println(welsh ? cymraeg : english);
    }

    /** One opened bundle. */
    private final class Bundle {

        private final ZipFile zip;
        private final Map<String, List<String>> given;
        private final Set<String> shown = new HashSet<>();
        private final Map<String, PublicKey> keys = new LinkedHashMap<>();
        private Map<?, ?> manifest = Map.of();
        private byte[] root = new byte[0];
        private long size;

        Bundle(ZipFile zip, Map<String, List<String>> given) {
            this.zip = zip;
            this.given = given;
        }

        void check() throws IOException, Refused {
            checkNames();
            readKeys();
            checkManifest();
            readCheckpoint();
            for (Object chain : list(manifest.get("chains"))) {
                new ChainOfEntries(object(chain)).check();
            }
            checkHeads();
            checkShown();
        }

        /** Whoever asks for a body and gets none is told so. */
        private void checkShown() {
            for (String asked : given.getOrDefault("--body", List.of())) {
                if (!shown.contains(asked)) {
                    say(
                            "The bundle has no entry %s whose content it gives.".formatted(printable(asked)),
                            "Nid oes gan y bwndel gofnod %s y mae'n rhoi ei gynnwys.".formatted(printable(asked)));
                }
            }
        }

        /** Names that climb out of a folder or stand twice make other programs see another bundle than this one. */
        private void checkNames() throws Refused {
            Set<String> seen = new HashSet<>();
            for (ZipEntry entry : Collections.list(zip.entries())) {
                String name = entry.getName();
                boolean plain = name.matches("[A-Za-z0-9][A-Za-z0-9._/-]{0,150}")
                        && !name.contains("..")
                        && !name.contains("//");
                if (!plain || !seen.add(name.toLowerCase(Locale.ROOT)) || seen.size() > MOST_FILES) {
                    throw new Refused(
                            "The bundle holds a file whose name no bundle has, or one twice: " + printable(name),
                            "Mae'r bwndel yn cynnwys ffeil ag enw nad oes gan unrhyw fwndel, neu un ddwywaith: "
                                    + printable(name));
                }
            }
        }

        private void readKeys() throws IOException, Refused {
            List<String> published = given.getOrDefault("--key", List.of());
            List<String> lines = published.isEmpty() ? text("keys.txt").lines().toList() : published;
            for (String line : lines) {
                String[] parts = line.strip().split("\\+", 3);
                if (parts.length == 3) {
                    keys.put(parts[0] + "+" + parts[1], publicKey(parts[2]));
                }
            }
            say(
                    published.isEmpty()
                            ? "Key from the bundle itself (compare with the published one): "
                                    + printable(String.join(" ", lines))
                            : "Key as given.",
                    published.isEmpty()
                            ? "Allwedd o'r bwndel ei hun (cymharwch â'r un a gyhoeddwyd): "
                                    + printable(String.join(" ", lines))
                            : "Allwedd fel y'i rhoddwyd.");
        }

        private PublicKey publicKey(String base64) throws Refused {
            try {
                byte[] typed = Base64.getDecoder().decode(base64);
                byte[] x509 = Arrays.copyOf(HEX.parseHex("302a300506032b6570032100"), 44);
                System.arraycopy(typed, 1, x509, 12, 32);
                return KeyFactory.getInstance("Ed25519").generatePublic(new X509EncodedKeySpec(x509));
            } catch (GeneralSecurityException | IllegalArgumentException | IndexOutOfBoundsException e) {
                throw new Refused("A key is no Ed25519 key.", "Nid yw un o'r allweddi yn allwedd Ed25519.");
            }
        }

        private void checkManifest() throws IOException, Refused {
            byte[] bytes = bytes(MANIFEST);
            String note = text("manifest.sig");
            if (!signed(note) || !note.startsWith("diogelu bundle\n" + HEX.formatHex(sha256(bytes)) + "\n")) {
                throw new Refused(
                        "The list of contents is not the one that was signed.",
                        "Nid y rhestr gynnwys hon a lofnodwyd.");
            }
            manifest = object(new Json(new String(bytes, StandardCharsets.UTF_8)).read());
            Set<String> listed = new HashSet<>(Set.of(MANIFEST, "manifest.sig"));
            for (Object each : list(manifest.get("files"))) {
                Map<?, ?> file = object(each);
                String name = String.valueOf(file.get("name"));
                listed.add(name);
                if (!digest(name).equals(file.get("sha256"))) {
                    finding("Changed: " + printable(name), "Newidiwyd: " + printable(name));
                }
            }
            for (ZipEntry entry : Collections.list(zip.entries())) {
                if (!listed.contains(entry.getName())) {
                    finding(
                            "Added after the bundle was made: " + printable(entry.getName()),
                            "Ychwanegwyd ar ôl gwneud y bwndel: " + printable(entry.getName()));
                }
            }
            say(
                    "Case " + manifest.get("case") + ", made " + manifest.get("made"),
                    "Achos " + manifest.get("case") + ", gwnaed " + manifest.get("made"));
        }

        private void readCheckpoint() throws IOException, Refused {
            if (zip.getEntry(CHECKPOINT) == null) {
                say(
                        "Nothing of this case was under a signed head yet.",
                        "Nid oedd dim o'r achos hwn o dan ben a lofnodwyd eto.");
                return;
            }
            String note = text(CHECKPOINT);
            String[] lines = note.split("\n");
            if (!signed(note) || lines.length < 4) {
                throw new Refused("The head of the tree is not signed.", "Nid yw pen y goeden wedi'i lofnodi.");
            }
            size = Long.parseLong(lines[1]);
            root = Base64.getDecoder().decode(lines[2]);
            say("Head of " + size + " entries, " + lines[3], "Pen o " + size + " cofnod, " + lines[3]);
        }

        /** Each head that was handed out must be a beginning of the tree of this bundle. */
        private void checkHeads() throws IOException, Refused {
            Map<?, ?> consistency = zip.getEntry("consistency.json") == null
                    ? Map.of()
                    : object(new Json(text("consistency.json")).read());
            for (String file : given.getOrDefault("--heads", List.of())) {
                for (String line : Files.readAllLines(Path.of(file))) {
                    if (!line.isBlank()) {
                        checkHead(line.strip(), consistency);
                    }
                }
            }
        }

        private void checkHead(String line, Map<?, ?> consistency) throws Refused {
            String[] parts = line.split(" ");
            String note = parts.length == 6
                    ? "%s\n%s\n%s\nat %s\n\n\u2014 %s %s\n"
                            .formatted(parts[0], parts[1], parts[2], parts[3], parts[4], parts[5])
                    : "";
            if (!signed(note)) {
                finding(
                        "A handed-out head is not signed: " + printable(line),
                        "Nid yw pen a roddwyd wedi'i lofnodi: " + printable(line));
                return;
            }
            long earlier = Long.parseLong(parts[1]);
            byte[] before = Base64.getDecoder().decode(parts[2]);
            Object proof = consistency.get(parts[1]);
            if (earlier > size) {
                finding(
                        "The record was put back: a head of %d entries was handed out on %s, this tree has %d."
                                .formatted(earlier, parts[3], size),
                        "Rhoddwyd hen gofnod yn ôl: rhoddwyd pen o %d cofnod ar %s, mae gan y goeden hon %d."
                                .formatted(earlier, parts[3], size));
            } else if (proof == null && earlier < size) {
                finding(
                        "Not proved: nothing in the bundle shows that the tree continues the head of %d entries of %s."
                                .formatted(earlier, parts[3]),
                        "Heb ei brofi: nid oes dim yn y bwndel yn dangos bod y goeden yn parhau'r pen o %d cofnod ar %s."
                                .formatted(earlier, parts[3]));
            } else if (!continues(earlier, before, proof == null ? List.of() : hashes(proof))) {
                finding(
                        "The tree does not continue the head of %d entries of %s: what it sealed was rewritten."
                                .formatted(earlier, parts[3]),
                        "Nid yw'r goeden yn parhau'r pen o %d cofnod ar %s: ailysgrifennwyd yr hyn a seliwyd."
                                .formatted(earlier, parts[3]));
            }
        }

        /** RFC 9162, section 2.1.4.2. */
        private boolean continues(long earlier, byte[] before, List<byte[]> proof) {
            if (earlier == size) {
                return Arrays.equals(before, root);
            }
            List<byte[]> path = new ArrayList<>(proof);
            if (Long.bitCount(earlier) == 1) {
                path.add(0, before);
            }
            if (path.isEmpty()) {
                return false;
            }
            long place = earlier - 1;
            long last = size - 1;
            while (place % 2 == 1) {
                place >>= 1;
                last >>= 1;
            }
            byte[] older = path.get(0);
            byte[] newer = path.get(0);
            for (byte[] beside : path.subList(1, path.size())) {
                if (last == 0) {
                    return false;
                }
                if (place % 2 == 1 || place == last) {
                    older = node(beside, older);
                    newer = node(beside, newer);
                    while (place % 2 == 0 && place != 0) {
                        place >>= 1;
                        last >>= 1;
                    }
                } else {
                    newer = node(newer, beside);
                }
                place >>= 1;
                last >>= 1;
            }
            return last == 0 && Arrays.equals(older, before) && Arrays.equals(newer, root);
        }

        /** A signed note: text, blank line, lines of signatures; one of our keys must have signed the text. */
        private boolean signed(String note) {
            int end = note.indexOf("\n\n\u2014 ");
            if (end < 0) {
                return false;
            }
            byte[] text = note.substring(0, end + 1).getBytes(StandardCharsets.UTF_8);
            return note.substring(end + 2).lines().anyMatch(line -> signedBy(line.split(" "), text));
        }

        private boolean signedBy(String[] line, byte[] text) {
            try {
                byte[] signature = Base64.getDecoder().decode(line[2]);
                String id = line[1] + "+" + HEX.formatHex(signature, 0, 4);
                Optional<PublicKey> key = Optional.ofNullable(keys.get(id));
                if (key.isEmpty()) {
                    return false;
                }
                Signature ed25519 = Signature.getInstance("Ed25519");
                ed25519.initVerify(key.get());
                ed25519.update(text);
                return ed25519.verify(signature, 4, signature.length - 4);
            } catch (GeneralSecurityException | IllegalArgumentException | IndexOutOfBoundsException e) {
                return false;
            }
        }

        private InputStream open(String name) throws IOException, Refused {
            ZipEntry entry = zip.getEntry(name);
            if (entry == null) {
                throw new Refused("The bundle lacks " + printable(name), "Nid oes gan y bwndel " + printable(name));
            }
            return new Bounded(zip.getInputStream(entry), LARGEST_FILE);
        }

        private byte[] bytes(String name) throws IOException, Refused {
            try (InputStream in = open(name)) {
                byte[] read = in.readNBytes(LARGEST_DOCUMENT + 1);
                if (read.length > LARGEST_DOCUMENT) {
                    throw new Refused(printable(name) + " is too large.", "Mae " + printable(name) + " yn rhy fawr.");
                }
                return read;
            }
        }

        private String text(String name) throws IOException, Refused {
            return new String(bytes(name), StandardCharsets.UTF_8);
        }

        private String digest(String name) throws IOException, Refused {
            if (zip.getEntry(name) == null) {
                return "";
            }
            MessageDigest sha256 = messageDigest();
            byte[] buffer = new byte[1 << 16];
            try (InputStream in = open(name)) {
                for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                    sha256.update(buffer, 0, read);
                }
            }
            return HEX.formatHex(sha256.digest());
        }

        /** One chain: its entries in order, each tied to the one before and into the tree. */
        private final class ChainOfEntries {

            private final String name;
            private final long promised;
            private final String head;
            private final long sealed;
            private byte[] hash = new byte[32];
            private long seq;
            private long unsealed;

            ChainOfEntries(Map<?, ?> described) throws Refused {
                name = String.valueOf(described.get("name"));
                promised = number(described.get("entries"));
                head = String.valueOf(described.get("head"));
                sealed = number(described.get("sealed"));
            }

            void check() throws IOException, Refused {
                boolean whole = true;
                try (InputStream in = open("entries/" + name + ".ndjson")) {
                    for (String line = line(in); !line.isEmpty() && whole; line = line(in)) {
                        whole = follow(object(new Json(line).read()));
                    }
                }
                // Whoever has a case has at least recorded that it was opened.
                long fewest = name.equals("case") ? 1 : 0;
                if (whole && seq < Math.max(fewest, Math.max(promised, sealed))) {
                    fault(seq + 1, "is missing", "ar goll");
                } else if (whole && !HEX.formatHex(hash).equals(head)) {
                    fault(seq, "is not the end that the record knows", "nid dyna'r diwedd a ŵyr y cofnod");
                } else if (whole) {
                    say(
                            "Chain %s: %d entries as they were written, %d of them under the signed head."
                                    .formatted(name, seq, seq - unsealed),
                            "Cadwyn %s: %d cofnod fel y'u hysgrifennwyd, %d ohonynt o dan y pen a lofnodwyd."
                                    .formatted(name, seq, seq - unsealed));
                }
            }

            private boolean follow(Map<?, ?> entry) throws Refused {
                Map<?, ?> header = object(entry.get("header"));
                byte[] body = body(entry);
                long number = number(header.get("seq"));
                if (number != seq + 1) {
                    return fault(seq + 1, "is missing", "ar goll");
                }
                String canonical = Json.canonical(header);
                byte[] recomputed = sha256(hash, canonical.getBytes(StandardCharsets.UTF_8), new byte[] {'\n'}, body);
                boolean own = manifest.get("case").equals(header.get("case")) && name.equals(header.get("chain"));
                if (!own || !HEX.formatHex(recomputed).equals(entry.get("hash"))) {
                    return fault(
                            number,
                            "was changed or moved, or the one before it was rewritten",
                            "wedi'i newid neu ei symud, neu ailysgrifennwyd yr un o'i flaen");
                }
                if (!inTree(recomputed, entry)) {
                    return fault(
                            number, "is not the one that was sealed in its place", "nid dyna'r un a seliwyd yn ei le");
                }
                seq = number;
                hash = recomputed;
                return readable(number, canonical, body, String.valueOf(entry.get("key")));
            }

            /** What is no base64 is no body either; its hash will say so. */
            private byte[] body(Map<?, ?> entry) {
                try {
                    return Base64.getDecoder().decode(String.valueOf(entry.get("body")));
                } catch (IllegalArgumentException e) {
                    return new byte[0];
                }
            }

            /** An entry without a proof waits for its seal; none may stand before one that is sealed. */
            private boolean inTree(byte[] entryHash, Map<?, ?> entry) throws Refused {
                if (entry.get("path") == null) {
                    unsealed++;
                    return number(object(entry.get("header")).get("seq")) > sealed;
                }
                byte[] climbed = sha256(new byte[] {0}, entryHash);
                long place = number(entry.get("leaf"));
                long last = size - 1;
                for (byte[] beside : hashes(entry.get("path"))) {
                    if (place % 2 == 1 || place == last) {
                        climbed = node(beside, climbed);
                        while (place % 2 == 0 && place != 0) {
                            place >>= 1;
                            last >>= 1;
                        }
                    } else {
                        climbed = node(climbed, beside);
                    }
                    place >>= 1;
                    last >>= 1;
                }
                return last == 0 && unsealed == 0 && Arrays.equals(climbed, root);
            }

            /** Whoever gets a key must find with it what was recorded. */
            private boolean readable(long number, String canonical, byte[] body, String key) {
                boolean asked = given.getOrDefault("--body", List.of()).contains(name + ":" + number);
                try {
                    if (!key.equals("null")) {
                        byte[] plain = decrypt(HEX.parseHex(key), canonical, body);
                        if (asked) {
                            shown.add(name + ":" + number);
                            out.println(printable(new String(plain, StandardCharsets.UTF_8)));
                        }
                    }
                    return true;
                } catch (GeneralSecurityException | IllegalArgumentException wrong) {
                    return fault(number, "cannot be read with its key", "ni ellir ei ddarllen â'i allwedd");
                }
            }

            private boolean fault(long number, String english, String cymraeg) {
                finding(
                        "Chain %s: entry %d %s.".formatted(name, number, english),
                        "Cadwyn %s: cofnod %d %s.".formatted(name, number, cymraeg));
                return false;
            }
        }
    }

    private static byte[] decrypt(byte[] key, String header, byte[] body) throws GeneralSecurityException {
        Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
        GCMParameterSpec nonce = new GCMParameterSpec(128, body, 0, Math.min(12, body.length));
        cipher.init(Cipher.DECRYPT_MODE, new SecretKeySpec(key, "AES"), nonce);
        cipher.updateAAD(header.getBytes(StandardCharsets.UTF_8));
        return cipher.doFinal(body, 12, Math.max(16, body.length - 12));
    }

    private static byte[] node(byte[] left, byte[] right) {
        return sha256(new byte[] {1}, left, right);
    }

    private static byte[] sha256(byte[]... parts) {
        MessageDigest sha256 = messageDigest();
        for (byte[] part : parts) {
            sha256.update(part);
        }
        return sha256.digest();
    }

    private static MessageDigest messageDigest() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    /** Control characters and such that turn the direction of writing would let a file name forge a line. */
    private static String printable(String text) {
        String plain = text.replaceAll("[\\p{Cntrl}\\p{Cf}]", "?");
        return plain.length() > 2000 ? plain.substring(0, 2000) + "..." : plain;
    }

    private static String line(InputStream in) throws IOException, Refused {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        for (int next = in.read(); next >= 0 && next != '\n'; next = in.read()) {
            line.write(next);
            if (line.size() > LONGEST_LINE) {
                throw new Refused("A line is longer than any entry.", "Mae llinell yn hirach nag unrhyw gofnod.");
            }
        }
        return line.toString(StandardCharsets.UTF_8);
    }

    private static List<byte[]> hashes(Object written) throws Refused {
        List<byte[]> hashes = new ArrayList<>();
        for (Object each : list(written)) {
            try {
                hashes.add(HEX.parseHex(String.valueOf(each)));
            } catch (IllegalArgumentException e) {
                throw notABundle();
            }
        }
        return hashes;
    }

    private static Map<?, ?> object(Object value) throws Refused {
        if (value instanceof Map<?, ?> map) {
            return map;
        }
        throw notABundle();
    }

    private static List<?> list(Object value) throws Refused {
        if (value instanceof List<?> list) {
            return list;
        }
        throw notABundle();
    }

    private static long number(Object value) throws Refused {
        try {
            return new BigDecimal(String.valueOf(value)).longValueExact();
        } catch (ArithmeticException | NumberFormatException e) {
            throw notABundle();
        }
    }

    private static Refused notABundle() {
        return new Refused("The file is not built as a bundle is.", "Nid yw'r ffeil wedi'i llunio fel bwndel.");
    }

    /** Stops what unpacks to more than anybody would send. */
    private static final class Bounded extends InputStream {

        private final InputStream in;
        private long left;

        Bounded(InputStream in, long most) {
            this.in = new BufferedInputStream(in, 1 << 16);
            this.left = most;
        }

        @Override
        public int read() throws IOException {
            int next = in.read();
            count(next < 0 ? 0 : 1);
            return next;
        }

        @Override
        public int read(byte[] into, int from, int length) throws IOException {
            int read = in.read(into, from, length);
            count(Math.max(0, read));
            return read;
        }

        private void count(int read) throws IOException {
            left -= read;
            if (left < 0) {
                throw new ZipException("unpacks to more than a bundle holds");
            }
        }

        @Override
        public void close() throws IOException {
            in.close();
        }
    }

    /** JSON as far as a bundle needs it; numbers stay as they are written. */
    private static final class Json {

        private static final int DEEPEST = 20;

        private final String text;
        private int at;
        private int depth;

        Json(String text) {
            this.text = text;
        }

        Object read() throws Refused {
            try {
                Object value = value();
                blanks();
                if (at != text.length()) {
                    throw notABundle();
                }
                return value;
            } catch (IndexOutOfBoundsException | NumberFormatException cutOff) {
                throw notABundle();
            }
        }

        /** As RFC 8785 writes it: members by name, no blanks. Headers hold texts, whole numbers and null only. */
        static String canonical(Object value) {
            StringBuilder out = new StringBuilder();
            write(value, out);
            return out.toString();
        }

        private static void write(Object value, StringBuilder out) {
            if (value instanceof Map<?, ?> map) {
                TreeMap<String, Object> sorted = new TreeMap<>();
                map.forEach((name, member) -> sorted.put(String.valueOf(name), member));
                String separator = "{";
                for (Map.Entry<String, Object> member : sorted.entrySet()) {
                    out.append(separator);
                    quoted(member.getKey(), out);
                    out.append(':');
                    write(member.getValue(), out);
                    separator = ",";
                }
                out.append(sorted.isEmpty() ? "{}" : "}");
            } else if (value instanceof String string) {
                quoted(string, out);
            } else {
                out.append(value);
            }
        }

        private static void quoted(String string, StringBuilder out) {
            out.append('"');
            for (char c : string.toCharArray()) {
                int known = "\"\\\b\t\n\f\r".indexOf(c);
                if (known >= 0) {
                    out.append('\\').append("\"\\btnfr".charAt(known));
                } else if (c < ' ') {
                    out.append(String.format("\\u%04x", (int) c));
                } else {
                    out.append(c);
                }
            }
            out.append('"');
        }

        private Object value() throws Refused {
            blanks();
            if (depth > DEEPEST) {
                throw notABundle();
            }
            char first = text.charAt(at);
            return switch (first) {
                case '{' -> members();
                case '[' -> items();
                case '"' -> string();
                default -> word();
            };
        }

        private Map<String, Object> members() throws Refused {
            Map<String, Object> members = new LinkedHashMap<>();
            depth++;
            at++;
            for (boolean more = !ends('}'); more; more = !ends('}')) {
                blanks();
                String name = string();
                expect(':');
                Object member = value();
                if (members.containsKey(name)) {
                    throw notABundle();
                }
                members.put(name, member);
                separator('}');
            }
            depth--;
            return members;
        }

        private List<Object> items() throws Refused {
            List<Object> items = new ArrayList<>();
            depth++;
            at++;
            for (boolean more = !ends(']'); more; more = !ends(']')) {
                items.add(value());
                separator(']');
            }
            depth--;
            return items;
        }

        private boolean ends(char bracket) {
            blanks();
            if (text.charAt(at) != bracket) {
                return false;
            }
            at++;
            return true;
        }

        private void separator(char bracket) throws Refused {
            blanks();
            if (text.charAt(at) != bracket) {
                expect(',');
            }
        }

        private void expect(char wanted) throws Refused {
            blanks();
            if (text.charAt(at++) != wanted) {
                throw notABundle();
            }
        }

        private String string() throws Refused {
            expect('"');
            StringBuilder string = new StringBuilder();
            while (text.charAt(at) != '"') {
                char next = text.charAt(at++);
                string.append(next == '\\' ? escaped() : next);
            }
            at++;
            return string.toString();
        }

        private char escaped() throws Refused {
            char kind = text.charAt(at++);
            if (kind == 'u') {
                at += 4;
                return (char) Integer.parseInt(text.substring(at - 4, at), 16);
            }
            int known = "\"\\/bfnrt".indexOf(kind);
            if (known < 0) {
                throw notABundle();
            }
            return "\"\\/\b\f\n\r\t".charAt(known);
        }

        /** Null is kept as a text that says so: this program knows no nulls but the missing member. */
        private Object word() throws Refused {
            int from = at;
            while (at < text.length() && "}],: \n\r\t".indexOf(text.charAt(at)) < 0) {
                at++;
            }
            String word = text.substring(from, at);
            if (Set.of("true", "false", "null").contains(word)) {
                return new Word(word);
            }
            return new BigDecimal(word);
        }

        private void blanks() {
            while (at < text.length() && " \n\r\t".indexOf(text.charAt(at)) >= 0) {
                at++;
            }
        }

        private record Word(String word) {

            @Override
            public String toString() {
                return word;
            }
        }
    }
}
