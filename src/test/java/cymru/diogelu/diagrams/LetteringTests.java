package cymru.diogelu.diagrams;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.AlphaChars;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.StringLength;
import net.jqwik.api.constraints.Whitespace;
import org.junit.jupiter.api.Test;

class LetteringTests {

    @Property
    void neverLetsALineGrowWiderThanItsRoom(
            @ForAll @AlphaChars @Whitespace @StringLength(max = 400) String words,
            @ForAll @DoubleRange(min = 20, max = 200) double width,
            @ForAll @DoubleRange(min = 0, max = 100) double height) {
        Lettering.Block block = Lettering.fitted(Lettering.clean(words), 12, width, height);
        assertThat(block.lines()).allSatisfy(line -> assertThat(Lettering.width(line, block.size()))
                .isLessThanOrEqualTo(width + 0.001));
        assertThat(block.height()).isLessThanOrEqualTo(Math.max(height, 9 * Lettering.LINE) + 0.001);
    }

    @Property
    void keepsEveryWordWhereThereIsRoom(@ForAll @AlphaChars @Whitespace @StringLength(max = 400) String words) {
        String clean = Lettering.clean(words);
        String kept = String.join("", Lettering.fitted(clean, 12, 60, 1_000_000).lines());
        assertThat(kept.replace(" ", "")).isEqualTo(clean.replace(" ", ""));
    }

    @Property
    void leavesNothingThatHidesOrTurnsLetters(@ForAll String words) {
        assertThat(Lettering.clean(words).codePoints())
                .noneMatch(letter -> Character.isISOControl(letter)
                        || Character.getType(letter) == Character.FORMAT
                        || Character.getType(letter) == Character.SURROGATE);
    }

    @Test
    void measuresWelshLettersAsTheirPlainOnes() {
        assertThat(Lettering.width("Cyfarfod tŷ", 12)).isEqualTo(Lettering.width("Cyfarfod ty", 12));
    }
}
