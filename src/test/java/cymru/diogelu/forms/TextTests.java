package cymru.diogelu.forms;

import static cymru.diogelu.forms.Sample.errors;
import static cymru.diogelu.forms.Sample.form;
import static cymru.diogelu.forms.Sample.judge;
import static org.assertj.core.api.Assertions.assertThat;

import cymru.diogelu.language.Language;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TextTests {

    private static Form line(String validate) {
        return form("{type: 'textfield', id: 'f1', key: 'name', label: 'Name', validate: {%s}}".formatted(validate));
    }

    private static Form area(String validate) {
        return form("{type: 'textarea', id: 'f1', key: 'name', label: 'Name', validate: {%s}}".formatted(validate));
    }

    private static Judgement say(Form form, Object text) {
        return form.judge(Map.of("name", text), Map.of(), Sample.NOW);
    }

    @Test
    void keepsWelshLettersAndEmoji() {
        assertThat(say(line(""), "Siân ŵ ŷ 😀").accepted()).isEqualTo(Map.of("name", "Siân ŵ ŷ 😀"));
    }

    @Test
    void composesLettersAndAccents() {
        assertThat(say(line("maxLength: 1"), "w\u0302").accepted()).isEqualTo(Map.of("name", "ŵ"));
    }

    @Test
    void keepsLinesInAnAreaAndJoinsThemInAField() {
        assertThat(say(area(""), "a\r\nb\rc").accepted()).isEqualTo(Map.of("name", "a\nb\nc"));
        assertThat(say(line(""), "a\r\nb\tc").accepted()).isEqualTo(Map.of("name", "a b c"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"\u0000", "a\u0007b", "\u007f", "\u0085", "\ud83d", "\ufffe", "\u202e", "\u2066"})
    void refusesWhatCannotBeShown(String text) {
        assertThat(Sample.codes(say(line(""), "x" + text))).containsExactly("name illegalCharacter");
        assertThat(Sample.codes(say(area(""), "x" + text))).containsExactly("name illegalCharacter");
    }

    @Test
    void takesBlankForNoAnswer() {
        assertThat(errors(line("required: true"), "{name: ' \u00a0 '}")).containsExactly("name required");
        assertThat(judge(line("minLength: 3"), "{name: '  '}")).isEqualTo(new Judgement(Map.of(), List.of()));
    }

    @Test
    void countsInUtf16UnitsAsBrowsersDo() {
        assertThat(Sample.codes(say(line("maxLength: 2"), "😀"))).isEmpty();
        assertThat(Sample.codes(say(line("maxLength: 2"), "😀x"))).containsExactly("name tooLong");
        assertThat(Sample.codes(say(line("minLength: 3"), "😀"))).containsExactly("name tooShort");
    }

    @Test
    void limitsTextWhenTheFormDoesNot() {
        assertThat(Sample.codes(say(line(""), "a".repeat(1_000)))).isEmpty();
        assertThat(Sample.codes(say(line(""), "a".repeat(1_001)))).containsExactly("name tooLong");
        assertThat(Sample.codes(say(area(""), "a".repeat(20_000)))).isEmpty();
        assertThat(Sample.codes(say(area(""), "a".repeat(100_000)))).containsExactly("name tooLong");
    }

    @Test
    void readsLimitsFromExpressions() {
        var form = form(
                "{type: 'number', id: 'n', key: 'n', label: 'N'}",
                "{type: 'textfield', id: 't', key: 't', label: 'T', validate: {maxLength: '=n'}}");

        assertThat(errors(form, "{n: 2, t: 'abc'}")).containsExactly("t tooLong");
        assertThat(errors(form, "{t: 'abc'}")).isEmpty();
    }

    @Test
    void looksForThePatternAnywhereInTheText() {
        assertThat(errors(line("pattern: '[A-Z]{2}'"), "{name: 'see AB'}")).isEmpty();
        assertThat(errors(line("pattern: '^[A-Z]{2}$'"), "{name: 'see AB'}")).containsExactly("name pattern");
    }

    @Test
    void saysInTheFormsOwnWordsWhatThePatternWants() {
        var message = say(line("pattern: '^W', patternErrorMessage: 'Codes begin with W'"), "X")
                .errors()
                .get(0)
                .message();

        assertThat(message.in(Language.EN)).isEqualTo("Name: Codes begin with W");
        assertThat(message.in(Language.CY)).isEqualTo("cy: Name: cy: Codes begin with W");
    }

    @ParameterizedTest
    @CsvSource({
        "nia@example.cymru, true",
        "o'nia+x@mail.example.org, true",
        "nia@, false",
        "a b@example.org, false",
        "nia, false"
    })
    void knowsEmailAddresses(String text, boolean fits) {
        assertThat(say(line("validationType: 'email'"), text).ok()).isEqualTo(fits);
    }

    @ParameterizedTest
    @CsvSource({
        "029 2018 0180, true",
        "(029) 2018-0180, true",
        "07700 900123, true",
        "+44 29 2018 0180, true",
        "00353 1 234 5678, true",
        "999, false",
        "ring the school, false",
        "+44, false"
    })
    void knowsTelephoneNumbersAsPeopleWriteThem(String text, boolean fits) {
        assertThat(say(line("validationType: 'phone'"), text).ok()).isEqualTo(fits);
    }

    @Test
    void takesNoImageInsideText() {
        assertThat(Sample.codes(say(area(""), "see data:image/png;base64,iVBORw0KGgo=")))
                .containsExactly("name image");
    }

    @Test
    void takesNothingButText() {
        assertThat(errors(line(""), "{name: 12}")).containsExactly("name wrongType");
        assertThat(errors(line(""), "{name: ['a']}")).containsExactly("name wrongType");
    }
}
