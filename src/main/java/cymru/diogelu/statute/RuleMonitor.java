package cymru.diogelu.statute;

import java.util.Map;

/**
 * A statutory rule followed event by event, for whoever explores what may happen and cannot judge each history anew. What
 * it knows of the past is one number, kept by its user for each run (or for the case, where the rule looks at the case as a
 * whole): {@link #BEGIN} at first, {@link #BROKEN} for ever once nothing can mend it. Time limits are not its matter.
 */
public final class RuleMonitor {

    public static final int BEGIN = 0;
    public static final int BROKEN = -1;

    /** Something is owed. */
    private static final int OWED = 1;

    /** A target has come: at all, or since the last activation, or as the last neighbour, as the template asks. */
    private static final int TARGET = 2;

    /** An activation has come. */
    private static final int ACTIVATED = 4;

    private final StatutoryRule rule;

    /**
     * @throws IllegalArgumentException for a succession within runs: whether a target was preceded could then only be told
     *     from several runs together
     */
    public RuleMonitor(StatutoryRule rule) {
        if (rule.template() == Template.SUCCESSION && rule.correlation() == Correlation.WITHIN_RUN) {
            throw new IllegalArgumentException(rule.id() + " cannot be followed run by run");
        }
        this.rule = rule;
    }

    /** Whether there is one number for the whole case and not one for each run. */
    public boolean wholeCase() {
        return !rule.template().targeted() || rule.correlation() == Correlation.CASE;
    }

    /** Whether an event of a run is seen from the runs that called it as well. */
    public boolean seenFromCallers() {
        return rule.correlation() == Correlation.WITHIN_RUN;
    }

    /**
     * What is known after an event.
     *
     * @param state what was known before
     * @param own whether the event happened in this very run, and not in one called from it
     * @param concern the answers that the case was opened with
     */
    public int after(int state, CaseEvent event, boolean own, Map<String, Object> concern) {
        if (state == BROKEN) {
            return BROKEN;
        }
        boolean activates = (own || wholeCase()) && rule.activation().meets(event, concern);
        Activity target = rule.target();
        boolean answers = target != null && target.meets(event, concern);
        return switch (rule.template()) {
            case ABSENCE -> activates && rule.activation().meetsWithoutExcuse(event, concern) ? BROKEN : state;
            case EXISTENCE -> activates ? Math.min(state + 1, rule.times()) : state;
            case EXACTLY -> activates ? state == rule.times() ? BROKEN : state + 1 : state;
            case INIT -> init(state, event, activates, concern);
            case RESPONDED_EXISTENCE -> respondedExistence(state, activates, answers);
            case RESPONSE -> response(state, activates, answers);
            case ALTERNATE_RESPONSE ->
                activates && !answers && (state & OWED) != 0 ? BROKEN : response(state, activates, answers);
            case CHAIN_RESPONSE -> chainResponse(state, activates, answers, neighbours(event, answers, concern));
            case PRECEDENCE -> activates && (state & TARGET) == 0 ? BROKEN : answers ? state | TARGET : state;
            case ALTERNATE_PRECEDENCE -> alternatePrecedence(state, activates, answers);
            case CHAIN_PRECEDENCE -> chainPrecedence(state, activates, answers, neighbours(event, answers, concern));
            case SUCCESSION ->
                answers && (state & ACTIVATED) == 0
                        ? BROKEN
                        : response(state, activates, answers) | (activates ? ACTIVATED : 0);
            case NOT_CO_EXISTENCE -> notCoExistence(state, activates, answers);
        };
    }

    /** Whether the rule speaks of an event at all, whatever is known so far. */
    public boolean speaksOf(CaseEvent event, Map<String, Object> concern) {
        return rule.activities().anyMatch(activity -> activity.meets(event, concern));
    }

    /** Whether the rule is broken when nothing more happens. */
    public boolean brokenAtTheEnd(int state) {
        return switch (rule.template()) {
            case EXISTENCE, EXACTLY -> state < rule.times();
            case INIT -> state == BEGIN || state == BROKEN;
            default -> state == BROKEN || (state & OWED) != 0;
        };
    }

    private boolean neighbours(CaseEvent event, boolean answers, Map<String, Object> concern) {
        Activity among = rule.among();
        return answers || among == null || among.meets(event, concern);
    }

    private int init(int state, CaseEvent event, boolean activates, Map<String, Object> concern) {
        Activity among = rule.among();
        boolean counts = among == null || among.meets(event, concern);
        return state != BEGIN || !counts ? state : activates ? ACTIVATED : BROKEN;
    }

    private static int respondedExistence(int state, boolean activates, boolean answers) {
        int before = answers ? state & ~OWED : state;
        int owed = activates && (state & TARGET) == 0 ? before | OWED : before;
        return answers ? owed | TARGET : owed;
    }

    private static int response(int state, boolean activates, boolean answers) {
        int before = answers ? state & ~OWED : state;
        return activates ? before | OWED : before;
    }

    private static int chainResponse(int state, boolean activates, boolean answers, boolean neighbours) {
        if (neighbours && !answers && (state & OWED) != 0) {
            return BROKEN;
        }
        return response(state, activates, answers);
    }

    private static int alternatePrecedence(int state, boolean activates, boolean answers) {
        if (activates && (state & TARGET) == 0) {
            return BROKEN;
        }
        int used = activates ? state & ~TARGET : state;
        return answers ? used | TARGET : used;
    }

    private static int chainPrecedence(int state, boolean activates, boolean answers, boolean neighbours) {
        if (activates && (state & TARGET) == 0) {
            return BROKEN;
        }
        return answers ? state | TARGET : neighbours ? state & ~TARGET : state;
    }

    private static int notCoExistence(int state, boolean activates, boolean answers) {
        if (activates && (state & TARGET) != 0 || answers && (state & ACTIVATED) != 0) {
            return BROKEN;
        }
        return state | (activates ? ACTIVATED : 0) | (answers ? TARGET : 0);
    }
}
