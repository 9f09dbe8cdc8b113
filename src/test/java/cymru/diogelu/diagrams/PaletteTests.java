package cymru.diogelu.diagrams;

import static org.assertj.core.api.Assertions.assertThat;

import cymru.diogelu.diagrams.StepMark.State;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Contrast as WCAG 2.2 reckons it. */
class PaletteTests {

    private static final double TEXT = 4.5;
    private static final double LINE = 3;

    @ParameterizedTest
    @EnumSource(State.class)
    void keepsWordsReadableOnEveryGround(State state) {
        Palette.Pair pair = Palette.of(state);
        assertThat(contrast(Palette.INK, pair.ground())).isGreaterThanOrEqualTo(TEXT);
        assertThat(contrast(Palette.PAPER, pair.line())).isGreaterThanOrEqualTo(TEXT);
    }

    @ParameterizedTest
    @EnumSource(State.class)
    void keepsLinesApartFromBothTheirSides(State state) {
        Palette.Pair pair = Palette.of(state);
        assertThat(contrast(pair.line(), pair.ground())).isGreaterThanOrEqualTo(LINE);
        assertThat(contrast(pair.line(), Palette.PAPER)).isGreaterThanOrEqualTo(LINE);
    }

    @Property
    void keepsEveryShadeOfAFlowApartFromPaper(@ForAll @DoubleRange(min = 0, max = 1) double weight) {
        assertThat(Palette.shade(weight)).matches("#[0-9a-f]{6}");
        assertThat(contrast(Palette.shade(weight), Palette.PAPER)).isGreaterThanOrEqualTo(LINE);
    }

    private static double contrast(String one, String other) {
        double lighter = Math.max(luminance(one), luminance(other));
        double darker = Math.min(luminance(one), luminance(other));
        return (lighter + 0.05) / (darker + 0.05);
    }

    private static double luminance(String colour) {
        return 0.2126 * channel(colour, 1) + 0.7152 * channel(colour, 3) + 0.0722 * channel(colour, 5);
    }

    private static double channel(String colour, int at) {
        double share = Integer.parseInt(colour.substring(at, at + 2), 16) / 255.0;
        return share <= 0.04045 ? share / 12.92 : Math.pow((share + 0.055) / 1.055, 2.4);
    }
}
