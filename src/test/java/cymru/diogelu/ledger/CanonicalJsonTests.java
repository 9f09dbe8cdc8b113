package cymru.diogelu.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.erdtman.jcs.JsonCanonicalizer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.json.JsonMapper;

class CanonicalJsonTests {

    private static final JsonMapper JACKSON = JsonMapper.builder().build();

    @Property(seed = "20261102")
    void writesWhatTheReferenceLibraryWrites(@ForAll("objects") Map<String, Object> object) throws IOException {
        String reference = new JsonCanonicalizer(JACKSON.writeValueAsString(object)).getEncodedString();
        assertThat(CanonicalJson.write(object)).isEqualTo(reference);
    }

    @Property(seed = "20261102")
    void isStableUnderTheOrderOfMembers(@ForAll("objects") Map<String, Object> object, @ForAll Random random) {
        assertThat(CanonicalJson.write(shuffled(object, random))).isEqualTo(CanonicalJson.write(object));
    }

    @Property(seed = "20261102")
    void canBeReadBackUnchanged(@ForAll("objects") Map<String, Object> object) {
        String written = CanonicalJson.write(object);
        assertThat(CanonicalJson.write(JACKSON.readValue(written, HashMap.class)))
                .isEqualTo(written);
    }

    @Test
    void sortsByUtf16AndEscapesOnlyWhatMustBe() {
        Map<String, Object> object =
                Map.of("€", 1, "\r", 2, "\ufb33", 3, "1", 4, "😀", 5, "\u0080", 6, "ö", "\"\\/\0\u001f€");
        assertThat(CanonicalJson.write(object))
                .isEqualTo(
                        "{\"\\r\":2,\"1\":4,\"\u0080\":6,\"ö\":\"\\\"\\\\/\\u0000\\u001f€\",\"€\":1,\"😀\":5,\"\ufb33\":3}");
    }

    @Test
    void writesDatesInstantsAndConstantsAsText() {
        Map<String, Object> object = Map.of(
                "a", LocalDate.of(2026, 3, 29), "b", Instant.parse("2026-03-29T01:00:00Z"), "c", DayOfWeek.MONDAY);
        assertThat(CanonicalJson.write(object))
                .isEqualTo("{\"a\":\"2026-03-29\",\"b\":\"2026-03-29T01:00:00Z\",\"c\":\"MONDAY\"}");
    }

    @Test
    void writesDecimalsAsTheyAre() {
        Map<String, Object> object =
                Map.of("a", new BigDecimal("0.10"), "b", BigInteger.TWO.pow(53), "c", -0.0, "d", 1e21, "e", 0.5f);
        assertThat(CanonicalJson.write(object))
                .isEqualTo("{\"a\":0.1,\"b\":9007199254740992,\"c\":0,\"d\":1e+21,\"e\":0.5}");
    }

    @ParameterizedTest
    @MethodSource
    void refusesWhatItCannotHoldExactly(Object value) {
        assertThatIllegalArgumentException().isThrownBy(() -> CanonicalJson.write(Map.of("value", value)));
    }

    static List<Object> refusesWhatItCannotHoldExactly() {
        return List.of(
                (1L << 53) + 1,
                Long.MIN_VALUE,
                new BigDecimal("0.12345678901234567890"),
                new BigDecimal("1e400"),
                Double.NaN,
                Double.POSITIVE_INFINITY,
                "half a pair \ud83d",
                "the other half \udc4d",
                Map.of(1, "a number as name"),
                new Object(),
                nested(200));
    }

    private static Object nested(int depth) {
        Object inner = List.of();
        for (int i = 0; i < depth; i++) {
            inner = List.of(inner);
        }
        return inner;
    }

    private static Map<String, Object> shuffled(Map<String, Object> object, Random random) {
        List<String> names = new ArrayList<>(object.keySet());
        Collections.shuffle(names, random);
        Map<String, Object> other = new LinkedHashMap<>();
        names.forEach(name -> other.put(name, object.get(name)));
        return other;
    }

    @Provide
    Arbitrary<Map<String, Object>> objects() {
        return Arbitraries.maps(texts(), values()).ofMaxSize(8);
    }

    private Arbitrary<Object> values() {
        return Arbitraries.lazyOf(
                () -> texts().asGeneric(),
                () -> Arbitraries.longs().between(-(1L << 53), 1L << 53).asGeneric(),
                () -> Arbitraries.integers().asGeneric(),
                () -> doubles().asGeneric(),
                () -> Arbitraries.of(true, false).injectNull(0.3).asGeneric(),
                () -> values().list().ofMaxSize(4).asGeneric(),
                () -> Arbitraries.maps(texts(), values()).ofMaxSize(4).asGeneric());
    }

    /** Every bit pattern that is a number: subnormal, huge and tiny ones as often as any other. */
    private Arbitrary<Double> doubles() {
        return Arbitraries.longs().map(Double::longBitsToDouble).filter(Double::isFinite);
    }

    /** Every Unicode text: jqwik's characters may be half a pair, so whole code points are put together. */
    private Arbitrary<String> texts() {
        return Arbitraries.integers()
                .between(0, Character.MAX_CODE_POINT)
                .filter(code -> code < Character.MIN_SURROGATE || code > Character.MAX_SURROGATE)
                .map(Character::toString)
                .list()
                .ofMaxSize(6)
                .map(parts -> String.join("", parts));
    }
}
