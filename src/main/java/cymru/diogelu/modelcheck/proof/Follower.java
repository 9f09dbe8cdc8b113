package cymru.diogelu.modelcheck.proof;

import cymru.diogelu.modelcheck.proof.Sight.Happens;
import cymru.diogelu.statute.CaseEvent;
import cymru.diogelu.statute.RuleMonitor;
import cymru.diogelu.statute.RuleMonitor.Part;
import cymru.diogelu.statute.StatutoryRule;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Follows one rule through what happens in a case. */
final class Follower implements Onlooker {

    private final StatutoryRule rule;
    private final RuleMonitor monitor;
    private final Map<List<Object>, Boolean> breakable = new HashMap<>();
    private final Map<List<Object>, Boolean> orderless = new HashMap<>();

    Follower(StatutoryRule rule, RuleMonitor monitor) {
        this.rule = rule;
        this.monitor = monitor;
    }

    /** Breaks the rule where something that is owed within a limit is done at a step that nobody watches for that limit. */
    @Override
    public void watch(CaseState state, Run run, Step at, CaseEvent event) {
        String limit = rule.within();
        if (limit != null && at.limits().noneMatch(limit::equals)) {
            Set<Part> parts = monitor.parts(event, state.concern);
            state.broken |= monitor.wholeCase() ? monitor.isDone(state.known, parts) : isDone(run, parts);
        }
    }

    private boolean isDone(Run run, Set<Part> parts) {
        return monitor.isDone(run.known, parts)
                || monitor.seenFromCallers() && run.caller != null && isDone(run.caller, parts);
    }

    @Override
    public void see(CaseState state, @Nullable Run run, CaseEvent event) {
        state.touched.parts.addAll(monitor.parts(event, state.concern));
        if (monitor.wholeCase()) {
            state.known = monitor.after(state.known, event, true, state.concern);
            state.broken |= state.known == RuleMonitor.BROKEN;
            return;
        }
        boolean own = true;
        for (Run at = run; at != null; at = at.caller) {
            at.known = monitor.after(at.known, event, own, state.concern);
            state.broken |= at.known == RuleMonitor.BROKEN;
            if (!monitor.seenFromCallers()) {
                return;
            }
            own = false;
        }
    }

    /** Whether the rule can still be broken by what may come. */
    @Override
    public boolean canBreak(CaseState state, Touched toCome) {
        if (monitor.wholeCase()) {
            return canBreak(state.known, toCome.parts);
        }
        return canBreak(RuleMonitor.BEGIN, toCome.parts) || state.root != null && canBreak(state.root, toCome.parts);
    }

    private boolean canBreak(Run run, Set<Part> parts) {
        return canBreak(run.known, parts)
                || run.tokens.stream().anyMatch(token -> token.inner != null && canBreak(token.inner, parts));
    }

    private boolean canBreak(int known, Set<Part> parts) {
        return breakable.computeIfAbsent(List.of(known, parts), none -> monitor.canBreak(known, parts));
    }

    /** Whether the rule does not tell in which order things of one kind happen. */
    @Override
    public boolean inAnyOrder(Happens event) {
        Touched touched = new Touched();
        touched.parts.addAll(parts(event));
        return inAnyOrder(touched, touched);
    }

    /** More time is granted for a provision that only the case knows. */
    @Override
    public Set<Part> parts(Happens event) {
        return monitor.possibleParts(Sight.event(event, Map.of(), "", ""), event.kind() == CaseEvent.Kind.MORE_TIME);
    }

    /** Whether the rule does not tell in which order two things are done. */
    @Override
    public boolean inAnyOrder(Touched one, Touched other) {
        return orderless.computeIfAbsent(
                List.of(one.parts, other.parts), none -> monitor.inAnyOrder(one.parts, other.parts));
    }

    @Override
    public void ended(CaseState state, Run run) {
        if (!monitor.wholeCase()) {
            state.broken |= monitor.brokenAtTheEnd(run.known);
        }
    }

    @Override
    public void closed(CaseState state) {
        if (monitor.wholeCase()) {
            state.broken |= monitor.brokenAtTheEnd(state.known);
        }
    }
}
