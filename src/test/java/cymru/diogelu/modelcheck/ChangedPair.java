package cymru.diogelu.modelcheck;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * The packaged models and the same with one change, with what is to be said of it. In the file of pairs a line {@code in}
 * names a file of models, {@code old} a text that stands in it once ({@code all} where it may stand more often) and
 * {@code new} the text instead; {@code ⏎} is a new line. {@code en} and {@code cy} are the sentences.
 */
record ChangedPair(String name, List<Edit> edits, String en, String cy) {

    private static final Path PAIRS = Path.of("src/test/resources/comparison/pairs.txt");

    /** One text in place of another. */
    record Edit(String file, String old, String instead, boolean all) {

        void apply(Map<String, byte[]> files) {
            String text = new String(Objects.requireNonNull(files.get(file), file), StandardCharsets.UTF_8);
            int first = text.indexOf(old);
            assertThat(first).as("‘%s’ stands in %s", old, file).isNotNegative();
            if (!all) {
                assertThat(text.indexOf(old, first + 1))
                        .as("‘%s’ stands once in %s", old, file)
                        .isNegative();
            }
            files.put(file, text.replace(old, instead).getBytes(StandardCharsets.UTF_8));
        }
    }

    ModelFiles applied(ModelFiles before) {
        Map<String, byte[]> files = new TreeMap<>(before.byPath());
        edits.forEach(edit -> edit.apply(files));
        return new ModelFiles(files);
    }

    static List<ChangedPair> all() throws IOException {
        return Stream.of(Files.readString(PAIRS).split("\n\n+"))
                .map(block ->
                        block.lines().filter(line -> !line.startsWith("#")).toList())
                .filter(lines -> !lines.isEmpty())
                .map(ChangedPair::read)
                .toList();
    }

    private static ChangedPair read(List<String> lines) {
        Map<String, String> last = new TreeMap<>();
        List<Edit> edits = new ArrayList<>();
        for (String line : lines) {
            String word = line.substring(0, line.indexOf(' '));
            String text = line.substring(line.indexOf(' ') + 1).replace('⏎', '\n');
            last.put(word, text);
            if (word.equals("old") || word.equals("all")) {
                last.put("text", text);
                last.put("how", word);
            }
            if (word.equals("new")) {
                edits.add(new Edit(
                        said(last, "in"),
                        said(last, "text"),
                        text.equals("-") ? "" : text,
                        said(last, "how").equals("all")));
            }
        }
        return new ChangedPair(said(last, "pair"), edits, said(last, "en"), said(last, "cy"));
    }

    private static String said(Map<String, String> lines, String word) {
        return Objects.requireNonNull(lines.get(word), word);
    }

    @Override
    public String toString() {
        return name;
    }
}
