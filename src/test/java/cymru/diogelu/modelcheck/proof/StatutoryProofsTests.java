package cymru.diogelu.modelcheck.proof;

import static org.assertj.core.api.Assertions.assertThat;

import cymru.diogelu.modelcheck.ModelFiles;
import cymru.diogelu.modelcheck.ModelProofs;
import cymru.diogelu.modelcheck.proof.Proof.Verdict;
import cymru.diogelu.modelcheck.reading.Models;
import cymru.diogelu.statute.Provisions;
import cymru.diogelu.statute.StatutoryRule;
import cymru.diogelu.statute.StatutoryRules;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class StatutoryProofsTests {

    private static final Map<String, byte[]> PACKAGED = packaged();
    private static final StatutoryRules RULES = StatutoryRules.load(Provisions.load());

    private static final StatutoryProofs ON_PACKAGED =
            new StatutoryProofs(Models.read(PACKAGED), ModelProofs.MOST_STATES);

    private static Map<String, byte[]> packaged() {
        try {
            return ModelFiles.of(Path.of(".")).byPath();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    static Stream<StatutoryRule> rules() {
        return RULES.all().stream();
    }

    @ParameterizedTest
    @MethodSource("rules")
    void isProvedOnThePackagedModels(StatutoryRule rule) {
        Proof proof = ON_PACKAGED.prove(rule);

        assertThat(proof.verdict()).as(proof.way().toString()).isEqualTo(Verdict.PROVED);
    }

    /** What a designer may do in good faith: take a step out, point a flow elsewhere, let an answer be left out. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
            INV-31.plan           | initial-child-protection-conference/initial-child-protection-conference.bpmn | ${conferenceDecision == 'careAndSupport'} | ${conferenceDecision == 'register'}
            INV-12.police-discussion | section-130-report/section-130-report.bpmn | ${possibleCrime == 'no'} | ${possibleCrime == 'yes'}
            """)
    void findsTheWayOnWhichAChangedModelBreaksIt(String rule, String file, String from, String to) {
        Map<String, byte[]> changed = changed("processes/" + file, from, to);

        Proof proof = prove(changed, rule(rule));

        assertThat(proof.verdict()).isEqualTo(Verdict.BROKEN);
        assertThat(proof.way()).isNotEmpty();
    }

    /** Where steps of others lie between, the case is not at rest when the rule is broken. */
    @Test
    void findsInTheWholeCaseTheStepThatIsNotWatchedForTheLimitOfTheRule() {
        Map<String, byte[]> changed = changed(
                "processes/section-130-report/section-130-report.bpmn", "deadline.due('DL-03'", "deadline.due('PR-03'");
        Exploration exploration =
                new Exploration(new Net(Models.read(changed)), rule("INV-09.decided"), ModelProofs.MOST_STATES);

        exploration.run();

        assertThat(exploration.way()).isPresent();
    }

    @ParameterizedTest
    @CsvSource({"INV-27.heard, forms/access-to-child/see-child.form, reasonNotSeen"})
    void findsTheAnswerThatAChangedFormLetsBeLeftOut(String rule, String file, String key) {
        String form = new String(PACKAGED.get(file), StandardCharsets.UTF_8);
        int at = form.indexOf("\"key\": \"" + key + "\"");
        String before = form.substring(0, at);
        String behind = form.substring(at).replaceFirst("\"required\": true", "\"required\": false");
        Map<String, byte[]> changed = new TreeMap<>(PACKAGED);
        changed.put(file, (before + behind).getBytes(StandardCharsets.UTF_8));

        assertThat(prove(changed, rule(rule)).verdict()).isEqualTo(Verdict.BROKEN);
    }

    @Test
    void aListThatMayBeLeftEmptyTellsNothing() {
        Map<String, byte[]> changed = changed(
                "forms/initial-child-protection-conference/agree-outline-plan.form",
                "\"minRows\": \"2\"",
                "\"minRows\": \"0\"");

        assertThat(prove(changed, rule("INV-31.what-it-brings")).verdict()).isEqualTo(Verdict.BROKEN);
    }

    /** That something is done is only half of a rule that says by when: somebody has to watch for the limit. */
    @ParameterizedTest
    @CsvSource({
        "INV-07.confirmed, report-acknowledgement/report-acknowledgement.bpmn, DL-02",
        "INV-09.decided, section-130-report/section-130-report.bpmn, DL-03",
        "INV-17.held-in-time, strategy-discussion/strategy-discussion.bpmn, DL-07",
        "INV-17.held-same-day, strategy-discussion/strategy-discussion.bpmn, DL-07b",
        "INV-39.officer-told, parallel-duties/parallel-duties.bpmn, DL-05"
    })
    void aRuleWithALimitIsBrokenWhereItIsDoneUnwatched(String rule, String file, String limit) {
        Map<String, byte[]> changed =
                changed("processes/" + file, "deadline.due('" + limit + "'", "deadline.due('PR-03'");

        assertThat(prove(changed, rule(rule)).verdict()).isEqualTo(Verdict.BROKEN);
    }

    @Test
    void whatIsToFollowALimitIsMissedWhereItsTimerLeadsElsewhere() {
        Map<String, byte[]> changed = changed(
                "processes/support-and-plan/support-and-plan.bpmn",
                "calledElement=\"escalate-overdue-step\"",
                "calledElement=\"strategy-meeting\"");

        assertThat(prove(changed, rule("INV-25.explained")).verdict()).isEqualTo(Verdict.BROKEN);
    }

    private static Map<String, byte[]> changed(String file, String from, String to) {
        String model = new String(PACKAGED.get(file), StandardCharsets.UTF_8);
        assertThat(model).contains(from);
        Map<String, byte[]> changed = new TreeMap<>(PACKAGED);
        changed.put(file, model.replace(from, to).getBytes(StandardCharsets.UTF_8));
        return changed;
    }

    private static Proof prove(Map<String, byte[]> models, StatutoryRule rule) {
        return new StatutoryProofs(Models.read(models), ModelProofs.MOST_STATES).prove(rule);
    }

    private static StatutoryRule rule(String id) {
        return RULES.all().stream()
                .filter(rule -> rule.id().equals(id))
                .findFirst()
                .orElseThrow();
    }
}
