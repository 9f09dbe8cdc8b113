package cymru.diogelu.modelcheck;

import static org.assertj.core.api.Assertions.assertThat;

import cymru.diogelu.agencies.Agencies;
import cymru.diogelu.statute.Provisions;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever value of a packaged model is changed: something is said, and never that only the drawing changes. */
class NothingUnseenTests {

    /** How many values of each file are changed; {@code -Ddiogelu.every-value=true} changes all. */
    private static final int SAMPLE = Boolean.getBoolean("diogelu.every-value") ? Integer.MAX_VALUE : 12;

    private static final Pattern XML =
            Pattern.compile("(?<!xmlns)[ :][A-Za-z]+=\"([^\"]*)()\"|>\\s*([^<>\\s][^<>]*)()<");
    private static final Pattern JSON = Pattern.compile("\"((?:[^\"\\\\]|\\\\.)*)()\"|: (\\d+)()");
    private static final ModelComparison COMPARISON = new ModelComparison(Provisions.load(), Agencies.load());

    /** A value of a file, with the place behind it. */
    private record Value(int end, boolean drawn) {}

    @ParameterizedTest
    @MethodSource("files")
    void saysSomethingOfEveryValue(String file) throws IOException {
        Map<String, byte[]> before = around(file);
        String text = new String(before.get(file), StandardCharsets.UTF_8);
        List<Value> values = values(file, text);
        Collections.shuffle(values, new Random(text.length()));
        for (Value value : values.subList(0, Math.min(SAMPLE, values.size()))) {
            String changed = text.substring(0, value.end()) + "7" + text.substring(value.end());
            Map<String, byte[]> after = new TreeMap<>(before);
            after.put(file, changed.getBytes(StandardCharsets.UTF_8));

            List<Change> changes = COMPARISON.compare(new ModelFiles(before), new ModelFiles(after));

            assertThat(changes)
                    .as("%s at …%s", file, changed.substring(Math.max(0, value.end() - 80), value.end() + 1))
                    .isNotEmpty()
                    .allMatch(change -> change.ofMeaning() != value.drawn())
                    .hasSameSizeAs(COMPARISON.compare(new ModelFiles(after), new ModelFiles(before)));
        }
    }

    private static List<Value> values(String file, String text) {
        Matcher matcher = (file.endsWith("mn") ? XML : JSON).matcher(text);
        int drawing = Math.max(text.indexOf("<bpmndi:BPMNDiagram"), text.indexOf("<dmndi:DMNDI"));
        List<Value> values = new ArrayList<>();
        while (matcher.find()) {
            int end = Math.max(matcher.end(1), matcher.end(3));
            boolean declared = text.startsWith("<?", text.lastIndexOf('<', end));
            boolean namespace =
                    text.lastIndexOf("xmlns", end) > Math.max(text.lastIndexOf(' ', end), text.lastIndexOf('>', end));
            if (!declared && !namespace) {
                values.add(new Value(end, drawing >= 0 && end > drawing));
            }
        }
        return values;
    }

    /** A form is compared with its Welsh, everything else alone. */
    private static Map<String, byte[]> around(String file) throws IOException {
        String stem = file.replaceAll("\\.(form|cy\\.json)$", "");
        Map<String, byte[]> files = new TreeMap<>(ModelFiles.of(Path.of(".")).byPath());
        files.keySet()
                .removeIf(
                        path -> !path.equals(file) && !path.equals(stem + ".form") && !path.equals(stem + ".cy.json"));
        return files;
    }

    static Stream<String> files() throws IOException {
        return ModelFiles.of(Path.of(".")).byPath().keySet().stream();
    }
}
