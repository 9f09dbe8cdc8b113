package cymru.diogelu.statute;

import static org.assertj.core.api.Assertions.assertThat;

import cymru.diogelu.statute.RuleFinding.Verdict;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

class RuleExampleTests {

    private static final StatutoryRules RULES = StatutoryRules.load(Provisions.load());
    private static final Examples EXAMPLES = new Examples();

    @TestFactory
    Stream<DynamicTest> everyRuleIsKeptByACaseThatKeepsThemAll() {
        return each(rule -> {
            List<RuleFinding> findings =
                    RULES.judge(EXAMPLES.of(rule.id(), "kept").history());

            assertThat(broken(findings)).isEmpty();
            assertThat(findings)
                    .filteredOn(finding -> finding.rule().equals(rule))
                    .extracting(RuleFinding::verdict)
                    .containsExactly(Verdict.KEPT);
        });
    }

    @TestFactory
    Stream<DynamicTest> everyRuleIsBrokenByACaseThatBreaksNoOther() {
        return each(rule -> {
            Examples.Example example = EXAMPLES.of(rule.id(), "broken");

            List<RuleFinding> findings = RULES.judge(example.history());

            assertThat(broken(findings)).containsExactly(rule.id());
            assertThat(findings)
                    .filteredOn(finding -> finding.rule().equals(rule))
                    .extracting(RuleFinding::entry)
                    .containsExactly(example.marked());
        });
    }

    private static Stream<DynamicTest> each(Consumer<StatutoryRule> test) {
        return RULES.all().stream().map(rule -> DynamicTest.dynamicTest(rule.id(), () -> test.accept(rule)));
    }

    private static List<String> broken(List<RuleFinding> findings) {
        return findings.stream()
                .filter(finding -> finding.verdict() == Verdict.BROKEN)
                .map(finding -> finding.rule().id())
                .toList();
    }
}
