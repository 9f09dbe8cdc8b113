package cymru.diogelu.modelcheck.proof;

import cymru.diogelu.statute.CaseEvent;
import cymru.diogelu.statute.RuleMonitor;
import org.jspecify.annotations.Nullable;

/** Follows one rule through what happens in a case. */
final class Follower {

    private final RuleMonitor monitor;

    Follower(RuleMonitor monitor) {
        this.monitor = monitor;
    }

    /** @param run where it happened; none for what opened the case */
    void see(CaseState state, @Nullable Run run, CaseEvent event) {
        state.told |= monitor.speaksOf(event, state.concern);
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

    void ended(CaseState state, Run run) {
        if (!monitor.wholeCase()) {
            state.broken |= monitor.brokenAtTheEnd(run.known);
        }
    }

    void closed(CaseState state) {
        if (monitor.wholeCase()) {
            state.broken |= monitor.brokenAtTheEnd(state.known);
        }
    }
}
