package cymru.diogelu.modelcheck.proof;

import static org.assertj.core.api.Assertions.assertThat;

import cymru.diogelu.modelcheck.ModelFiles;
import cymru.diogelu.modelcheck.proof.Proof.Verdict;
import cymru.diogelu.modelcheck.reading.Models;
import cymru.diogelu.statute.Provisions;
import cymru.diogelu.statute.StatutoryRule;
import cymru.diogelu.statute.StatutoryRules;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
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

    /** Rules about a case as a whole, which are still to come. */
    private static final int MOST_STATES = 5_000;

    private static final StatutoryProofs ON_PACKAGED = new StatutoryProofs(Models.read(PACKAGED), MOST_STATES);

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
    void noRuleIsBrokenByThePackagedModels(StatutoryRule rule) {
        assertThat(ON_PACKAGED.prove(rule).verdict()).isNotEqualTo(Verdict.BROKEN);
    }

    @ParameterizedTest
    @MethodSource("provedSoFar")
    void isProvedOnThePackagedModels(String rule) {
        assertThat(ON_PACKAGED.prove(rule(rule)).verdict()).isEqualTo(Verdict.PROVED);
    }

    static List<String> provedSoFar() {
        return List.of(
                "INV-01.asked-first",
                "INV-02.without-consent",
                "INV-04.police-collect",
                "INV-12.police-discussion",
                "INV-20.both-recorded",
                "INV-23.two-ways",
                "INV-25.who-decides",
                "INV-25.more-time-decided",
                "INV-26.lead-first",
                "INV-27.heard",
                "INV-27.visit-first",
                "INV-28.legal-route",
                "INV-29.one-determination",
                "INV-29.ratified",
                "INV-13.weak-grounds",
                "INV-01.danger-found",
                "INV-31.plan",
                "INV-31.decided-first",
                "INV-32.held-after-all");
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

    /** That something is done is only half of a rule that says by when. */
    @Test
    void noRuleWithATimeLimitIsSaidToBeProved() {
        assertThat(RULES.all().stream().filter(rule -> rule.within() != null))
                .isNotEmpty()
                .allSatisfy(
                        rule -> assertThat(ON_PACKAGED.prove(rule).verdict()).isEqualTo(Verdict.NOT_PROVED));
    }

    private static Map<String, byte[]> changed(String file, String from, String to) {
        String model = new String(PACKAGED.get(file), StandardCharsets.UTF_8);
        assertThat(model).contains(from);
        Map<String, byte[]> changed = new TreeMap<>(PACKAGED);
        changed.put(file, model.replace(from, to).getBytes(StandardCharsets.UTF_8));
        return changed;
    }

    private static Proof prove(Map<String, byte[]> models, StatutoryRule rule) {
        return new StatutoryProofs(Models.read(models), MOST_STATES).prove(rule);
    }

    private static StatutoryRule rule(String id) {
        return RULES.all().stream()
                .filter(rule -> rule.id().equals(id))
                .findFirst()
                .orElseThrow();
    }
}
