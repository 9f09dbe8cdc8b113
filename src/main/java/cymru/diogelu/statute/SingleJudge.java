package cymru.diogelu.statute;

import cymru.diogelu.statute.RuleFinding.Verdict;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Judges the templates that speak of one activity alone. */
record SingleJudge(StatutoryRule rule, CaseHistory history, EventIndex index, Map<String, Object> concern) {

    RuleFinding judge() {
        return switch (rule.template()) {
            case EXISTENCE -> counted(rule.times(), Integer.MAX_VALUE);
            case EXACTLY -> counted(rule.times(), rule.times());
            case INIT -> init();
            default -> absence();
        };
    }

    private List<CaseEvent> activations() {
        return index.select(rule.activation(), event -> rule.activation().meets(event, concern));
    }

    private RuleFinding counted(int atLeast, int atMost) {
        List<CaseEvent> found = activations();
        if (found.size() > atMost) {
            return broken(found.get(atMost));
        }
        return found.size() < atLeast ? missing() : RuleFinding.of(rule, Verdict.KEPT);
    }

    /** Without an occasion there was nothing to excuse; a rule that excuses nothing is kept by nothing. */
    private RuleFinding absence() {
        List<CaseEvent> found = activations();
        boolean occasions = rule.activation().patterns().stream()
                .anyMatch(pattern -> !pattern.unless().equals(Condition.NEVER));
        return found.stream()
                .filter(event -> rule.activation().meetsWithoutExcuse(event, concern))
                .findFirst()
                .map(this::broken)
                .orElseGet(() ->
                        RuleFinding.of(rule, found.isEmpty() && occasions ? Verdict.NOT_APPLICABLE : Verdict.KEPT));
    }

    private RuleFinding init() {
        Activity among = rule.among();
        List<CaseEvent> events =
                among == null ? index.all() : index.select(among, event -> among.meets(event, concern));
        if (events.isEmpty()) {
            return missing();
        }
        CaseEvent first = events.get(0);
        return rule.activation().meets(first, concern) ? RuleFinding.of(rule, Verdict.KEPT) : broken(first);
    }

    private RuleFinding missing() {
        @Nullable CaseEvent nothing = null;
        return history.closedAt() == null
                ? RuleFinding.of(rule, Verdict.PENDING)
                : new RuleFinding(rule, Verdict.BROKEN, nothing, history.closedAt(), null);
    }

    private RuleFinding broken(CaseEvent entry) {
        return new RuleFinding(rule, Verdict.BROKEN, entry, entry.at(), null);
    }
}
