package cymru.diogelu.forms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import cymru.diogelu.language.Language;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TranslationTests {

    private static final Map<String, Object> FORM = Sample.json(
            Sample.source(
                    """
            {type: 'dynamiclist', id: 'l1', path: 'people', label: 'People', components: [
              {type: 'select', id: 's1', key: 'role', label: 'Role', description: 'In the home',
               values: [{value: 'a', label: 'Parent'}, {value: 'b', label: 'Carer'}]}]}""",
                    "{type: 'text', id: 't1', text: 'Why we ask'}",
                    "{type: 'datetime', id: 'd1', key: 'at', subtype: 'datetime', dateLabel: 'Day', timeLabel: 'Time'}",
                    "{type: 'number', id: 'n1', key: 'cost', label: 'Cost', appearance: {prefixAdorner: '£', suffixAdorner: 'a day'}}"));

    private static final String WELSH =
            """
            {components: {
              l1: {label: 'Pobl'},
              'people.role': {label: 'Rôl', description: 'Yn y cartref', options: {a: 'Rhiant', b: 'Gofalwr'}},
              t1: {text: 'Pam rydyn ni’n gofyn'},
              at: {dateLabel: 'Diwrnod', timeLabel: 'Amser'},
              cost: {label: 'Cost', suffixAdorner: 'y dydd'}}}""";

    private static void refuses(String from, String to, String reason) {
        assertThat(WELSH).contains(from);
        assertThatExceptionOfType(BrokenForm.class)
                .isThrownBy(() -> Sample.read(FORM, Sample.json(WELSH.replace(from, to))))
                .withMessageContaining(reason);
    }

    @Test
    @SuppressWarnings("unchecked")
    void putsEveryTextIntoTheLanguageAndLeavesTheRest() {
        var welsh = Sample.read(FORM, Sample.json(WELSH)).localised(Language.CY);

        var components = (List<Map<String, Object>>) welsh.getOrDefault("components", List.of());
        assertThat(components.get(0)).containsEntry("label", "Pobl").containsEntry("path", "people");
        assertThat(components.get(0).toString()).contains("Rôl", "Yn y cartref", "label=Rhiant, value=a", "Gofalwr");
        assertThat(components.get(1)).containsEntry("text", "Pam rydyn ni’n gofyn");
        assertThat(components.get(2)).containsEntry("dateLabel", "Diwrnod").containsEntry("timeLabel", "Amser");
        assertThat(components.get(3))
                .containsEntry("appearance", Map.of("prefixAdorner", "£", "suffixAdorner", "y dydd"));
    }

    @Test
    void leavesTheEnglishFormAsItIs() {
        assertThat(Sample.read(FORM, Sample.json(WELSH)).localised(Language.EN)).isEqualTo(FORM);
    }

    @Test
    void refusesTextsWithoutWelsh() {
        refuses("label: 'Rôl', ", "", "\"Role\" has no Welsh");
        refuses(", description: 'Yn y cartref'", "", "\"In the home\" has no Welsh");
        refuses("b: 'Gofalwr'", "b: ' '", "\"Carer\" has no Welsh");
        refuses("text: 'Pam rydyn ni’n gofyn'", "", "\"Why we ask\" has no Welsh");
        refuses("label: 'Pobl'", "", "\"People\" has no Welsh");
        refuses(", timeLabel: 'Amser'", "", "\"Time\" has no Welsh");
        refuses(", suffixAdorner: 'y dydd'", "", "\"a day\" has no Welsh");
    }

    @Test
    void refusesWelshForWhatIsNotThere() {
        refuses("t1:", "t9: {text: 'x'}, t1:", "t9");
        refuses("b: 'Gofalwr'", "b: 'Gofalwr', c: 'Arall'", "'c'");
        refuses("label: 'Pobl'", "label: 'Pobl', description: 'Rhai'", "'description'");
        refuses("{components:", "{name: 'x', components:", "only 'components'");
    }

    @Test
    void refusesAFormWithoutAWelshFile() {
        assertThatExceptionOfType(BrokenForm.class)
                .isThrownBy(() -> Sample.read(FORM, Map.of()))
                .withMessageContaining("has no Welsh");
    }
}
