package cymru.diogelu.procedures.models;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DecisionCellsTests {

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
        assertThatThrownBy(() -> check("<d:text expressionLanguage='juel'>1</d:text>"))
                .isInstanceOf(BrokenModel.class)
                .hasMessageContaining("FEEL");
    }

    private static void checkCell(String part, String text) {
        String escaped = text.replace("<", "&lt;");
        check("<d:%s id='cell_1'><d:text>%s</d:text></d:%s>".formatted(part, escaped, part));
    }

    private static void check(String content) {
        String table = "<d:definitions xmlns:d='https://www.omg.org/spec/DMN/20191111/MODEL/'>%s</d:definitions>";
        DecisionCells.check(
                "processes/report/route.dmn", table.formatted(content).getBytes(StandardCharsets.UTF_8));
    }
}
