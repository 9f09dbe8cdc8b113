package cymru.diogelu.designer;

import static org.assertj.core.api.Assertions.assertThat;

import cymru.diogelu.procedures.MovedCase;
import cymru.diogelu.procedures.MovedCase.Due;
import cymru.diogelu.procedures.MovedCase.Place;
import cymru.diogelu.procedures.Obstacle;
import java.util.List;
import org.junit.jupiter.api.Test;

class MoveRuleTests {

    private static final Due DATE = new Due("report", "decide", "1", "DL-03", null, null);

    @Test
    void meansAStepAndNoneThatIsOnlyCalledAlike() {
        assertThat(MoveRule.STEP.means(waiting("report", "decide"), "report/decide"))
                .isTrue();
        assertThat(MoveRule.STEP.means(waiting("report", "decideAnew"), "report/decide"))
                .isFalse();
        assertThat(MoveRule.STEP.means(waiting("enquiry", "decide"), "report/decide"))
                .isFalse();
    }

    @Test
    void meansAProcedureAndNoneThatIsOnlyCalledAlike() {
        assertThat(MoveRule.PROCEDURE.means(waiting("report", "decide"), "report"))
                .isTrue();
        assertThat(MoveRule.PROCEDURE.means(waiting("report-again", "decide"), "report"))
                .isFalse();
    }

    @Test
    void meansACaseThatIsStoppedWhereTheRuleAsks() {
        MovedCase stopped =
                MovedCase.stopped("1", List.of(new Obstacle("report", 1, "decide", Obstacle.Reason.STEP_GONE)));

        assertThat(MoveRule.STEP.means(stopped, "report/decide")).isTrue();
        assertThat(MoveRule.ALL.means(stopped, "")).isTrue();
        assertThat(MoveRule.SAME_DATES.means(stopped, "")).isFalse();
    }

    @Test
    void meansThoseWhoseDatesStay() {
        MovedCase redated = new MovedCase("1", List.of(), List.of(), List.of(DATE), List.of());

        assertThat(MoveRule.SAME_DATES.means(waiting("report", "decide"), "")).isTrue();
        assertThat(MoveRule.SAME_DATES.means(redated, "")).isFalse();
    }

    private static MovedCase waiting(String process, String step) {
        return new MovedCase(
                "1", List.of(new Place(process, 1, 2, step, step, false)), List.of(), List.of(), List.of());
    }
}
