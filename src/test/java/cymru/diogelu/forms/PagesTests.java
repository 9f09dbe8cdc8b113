package cymru.diogelu.forms;

import static cymru.diogelu.forms.Sample.form;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import cymru.diogelu.language.Language;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PagesTests {

    private static final String ASKED = "{type: 'textfield', id: '%1$s', key: '%1$s', label: 'L'%2$s}";
    private static final String PAGE = ", properties: {page: '%s'}";

    @Test
    void aPageBeginsAtAComponentAGroupOrInTheRowsOfAList() {
        var form = form(
                "{type: 'group', id: 'g', label: 'G', components: [%s, %s]}"
                        .formatted(asked("a", "first"), asked("b", "999")),
                "{type: 'dynamiclist', id: 'l', path: 'l', label: 'L' %s, components: [%s, %s]}"
                        .formatted(PAGE.formatted("all"), asked("c", "each"), plain("d")));

        var shown = form.render(Language.EN, Map.of(), Map.of()).fields();

        assertThat(shown.get(0).children().get(1).properties()).containsEntry("page", "999");
        assertThat(shown.get(1).properties()).containsEntry("page", "all");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "Danger", "a b", "a/b", "-a", "check", "anew", "receipt", "a234567890123456789012345678901"})
    void refusesWhatCannotBeTheAddressOfAPage(String page) {
        refuses(asked("a", page), "a page is named in small letters");
    }

    @Test
    void refusesTwoPagesOfOneName() {
        refuses(asked("a", "one") + "," + asked("b", "one"), "'one' stands twice");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "%2$s, %1$s|b: stands before",
                "{type: 'group', id: 'g', label: 'G', components: [%2$s, %1$s]}|g: stands before",
                "%3$s, {type: 'dynamiclist', id: 'l', path: 'l', label: 'L', properties: {page: 'l'}, components: [%2$s, %1$s]}|b: stands before"
            })
    void refusesWhatStandsOnNoPage(String components, String reason) {
        refuses(components.formatted(asked("a", "one"), plain("b"), asked("c", "two")), reason);
    }

    @Test
    void refusesRowsWithPagesThatNothingCounts() {
        var list = "{type: 'dynamiclist', id: '%1$s', path: '%1$s', label: 'L'%2$s, components: [%3$s]}";
        var start = asked("a", "start");

        refuses(start + "," + list.formatted("l", "", asked("b", "one")), "need a page of the list itself");
        refuses(
                start + ","
                        + list.formatted(
                                "l",
                                PAGE.formatted("all"),
                                asked("c", "two") + ","
                                        + list.formatted("m", PAGE.formatted("inner"), asked("b", "one"))),
                "m: rows with pages");
    }

    private static String asked(String key, String page) {
        return ASKED.formatted(key, PAGE.formatted(page));
    }

    private static String plain(String key) {
        return ASKED.formatted(key, "");
    }

    private static void refuses(String components, String reason) {
        assertThatExceptionOfType(BrokenForm.class)
                .isThrownBy(() -> form(components))
                .withMessageContaining(reason);
    }
}
