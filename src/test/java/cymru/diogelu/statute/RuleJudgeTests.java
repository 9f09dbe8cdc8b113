package cymru.diogelu.statute;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import cymru.diogelu.statute.CaseEvent.Kind;
import cymru.diogelu.statute.RuleFinding.Verdict;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class RuleJudgeTests {

    private static final Instant NINE = Instant.parse("2027-02-01T09:00:00Z");
    private static final Instant TEN = Instant.parse("2027-02-01T10:00:00Z");
    private static final Instant ELEVEN = Instant.parse("2027-02-01T11:00:00Z");
    private static final StatutoryRules RULES = StatutoryRules.load(Provisions.load());
    private static final String LIMITED = "INV-09.decided";
    private static final CaseEvent REPORT = answered(2, NINE, "report-child-at-risk", Map.of());

    @Test
    void whatIsOwedIsPendingUntilItsDueInstant() {
        RuleFinding finding = judged(LIMITED, List.of(REPORT), null, TEN.minusMillis(1));

        assertThat(finding.verdict()).isEqualTo(Verdict.PENDING);
        assertThat(finding.since()).isEqualTo(NINE);
        assertThat(finding.due()).isEqualTo(TEN);
    }

    @Test
    void whatIsStillOpenAtItsDueInstantIsBrokenSinceThen() {
        RuleFinding finding = judged(LIMITED, List.of(REPORT), null, TEN);

        assertThat(finding.verdict()).isEqualTo(Verdict.BROKEN);
        assertThat(finding.since()).isEqualTo(TEN);
        assertThat(finding.entry()).isEqualTo(REPORT);
    }

    @Test
    void whatIsDoneAtItsDueInstantIsDoneInTime() {
        CaseEvent decided = answered(3, TEN, "initial-decision", Map.of());

        assertThat(judged(LIMITED, List.of(REPORT, decided), null, ELEVEN).verdict())
                .isEqualTo(Verdict.KEPT);
    }

    @Test
    void whatIsDoneLateStaysBrokenByWhatWasLate() {
        CaseEvent decided = answered(3, ELEVEN, "initial-decision", Map.of());

        RuleFinding finding = judged(LIMITED, List.of(REPORT, decided), null, ELEVEN);

        assertThat(finding.verdict()).isEqualTo(Verdict.BROKEN);
        assertThat(finding.since()).isEqualTo(TEN);
        assertThat(finding.entry()).isEqualTo(decided);
    }

    @Test
    void whatAClosedCaseStillOwesIsBrokenSinceItsClose() {
        Instant closed = NINE.plusSeconds(60);

        RuleFinding finding = judged(LIMITED, List.of(REPORT), closed, ELEVEN);

        assertThat(finding.verdict()).isEqualTo(Verdict.BROKEN);
        assertThat(finding.since()).isEqualTo(closed);
    }

    @Test
    void aRuleWhoseDateCannotBeSaidCannotBeJudged() {
        var history = new CaseHistory(List.of(REPORT), null, TEN, (provision, event) -> null);

        assertThat(finding(LIMITED, history).verdict()).isEqualTo(Verdict.UNKNOWN);
    }

    @Test
    void theConcernIsReadWhereAConditionAsksForIt() {
        CaseEvent concern = answered(1, NINE, "concern", Map.of("device", "yes", "children", List.of()));
        var condition = new Condition.In("concern.device", Set.of("yes"));

        assertThat(condition.holds(REPORT, concern.data())).isTrue();
        assertThat(condition.holds(REPORT, Map.of())).isFalse();
    }

    @Test
    void aListWithoutRowsHoldsNothingInEveryRow() {
        var condition = new Condition.Written("actions[].owner");

        assertThat(condition.holds(answered(2, NINE, "plan", Map.of("actions", List.of())), Map.of()))
                .isFalse();
        assertThat(condition.holds(
                        answered(2, NINE, "plan", Map.of("actions", List.of(Map.of("owner", "A"), Map.of()))),
                        Map.of()))
                .isFalse();
        assertThat(condition.holds(
                        answered(2, NINE, "plan", Map.of("actions", List.of(Map.of("owner", "A")))), Map.of()))
                .isTrue();
    }

    @Test
    void aFormThatCannotBeReadLeavesRulesOfFormsUnknown() {
        CaseEvent unread = new CaseEvent(2, NINE, Kind.ANSWERED, null, List.of(), null, null, Map.of(), false);

        assertThat(judged(LIMITED, List.of(REPORT, unread), null, NINE).verdict())
                .isEqualTo(Verdict.UNKNOWN);
        assertThat(judged("INV-20.discussed", List.of(REPORT, unread), null, NINE)
                        .verdict())
                .isEqualTo(Verdict.NOT_APPLICABLE);
    }

    @Test
    void whatIsForbiddenStaysBrokenBesideWhatCannotBeRead() {
        CaseEvent unread = new CaseEvent(1, NINE, Kind.ANSWERED, null, List.of(), null, null, Map.of(), false);
        CaseEvent unreasoned = answered(2, NINE, "initial-decision", Map.of("s47Considered", true));

        assertThat(judged("INV-11.considered", List.of(unread, unreasoned), null, NINE)
                        .verdict())
                .isEqualTo(Verdict.BROKEN);
    }

    @Test
    void manyEventsAreJudgedInAboutAsManySteps() {
        List<CaseEvent> many = new ArrayList<>();
        for (int seq = 1; seq <= 50_000; seq++) {
            many.add(answered(seq, NINE, seq % 2 == 0 ? "report-child-at-risk" : "see-child", Map.of()));
        }
        var history = new CaseHistory(many, NINE, NINE, (provision, event) -> TEN);

        assertTimeoutPreemptively(
                Duration.ofSeconds(30), () -> assertThat(RULES.judge(history)).hasSameSizeAs(RULES.all()));
    }

    private static RuleFinding judged(String rule, List<CaseEvent> events, @Nullable Instant closedAt, Instant now) {
        return finding(rule, new CaseHistory(events, closedAt, now, (provision, event) -> TEN));
    }

    private static RuleFinding finding(String rule, CaseHistory history) {
        return RULES.judge(history).stream()
                .filter(finding -> finding.rule().id().equals(rule))
                .findFirst()
                .orElseThrow();
    }

    private static CaseEvent answered(long seq, Instant at, String form, Map<String, Object> answers) {
        return new CaseEvent(seq, at, Kind.ANSWERED, form, List.of("run"), "front-door", null, answers, true);
    }
}
