package cymru.diogelu.modelcheck.proof;

import cymru.diogelu.statute.CaseEvent;
import cymru.diogelu.statute.RuleMonitor;
import org.jspecify.annotations.Nullable;

/** Follows one rule through what happens in a case. */
final class Follower implements Onlooker {

    private final RuleMonitor monitor;

    Follower(RuleMonitor monitor) {
        this.monitor = monitor;
    }

    @Override
    public void see(CaseState state, @Nullable Run run, CaseEvent event) {
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
