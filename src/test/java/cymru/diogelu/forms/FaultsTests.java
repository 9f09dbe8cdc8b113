package cymru.diogelu.forms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Everything that is wrong with a form is told at once. */
class FaultsTests {

    private static final String FILE = "forms/report/report.form";
    private static final String BROKEN =
            """
            {"id": "report", "type": "default", "components": [
              {"type": "filepicker", "id": "c1", "key": "photo"},
              {"type": "textfield", "id": "c2", "key": "name", "label": "Name", "properties": {"routes": "true"}},
              {"type": "group", "id": "c3", "components": [{"type": "number", "id": "c4", "key": "its age"}]}]}
            """;
    private static final String SOUND =
            """
            {"id": "report", "type": "default", "components": [{"type": "textfield", "id": "c1", "key": "name", "label": "Name"}]}
            """;

    private final Forms forms = new Forms();

    @Test
    void tellsOfEachInTheOrderOfTheFile() {
        assertThat(faults(BROKEN, "{\"components\": {\"gone\": {}}}"))
                .extracting(BrokenForm::element)
                .containsExactly("photo", "name", "name", "its age", "gone");
    }

    @Test
    void namesTheFileOfTheWelshWhereThatIsBroken() {
        assertThat(faults(SOUND, "{\"components\": {}}"))
                .extracting(BrokenForm::file)
                .containsExactly("forms/report/report.cy.json");
    }

    @Test
    void tellsOfNothingWhereAllIsWell() {
        assertThat(faults(SOUND, "{\"components\": {\"name\": {\"label\": \"Enw\"}}}"))
                .isEmpty();
    }

    @Test
    void refusesTheFormWithTheFirst() {
        assertThatThrownBy(() -> forms.read(FILE, stream(BROKEN), null))
                .isInstanceOf(BrokenForm.class)
                .hasMessageContaining("photo");
    }

    private List<BrokenForm> faults(String form, String welsh) {
        return forms.faults(FILE, stream(form), stream(welsh));
    }

    private static InputStream stream(String text) {
        return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
    }
}
