package cymru.diogelu.modelcheck.lint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import cymru.diogelu.agencies.Agencies;
import cymru.diogelu.modelcheck.Finding;
import cymru.diogelu.modelcheck.ModelFiles;
import cymru.diogelu.modelcheck.reading.Models;
import cymru.diogelu.statute.Provisions;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever somebody hands in, the check ends soon and with findings, never with an exception. */
class HostileModelTests {

    private static final Lint LINT = new Lint(Provisions.load(), Agencies.load());
    private static final Duration SOON = Duration.ofSeconds(60);
    private static final int BENDS = 60;

    private static final String PROCEDURE =
            """
            <b:definitions xmlns:b="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:c="http://camunda.org/schema/1.0/bpmn" id="d">
            <b:process id="%s">%s</b:process></b:definitions>
            """;
    private static final String CALL =
            """
            <b:callActivity id="call%1$s" calledElement="%1$s"><b:extensionElements><c:in source="v" target="v"/></b:extensionElements></b:callActivity>
            """;
    private static final String FLOW =
            """
            <b:sequenceFlow id="flow%1$s"><b:conditionExpression>%2$s</b:conditionExpression></b:sequenceFlow>
            """;

    @Test
    void endsWhereCallsBranchAtEveryStep() {
        Map<String, String> files = new TreeMap<>();
        for (int layer = 0; layer < 40; layer++) {
            for (String side : List.of("left", "right")) {
                String calls = CALL.formatted("left" + (layer + 1)) + CALL.formatted("right" + (layer + 1));
                files.put("%s%d.bpmn".formatted(side, layer), PROCEDURE.formatted(side + layer, calls));
            }
        }
        assertThat(check(files)).isNotEmpty();
    }

    @Test
    void endsWhereCallsAreAChain() {
        Map<String, String> files = new TreeMap<>();
        for (int link = 0; link < 300; link++) {
            String body = CALL.formatted("p" + (link + 1)) + FLOW.formatted(link, "${v == 'x'}");
            files.put("p%d.bpmn".formatted(link), PROCEDURE.formatted("p" + link, body));
        }
        assertThat(check(files)).isNotEmpty();
    }

    @Test
    void endsWhereAnExpressionIsBlankWithoutEnd() {
        String blanks = " ".repeat(900_000);
        String body = FLOW.formatted(1, "${" + blanks) + FLOW.formatted(2, "${a" + blanks + "== 1");
        assertThat(check(Map.of("a.bpmn", PROCEDURE.formatted("a", body)))).isNotEmpty();
    }

    @Test
    void endsWhereWaysAreMany() {
        StringBuilder body = new StringBuilder();
        for (int node = 0; node < 4_000; node++) {
            body.append("<b:exclusiveGateway id='g%d'/><b:sequenceFlow id='f%d' sourceRef='g%d' targetRef='g%d'/>"
                    .formatted(node, node, node, node + 1));
        }
        assertThat(check(Map.of("a.bpmn", PROCEDURE.formatted("a", body)))).isNotEmpty();
    }

    @Test
    void endsWhereACellIsLong() {
        String cell = "\"a\",".repeat(100_000);
        String table =
                """
                <definitions xmlns="https://www.omg.org/spec/DMN/20191111/MODEL/" id="d"><decision id="t"><decisionTable id="tt">
                <input id="i"><inputExpression id="e"><text>v</text></inputExpression></input>
                <rule id="r"><inputEntry id="c"><text>%s</text></inputEntry></rule></decisionTable></decision></definitions>
                """;
        assertThat(check(Map.of("t.dmn", table.formatted(cell)))).isNotEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "forms/safeguarding-case/concern",
                "forms/section-130-report/report-child-at-risk",
                "forms/strategy-discussion/strategy-arrangements",
                "processes/section-130-report/section-130-report",
                "processes/section-130-report/initial-route"
            })
    void namesWhatIsWrongWithABentFile(String name) throws IOException {
        Random random = new Random(11);
        Map<String, byte[]> packaged = new TreeMap<>(ModelFiles.of(Path.of(".")).byPath());
        packaged.keySet().removeIf(file -> !file.startsWith(name + "."));
        assertThat(packaged).isNotEmpty();
        List<String> files = List.copyOf(packaged.keySet());
        for (int time = 0; time < BENDS; time++) {
            Map<String, byte[]> bent = new TreeMap<>(packaged);
            String file = files.get(random.nextInt(files.size()));
            String text = new String(Objects.requireNonNull(bent.get(file)), StandardCharsets.UTF_8);
            String changed = bend(text, random);
            bent.put(file, changed.getBytes(StandardCharsets.UTF_8));
            assertThatCode(() -> LINT.check(Models.read(bent)).forEach(HostileModelTests::readable))
                    .as("%s, bend %d: %s", file, time, difference(text, changed))
                    .doesNotThrowAnyException();
        }
    }

    /** Puts another value where a value stands, or takes a line away. */
    private static String bend(String text, Random random) {
        List<String> others = List.of("null", "[]", "{}", "3", "true", "\"\"", "\"x\"", "\"=a +\"", "[null]", "\"${\"");
        List<int[]> values = java.util.regex.Pattern.compile("\"[^\"\\n]*\"|(?<=: )[\\[{\\dtf][^\\n]*(?=,?\\n)")
                .matcher(text)
                .results()
                .map(found -> new int[] {found.start(), found.end()})
                .toList();
        int[] at = values.get(random.nextInt(values.size()));
        return text.substring(0, at[0]) + others.get(random.nextInt(others.size())) + text.substring(at[1]);
    }

    private static String difference(String text, String changed) {
        int at = 0;
        while (at < Math.min(text.length(), changed.length()) && text.charAt(at) == changed.charAt(at)) {
            at++;
        }
        return changed.substring(Math.max(0, at - 60), Math.min(changed.length(), at + 60));
    }

    private static void readable(Finding finding) {
        assertThat(finding.sentence().en()).hasSizeLessThan(2_000);
    }

    private static List<Finding> check(Map<String, String> files) {
        Map<String, byte[]> bytes = new TreeMap<>();
        files.forEach((name, text) -> bytes.put("processes/a/" + name, text.getBytes(StandardCharsets.UTF_8)));
        return assertTimeoutPreemptively(
                SOON, () -> LINT.check(Models.read(bytes)).toList());
    }
}
