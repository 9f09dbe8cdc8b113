package cymru.diogelu.procedures.models;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cymru.diogelu.procedures.engine.StrictExpressions;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ModelExpressionsTests {

    private static final String MODEL =
            """
            <b:definitions xmlns:b="http://www.omg.org/spec/BPMN/20100524/MODEL"><b:process id="report">
              <b:sequenceFlow id="flow_made"><b:conditionExpression>CONDITION</b:conditionExpression></b:sequenceFlow>
            </b:process></b:definitions>
            """;

    private final ModelExpressions expressions = new ModelExpressions(new StrictExpressions(Map.of(), List.of()));

    @Test
    void readsAComparison() {
        assertThatCode(() -> check("${route == 'report'}")).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            textBlock =
                    """
                    ${route = 'report'}                | route = 'report'
                    ${route == report}                 | route == report
                    ${a == 'b' and c == 'd'}           | and
                    ${deadline.dew('DL-03')}           | deadline.dew
                    route == 'report'                  | stands in braces
                    """)
    void namesFileElementAndReason(String condition, String reason) {
        assertThatThrownBy(() -> check(condition))
                .isInstanceOf(BrokenModel.class)
                .hasMessageContainingAll("processes/report/report.bpmn", "flow_made", reason);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            textBlock =
                    """
                    inputExpression | decisio n            | not a FEEL expression
                    inputEntry      | "yes", "no           | not a FEEL expression
                    outputEntry     | "report"]            | not a FEEL expression
                    inputEntry      | lst contains(?, "a") | 'lst contains'
                    outputEntry     | count(1..100000)     | not a FEEL expression
                    outputEntry     | for i in 1..9 return i | too long
                    """)
    void namesTheCellThatCannotBeRead(String part, String text, String reason) {
        assertThatThrownBy(() -> checkCell(part, text))
                .isInstanceOf(BrokenModel.class)
                .hasMessageContainingAll("processes/report/route.dmn", "cell_1", reason);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            textBlock =
                    """
                    inputExpression | count(harms)
                    inputEntry      | not("yes", "no")
                    inputEntry      | -
                    inputEntry      |
                    inputEntry      | [1..17]
                    outputEntry     | "report"
                    """)
    void readsACell(String part, @Nullable String text) {
        assertThatCode(() -> checkCell(part, text == null ? "" : text)).doesNotThrowAnyException();
    }

    @Test
    void refusesAnotherLanguageThanFeel() {
        assertThatThrownBy(() -> expressions.check(decision("<d:text expressionLanguage='juel'>1</d:text>")))
                .isInstanceOf(BrokenModel.class)
                .hasMessageContaining("FEEL");
    }

    private void checkCell(String part, String text) {
        String escaped = text.replace("<", "&lt;");
        expressions.check(decision("<d:%s id='cell_1'><d:text>%s</d:text></d:%s>".formatted(part, escaped, part)));
    }

    private static Map<String, byte[]> decision(String content) {
        String table = "<d:definitions xmlns:d='https://www.omg.org/spec/DMN/20191111/MODEL/'>%s</d:definitions>";
        return Map.of("processes/report/route.dmn", table.formatted(content).getBytes(StandardCharsets.UTF_8));
    }

    private void check(String condition) {
        byte[] model = MODEL.replace("CONDITION", condition).getBytes(StandardCharsets.UTF_8);
        expressions.check(Map.of("processes/report/report.bpmn", model));
    }
}
