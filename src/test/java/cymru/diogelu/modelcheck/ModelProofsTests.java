package cymru.diogelu.modelcheck;

import static org.assertj.core.api.Assertions.assertThat;

import cymru.diogelu.statute.Provisions;
import cymru.diogelu.statute.StatutoryRule;
import cymru.diogelu.statute.StatutoryRules;
import cymru.diogelu.walk.PackagedFiles;
import java.util.List;
import org.junit.jupiter.api.Test;

class ModelProofsTests {

    private static final StatutoryRules RULES = StatutoryRules.load(Provisions.load());

    @Test
    void saysWhatIsProvedAndHowMuchWasLookedAt() {
        ModelProofs.Result result =
                ModelProofs.prove(new ModelFiles(PackagedFiles.all()), rules("INV-31.plan", "INV-17.held-in-time"));

        assertThat(result.proved()).containsExactly("INV-17.held-in-time", "INV-31.plan");
        assertThat(result.notProved()).isEmpty();
        assertThat(result.findings()).isEmpty();
        assertThat(result.sound()).hasSize(20).contains("safeguarding-case");
        assertThat(result.notSound()).isEmpty();
        assertThat(result.states()).isPositive();
    }

    @Test
    void tellsTheWayOnWhichARuleIsBroken() {
        var files = PackagedFiles.with(
                "initial-child-protection-conference.bpmn",
                text -> text.replace(
                        "${conferenceDecision == 'careAndSupport'}", "${conferenceDecision == 'register'}"));

        ModelProofs.Result result = ModelProofs.prove(new ModelFiles(files), rules("INV-31.plan"));

        assertThat(result.proved()).isEmpty();
        assertThat(result.findings()).singleElement().satisfies(finding -> {
            assertThat(finding.severity()).isEqualTo(Severity.ERROR);
            assertThat(finding.file()).endsWith("initial-child-protection-conference.bpmn");
            assertThat(finding.line()).isPositive();
            assertThat(finding.sentence().en()).contains("A case can break INV-31.plan", "answered: ");
            assertThat(finding.sentence().cy()).contains("Gall achos dorri INV-31.plan", "atebir ");
        });
    }

    @Test
    void tellsWhereACaseCanNeverEndAndWhatNobodyComesTo() {
        var stuck = PackagedFiles.with("conference-follow-up.bpmn", text -> text.replaceFirst(
                        "<bpmn:parallelGateway id=\"([^\"]+)\"", "<bpmn:exclusiveGateway id=\"$1\"")
                .replaceFirst("</bpmn:parallelGateway>", "</bpmn:exclusiveGateway>"));
        var never = PackagedFiles.with(
                "strategy-decision.bpmn",
                text -> text.replace("${strategyResult == 'meeting'}", "${strategyResult == 'never'}"));

        assertThat(ModelProofs.prove(new ModelFiles(stuck), List.of()).findings())
                .singleElement()
                .satisfies(finding -> {
                    assertThat(finding.rule()).isEqualTo("soundness");
                    assertThat(finding.file()).endsWith("conference-follow-up.bpmn");
                    assertThat(finding.sentence().en()).contains("can never end. It comes to it so: ");
                    assertThat(finding.sentence().cy()).contains("ddod i ben byth");
                });
        assertThat(ModelProofs.prove(new ModelFiles(never), List.of()).findings())
                .anySatisfy(finding -> {
                    assertThat(finding.element()).isEqualTo("callActivity_strategyMeeting");
                    assertThat(finding.sentence().en()).startsWith("No case ever comes to Strategy meeting");
                });
    }

    private static List<StatutoryRule> rules(String... ids) {
        return RULES.all().stream()
                .filter(rule -> List.of(ids).contains(rule.id()))
                .toList();
    }
}
