package cymru.diogelu.designer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whatever a story says wrongly is refused: a passed-over expectation would let broken law through. */
class ScenarioFileTests {

    private static final String STORY =
            """
            name: { en: "A story", cy: "Stori" }
            given: { at: "2027-02-01T09:30:00Z", by: education.W06000015 }
            steps:
              - submit: userTask_makeReport
                expect:
                  offered:
                    - { task: userTask_readReport }
                  notOffered: [userTask_decide]
            passed: [section-130-report/userTask_makeReport]
            """;

    @TempDir
    Path folder;

    @Test
    void readsAStory() throws IOException {
        write(STORY);

        assertThat(new ScenarioBook(folder).scenarios()).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            textBlock =
                    """
                    notOffered: [userTask_decide]                    | notOffered: userTask_decide | 'notOffered' must be a list
                    - { task: userTask_readReport }                  | task: userTask_readReport   | 'offered' must be a list
                    passed: [section-130-report/userTask_makeReport] | passed: x/y                 | 'passed' must be a list
                    steps:                                           | outcome: registered         | Line
                    passed:                                          | steps:                      | duplicate key
                    notOffered:                                      | notOfered:                  | unknown word 'notOfered'
                    """)
    void refusesWhatWouldBePassedOver(String text, String instead, String reason) throws IOException {
        assertThat(STORY).contains(text);
        write(STORY.replace(text, instead));

        assertThatThrownBy(() -> new ScenarioBook(folder).scenarios())
                .isInstanceOf(BrokenScenario.class)
                .hasMessageContaining("story.yaml")
                .satisfies(broken -> assertThat(broken.getMessage()).containsIgnoringCase(reason));
    }

    @Test
    void refusesAnEndingThatWouldLeaveTheStoryOut() throws IOException {
        Files.writeString(folder.resolve("story.yml"), STORY);

        assertThatThrownBy(() -> new ScenarioBook(folder).scenarios())
                .isInstanceOf(BrokenScenario.class)
                .hasMessageContaining("story.yml");
    }

    @Test
    void readsWhatALinkLeadsTo() throws IOException {
        Path elsewhere = Files.createDirectory(folder.resolve("elsewhere"));
        Files.writeString(elsewhere.resolve("readReport.yaml"), "harm: neglect");
        Path book = Files.createDirectory(folder.resolve("book"));
        Files.createSymbolicLink(book.resolve("answers"), elsewhere);

        assertThat(new ScenarioBook(book).usualAnswers()).containsOnlyKeys("readReport");
    }

    private void write(String story) throws IOException {
        Path procedure = Files.createDirectories(folder.resolve("section-130-report"));
        Files.writeString(procedure.resolve("story.yaml"), story);
    }
}
