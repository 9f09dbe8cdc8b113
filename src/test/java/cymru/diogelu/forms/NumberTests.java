package cymru.diogelu.forms;

import static cymru.diogelu.forms.Sample.codes;
import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NumberTests {

    private static Judgement say(String attributes, Object number) {
        return Sample.form("{type: 'number', id: 'f1', key: 'n', label: 'N' %s}".formatted(attributes))
                .judge(Map.of("n", number), Map.of(), Sample.NOW);
    }

    @Test
    void keepsWholeNumbersWholeAndOthersExact() {
        assertThat(say("", 7).accepted()).isEqualTo(Map.of("n", 7));
        assertThat(say("", 7.0).accepted()).isEqualTo(Map.of("n", 7));
        assertThat(say("", 12345678901L).accepted()).isEqualTo(Map.of("n", 12345678901L));
        assertThat(say("", "0.10").accepted()).isEqualTo(Map.of("n", new BigDecimal("0.1")));
    }

    @Test
    void keepsTextWhereTheFormAsksForIt() {
        assertThat(say(", serializeToString: true", 12.50).accepted()).isEqualTo(Map.of("n", "12.5"));
    }

    @Test
    void keepsLimits() {
        assertThat(codes(say(", validate: {min: 0, max: 17}", -1))).containsExactly("n tooSmall");
        assertThat(codes(say(", validate: {min: 0, max: 17}", 0))).isEmpty();
        assertThat(codes(say(", validate: {min: 0, max: 17}", 17))).isEmpty();
        assertThat(codes(say(", validate: {min: 0, max: 17}", 17.5))).containsExactly("n tooLarge");
    }

    @Test
    void keepsDecimalsAndSteps() {
        assertThat(codes(say(", decimalDigits: 0", 1.5))).containsExactly("n tooManyDecimals");
        assertThat(codes(say(", decimalDigits: 2", "1.50"))).isEmpty();
        assertThat(codes(say(", increment: '15'", 40))).containsExactly("n notAStep");
        assertThat(codes(say(", increment: 0.1", 0.3))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"abc", "1e3", "0x10", "1,5", "NaN", "--1", "١"})
    void readsNothingButDecimalDigits(String text) {
        assertThat(codes(say("", text))).containsExactly("n wrongType");
    }

    @Test
    void refusesNumbersThatJsonWouldLose() {
        for (Object number : List.of(
                9007199254740993L,
                new BigDecimal("1E+999999999"),
                new BigDecimal("1E-999999999"),
                BigInteger.TEN.pow(400))) {
            assertThat(codes(say("", number)))
                    .isSubsetOf("n tooManyDigits", "n wrongType")
                    .hasSize(1);
        }
        assertThat(codes(say("", Double.NaN))).containsExactly("n wrongType");
    }

    @Test
    void takesNothingForAnEmptyText() {
        assertThat(codes(say(", validate: {required: true}", " "))).containsExactly("n required");
    }

    @Test
    void takesZeroForAnAnswer() {
        assertThat(say(", validate: {required: true}", 0).accepted()).isEqualTo(Map.of("n", 0));
    }
}
