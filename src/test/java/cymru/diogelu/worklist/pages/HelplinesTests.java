package cymru.diogelu.worklist.pages;

import static org.assertj.core.api.Assertions.assertThat;

import cymru.diogelu.language.Language;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HelplinesTests {

    private final Helplines helplines = new Helplines();

    @ParameterizedTest
    @CsvSource({"EN, Children’s Commissioner for Wales", "CY, Comisiynydd Plant Cymru"})
    void namesWhomAChildCanCallInBothLanguages(Language language, String name) {
        assertThat(helplines.of("child", language.locale()))
                .extracting(Helplines.Helpline::name)
                .contains("Meic", "Childline", name);
    }

    @Test
    void dialsNumbersWithoutSpaces() {
        assertThat(helplines.of("parent", Language.EN.locale()))
                .extracting(Helplines.Helpline::dialled)
                .isNotEmpty()
                .allMatch(number -> number.matches("tel:0\\d{9,10}"));
    }
}
