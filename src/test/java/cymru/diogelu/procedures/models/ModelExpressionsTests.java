package cymru.diogelu.procedures.models;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cymru.diogelu.procedures.engine.StrictExpressions;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
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

    private void check(String condition) {
        byte[] model = MODEL.replace("CONDITION", condition).getBytes(StandardCharsets.UTF_8);
        expressions.check(Map.of("processes/report/report.bpmn", model));
    }
}
