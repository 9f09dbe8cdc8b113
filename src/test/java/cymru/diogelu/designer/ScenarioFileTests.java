package cymru.diogelu.designer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cymru.diogelu.designer.Scenario.Answers;
import cymru.diogelu.designer.Scenario.Rest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
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
                    passed: [section-130-report/userTask_makeReport] | otherwise: nothing          | unknown word 'nothing'
                    by: education.W06000015 }                        | by: a, blank: [x] }         | 'otherwise: anything'
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
    void readsAStoryOfAnyAnswers() throws IOException {
        write(
                """
                name: { en: "A story", cy: "Stori" }
                given: { at: "2027-02-01T09:30:00Z", by: education.W06000015, blank: [school] }
                otherwise: anything
                steps:
                  - submit: userTask_makeReport
                    answered: [criterionAEvidence]
                  - passes: section-130-report/boundaryEvent_readReportPR03
                keeps: [INV-09.decided]
                """);

        Scenario story = new ScenarioBook(folder).scenarios().get(0);

        assertThat(story.concern()).isEqualTo(new Answers(Map.of(), Rest.ANYTHING, List.of(), List.of("school")));
        assertThat(((Scenario.Submit) story.steps().get(0)).answers().answered())
                .containsExactly("criterionAEvidence");
        assertThat(((Scenario.Passes) story.steps().get(1)).element())
                .isEqualTo("section-130-report/boundaryEvent_readReportPR03");
        assertThat(story.keeps()).containsExactly("INV-09.decided");
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
