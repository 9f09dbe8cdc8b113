package cymru.diogelu.designer;

import static org.assertj.core.api.Assertions.assertThat;

import cymru.diogelu.designer.Scenario.Answers;
import cymru.diogelu.designer.Scenario.Expectation;
import cymru.diogelu.designer.Scenario.Finish;
import cymru.diogelu.designer.Scenario.Passes;
import cymru.diogelu.designer.Scenario.Submit;
import cymru.diogelu.designer.Scenario.Wait;
import cymru.diogelu.language.Bilingual;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ScenarioNamesTests {

    private static final Set<String> ELEMENTS = Set.of("report/userTask_make", "report/flow_made");

    @Test
    void knowsTasksWithAndWithoutTheirProcedure() {
        assertThat(unknown("userTask_make", "report/flow_made")).isEmpty();
        assertThat(unknown("report/userTask_make", "report/userTask_make")).isEmpty();
    }

    @Test
    void namesWhatNoModelHas() {
        assertThat(unknown("userTask_makes", "report/flow_made"))
                .containsExactly("no model has an element 'userTask_makes'");
        assertThat(unknown("userTask_make", "userTask_make"))
                .containsExactly("no model has an element 'userTask_make'");
    }

    @Test
    void looksAtTheTasksThatAreFinished() {
        var finish = new Finish(Map.of("userTask_makes", Map.of()), new Expectation(List.of(), List.of(), List.of()));
        assertThat(ScenarioNames.unknown(scenario(finish, List.of()), ELEMENTS)).hasSize(1);
    }

    @Test
    void namesATimerThatNoModelHas() {
        var passes = new Passes("report/boundaryEvent_gone", new Expectation(List.of(), List.of(), List.of()));

        assertThat(ScenarioNames.unknown(scenario(passes, List.of()), ELEMENTS)).hasSize(1);
    }

    @Test
    void namesWhoHasNoRole() {
        var wait = new Wait("P1D", new Expectation(List.of(), List.of(), List.of()));
        var submit = new Submit(
                "userTask_make",
                null,
                "mayor.W06000015",
                Answers.asUsual(Map.of()),
                Map.of(),
                new Expectation(List.of(), List.of(), List.of()));

        assertThat(ScenarioNames.strangers(scenario(wait, List.of()), Set.of("education")))
                .isEmpty();
        assertThat(ScenarioNames.strangers(scenario(submit, List.of()), Set.of("education")))
                .extracting(Bilingual::en)
                .containsExactly("nobody has the role of 'mayor.W06000015'");
    }

    private static List<String> unknown(String notOffered, String avoided) {
        var wait = new Wait("P1D", new Expectation(List.of(), List.of(notOffered), List.of()));
        return ScenarioNames.unknown(scenario(wait, List.of(avoided)), ELEMENTS).stream()
                .map(Bilingual::en)
                .toList();
    }

    private static Scenario scenario(Scenario.Step step, List<String> avoided) {
        return new Scenario(
                "story.yaml",
                new Bilingual("Story", "Stori"),
                OffsetDateTime.parse("2027-02-01T09:30:00Z"),
                "education.W06000015",
                Answers.asUsual(Map.of()),
                List.of(step),
                null,
                List.of(),
                avoided,
                List.of());
    }
}
