package cymru.diogelu.worklist.pages;

import static org.assertj.core.api.Assertions.assertThat;

import cymru.diogelu.api.UsualAnswers;
import cymru.diogelu.forms.FieldError;
import cymru.diogelu.forms.Form;
import cymru.diogelu.forms.StartForm;
import cymru.diogelu.language.Language;
import java.time.Instant;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class GuidedFormTests {

    private static final Instant NOW = Instant.parse("2027-02-01T10:15:00Z");
    private static final Form FORM = StartForm.read();

    @Test
    void aYesToDangerAsksAbout999BeforeAnythingElse() {
        var guided = guided(Map.of("immediateDanger", "yes"), Set.of("danger"));

        assertThat(guided.open()).get().extracting(FormStep::page).isEqualTo("999");
        assertThat(guided.steps().stream().filter(guided::asks))
                .extracting(FormStep::page)
                .containsExactly("danger", "999");
    }

    @Test
    void aPlanToMeetAsksAbout999BeforeAnythingElse() {
        var guided = guided(
                Map.of("immediateDanger", "no", "offlineMeetingPlanned", "yes"),
                new LinkedHashSet<>(List.of("danger", "meeting")));

        assertThat(guided.open()).get().extracting(FormStep::page).isEqualTo("999");
        assertThat(guided.before(guided.open().orElseThrow()))
                .get()
                .extracting(FormStep::page)
                .isEqualTo("meeting");
    }

    @Test
    void withoutDanger999IsNotAsked() {
        var guided =
                guided(Map.of("immediateDanger", "no", "offlineMeetingPlanned", "no"), Set.of("danger", "meeting"));

        assertThat(guided.open()).get().extracting(FormStep::page).isEqualTo("who");
        assertThat(guided.find("999")).isEmpty();
    }

    @Test
    void aPageThatWasLeftIsOpenAgainWhenItsAnswerIsWrong() {
        var left = everyPage();
        assertThat(guided(UsualAnswers.concern(), left).open()).isEmpty();

        var guided = guided(UsualAnswers.concernWithChild("fullName", ""), left);

        assertThat(guided.open()).get().extracting(FormStep::address).isEqualTo("child/1");
        assertThat(guided.errors(guided.open().orElseThrow()))
                .extracting(FieldError::key)
                .containsExactly("children[0].fullName");
        assertThat(guided.owner(guided.judgement().errors())).isEqualTo(guided.open());
    }

    @Test
    void aPageNotYetSeenIsOpenAlsoWhereNothingMustBeAnswered() {
        var left = everyPage();
        left.remove("childs-words");

        assertThat(guided(UsualAnswers.concern(), left).open())
                .get()
                .extracting(FormStep::page)
                .isEqualTo("childs-words");
    }

    private static Set<String> everyPage() {
        return guided(UsualAnswers.concern(), Set.of()).steps().stream()
                .map(FormStep::address)
                .collect(Collectors.toCollection(HashSet::new));
    }

    private static GuidedForm guided(Map<String, Object> answers, Set<String> left) {
        return GuidedForm.of(FORM, answers, left, Language.EN, NOW);
    }
}
