package cymru.diogelu.statute;

import cymru.diogelu.statute.RuleFinding.Verdict;
import java.util.List;
import java.util.Map;

/** Judges rules on one case. Looks up what a rule speaks of instead of running through the case for each rule. */
final class RuleJudge {

    private final CaseHistory history;
    private final EventIndex index;
    private final Map<String, Object> concern;

    RuleJudge(CaseHistory history) {
        this.history = history;
        this.index = new EventIndex(history.events());
        this.concern = history.concern();
    }

    RuleFinding judge(StatutoryRule rule) {
        RuleFinding finding = rule.template().targeted()
                ? new PairJudge(rule, history, index, concern).judge()
                : new SingleJudge(rule, history, index, concern).judge();
        return standsWhateverIsUnread(rule, finding) || everythingIsRead(rule)
                ? finding
                : RuleFinding.of(rule, Verdict.UNKNOWN);
    }

    /** An event that is forbidden stays so, whatever else there may be. */
    private static boolean standsWhateverIsUnread(StatutoryRule rule, RuleFinding finding) {
        return rule.template() == Template.ABSENCE
                && finding.verdict() == Verdict.BROKEN
                && finding.entry() != null
                && finding.entry().readable();
    }

    private boolean everythingIsRead(StatutoryRule rule) {
        List<CaseEvent> unread = index.unread();
        boolean anyIsANeighbour = rule.template().among() && rule.among() == null;
        if (anyIsANeighbour && !unread.isEmpty()) {
            return false;
        }
        boolean concernIsUnread = unread.stream().anyMatch(RuleJudge::opens);
        return rule.activities()
                .allMatch(activity -> !(concernIsUnread && activity.readsTheConcern())
                        && unread.stream().noneMatch(event -> activity.mayMeet(event, rule.correlation())));
    }

    private static boolean opens(CaseEvent event) {
        return event.kind() == CaseEvent.Kind.ANSWERED && CaseHistory.CONCERN.equals(event.id());
    }
}
