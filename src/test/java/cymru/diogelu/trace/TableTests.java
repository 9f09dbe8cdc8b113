package cymru.diogelu.trace;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TableTests {

    @ParameterizedTest
    @ValueSource(strings = {"=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "＝1", "\u202E=1"})
    void noTextBeginsAFormula(String text) throws IOException {
        assertThat(written(text)).matches("(?s)c\r\n\"?'.*");
    }

    @Test
    void numbersStayNumbersAndNothingIsEmpty() throws IOException {
        assertThat(written(-5)).isEqualTo("c\r\n-5\r\n");
        assertThat(written(null)).contains("c\r\n");
    }

    @Test
    void separatorsAndQuotesAreQuoted() throws IOException {
        assertThat(written("a \"b\", c\nd")).isEqualTo("c\r\n\"a \"\"b\"\", c\nd\"\r\n");
    }

    private static String written(@Nullable Object cell) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        new Table(List.of("c"), List.of(Arrays.asList(cell))).to(out);
        return out.toString(StandardCharsets.UTF_8);
    }
}
