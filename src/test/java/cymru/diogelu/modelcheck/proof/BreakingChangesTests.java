package cymru.diogelu.modelcheck.proof;

import static org.assertj.core.api.Assertions.assertThat;

import cymru.diogelu.modelcheck.ModelProofs;
import cymru.diogelu.modelcheck.proof.Proof.Verdict;
import cymru.diogelu.modelcheck.reading.Models;
import cymru.diogelu.statute.Provisions;
import cymru.diogelu.statute.StatutoryRule;
import cymru.diogelu.statute.StatutoryRules;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Each rule says something that no other says: a change of the models breaks it and nothing else. That nothing else is
 * broken takes a while to prove: {@code -Dbreaking.others=true}.
 */
class BreakingChangesTests {

    private static final StatutoryRules RULES = StatutoryRules.load(Provisions.load());

    static Stream<BreakingChange> changes() {
        return BreakingChange.all().stream()
                .filter(change -> change.rule().matches(System.getProperty("breaking.rules", ".*")));
    }

    @Test
    void everyRuleHasOne() {
        assertThat(BreakingChange.all())
                .extracting(BreakingChange::rule)
                .containsExactlyInAnyOrderElementsOf(
                        RULES.all().stream().map(StatutoryRule::id).toList());
    }

    @ParameterizedTest
    @MethodSource("changes")
    void breaksItsRule(BreakingChange change) {
        StatutoryProofs proofs = new StatutoryProofs(Models.read(change.files()), ModelProofs.MOST_STATES);

        assertThat(proofs.prove(rule(change.rule())).verdict()).isEqualTo(Verdict.BROKEN);

        if (Boolean.getBoolean("breaking.others")) {
            List<String> others = RULES.all().stream()
                    .filter(rule -> !rule.id().equals(change.rule()))
                    .filter(rule -> proofs.prove(rule).verdict() != Verdict.PROVED)
                    .map(StatutoryRule::id)
                    .toList();
            assertThat(others).isEqualTo(change.also());
        }
    }

    private static StatutoryRule rule(String id) {
        return RULES.all().stream()
                .filter(rule -> rule.id().equals(id))
                .findFirst()
                .orElseThrow();
    }
}
