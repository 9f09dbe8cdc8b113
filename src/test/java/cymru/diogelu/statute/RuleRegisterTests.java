package cymru.diogelu.statute;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RuleRegisterTests {

    private static final Provisions PROVISIONS = Provisions.load();
    private static final String GOOD =
            """
            rules:
              - id: INV-12.tried
                sentence: { en: A crime is told, cy: Hysbysir am drosedd }
                template: response
                activation: { answered: screening, where: { equals: { crime: "yes" } } }
                target: { answered: [discussion, call], where: { by: front-door } }
                correlation: same-run
                within: DL-03
              - id: INV-10.tried
                sentence: { en: It has reasons, cy: Mae ganddo resymau }
                template: absence
                activation:
                  answered: decision
                  unless: { all: [{ written: [reason] }, { not: { contains: { flags: none } } }] }
            notOnRecord:
              - invariant: INV-33
                reason: { en: To come, cy: I ddod }
            """;

    @TempDir
    Path folder;

    @BeforeEach
    void writesGoodRules() throws IOException {
        write(GOOD);
    }

    @Test
    void readsRulesInTheOrderOfTheirInvariants() {
        StatutoryRules rules = load();

        assertThat(rules.all()).extracting(StatutoryRule::id).containsExactly("INV-10.tried", "INV-12.tried");
        assertThat(rules.notOnRecord())
                .extracting(absent -> absent.invariant().id())
                .containsExactly("INV-33");
    }

    @Test
    void readsWhatARuleSpeaksOf() {
        StatutoryRule rule = load().all().get(1);

        assertThat(rule.activation().patterns().get(0).where()).isEqualTo(new Condition.In("crime", Set.of("yes")));
        assertThat(rule.target()).isNotNull();
        assertThat(rule.correlation()).isEqualTo(Correlation.SAME_RUN);
        assertThat(rule.within()).isEqualTo("DL-03");
        assertThat(rule.times()).isOne();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "id: INV-12.tried | id: INV-12 | not of the form",
                "id: INV-12.tried | id: INV-99.tried | does not hold 'INV-99'",
                "id: INV-12.tried | id: INV-10.tried | stands in the rules twice",
                "cy: Hysbysir am drosedd | fr: Un crime | 'sentence' has no Welsh",
                "en: A crime is told, cy | cy | 'sentence' has no English",
                "template: response | template: answer | 'answer' is no Template",
                "template: response | template: existence | has no 'target'",
                "template: response | template: precedence | has no 'within'",
                "template: response | times: 2 | 'template' is missing",
                "within: DL-03 | times: 2 | has no 'times'",
                "within: DL-03 | among: { answered: any } | has no 'among'",
                "within: DL-03 | within: DL-99 | holds no limit 'DL-99'",
                "within: DL-03 | within: INV-01 | holds no limit 'INV-01'",
                "within: DL-03 | when: always | 'when' is not a known key",
                "correlation: same-run | correlation: same-day | 'same-day' is no Correlation",
                "activation: { answered: screening, where | activation: { asked: screening, where | 'asked' is no kind of event",
                "activation: { answered: screening, where | activation: { answered: screening, unless | has to name one kind",
                "activation: { answered: screening, where | activation: { answered: screening, ended: x, where | has to name one kind",
                "activation: { answered: screening, where: { equals: { crime: \"yes\" } } } | activation: screening | names no event",
                "answered: [discussion, call] | answered: [] | a list is empty",
                "answered: [discussion, call] | answered: 7 | '7' is not a text",
                "equals: { crime | like: { crime | 'like' is no operator",
                "by: front-door | all: front-door | is no list of conditions",
                "by: front-door | equals: front-door | asks nothing of any answer",
                "by: front-door | not: front-door | is no condition with one operator",
                "target: { answered: [discussion, call], where: { by: front-door } } | among: { answered: x } | has no 'among'",
            })
    void refusesABrokenRule(String good, String bad, String reason) throws IOException {
        String broken = GOOD.replace(good, bad);
        assertThat(broken).isNotEqualTo(GOOD);
        write(broken);

        assertThatThrownBy(this::load)
                .isInstanceOf(BrokenRegister.class)
                .hasMessageStartingWith("rules.yaml, INV-")
                .hasMessageContaining(reason);
    }

    @Test
    void refusesAnAnswerThatYamlTakesForTrue() throws IOException {
        write(GOOD.replace("crime: \"yes\"", "crime: yes"));

        assertThatThrownBy(this::load).hasMessage("rules.yaml, INV-12.tried: 'true' is not a text");
    }

    @Test
    void refusesARuleOfPairsWithoutATarget() throws IOException {
        write(GOOD.replaceAll("    target.*\n", ""));

        assertThatThrownBy(this::load).hasMessage("rules.yaml, INV-12.tried: 'target' is missing");
    }

    @Test
    void refusesToCountLessThanOnce() throws IOException {
        write(GOOD.replace("template: absence", "template: exactly\n    times: 0")
                .replace("unless", "where"));

        assertThatThrownBy(this::load).hasMessage("rules.yaml, INV-10.tried: 'times' is less than once");
    }

    @Test
    void refusesAReasonForWhatIsOnRecord() throws IOException {
        write(GOOD.replace("invariant: INV-33", "invariant: INV-12"));

        assertThatThrownBy(this::load).hasMessageContaining("so that it is on record");
    }

    @Test
    void refusesAReasonInOneLanguageOnly() throws IOException {
        write(GOOD.replace("reason: { en: To come, cy: I ddod }", "reason: { en: To come }"));

        assertThatThrownBy(this::load).hasMessage("rules.yaml, INV-33: 'reason' has no Welsh");
    }

    @Test
    void refusesAFolderWithoutRules() throws IOException {
        write("notOnRecord: []");

        assertThatThrownBy(this::load).hasMessageContaining("there are no rules");
    }

    private StatutoryRules load() {
        return new RuleRegister(folder.toUri().toString(), PROVISIONS).rules();
    }

    private void write(String text) throws IOException {
        Files.writeString(folder.resolve("rules.yaml"), text);
    }
}
