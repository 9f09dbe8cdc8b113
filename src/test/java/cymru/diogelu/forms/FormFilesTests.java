package cymru.diogelu.forms;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

class FormFilesTests {

    @TestFactory
    Stream<DynamicTest> readsEveryFormOfTheProject() {
        return FormFiles.all().stream()
                .map(file -> DynamicTest.dynamicTest(
                        file.toString(),
                        () -> assertThat(FormFiles.read(file).id()).isNotBlank()));
    }

    @Test
    void everyFormHasItsWelshFileAndNoWelshFileStandsAlone() {
        var expected = FormFiles.all().stream().map(FormFiles::welsh).toList();

        assertThat(FormFiles.ending(".cy.json")).containsExactlyInAnyOrderElementsOf(expected);
    }

    @Test
    void noTwoFormsHaveTheSameId() {
        assertThat(FormFiles.all().stream().map(file -> FormFiles.read(file).id()))
                .doesNotHaveDuplicates();
    }
}
