package cymru.diogelu.statute;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

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

    /** What an event can be to a rule. */
    public enum Part {
        ACTIVATION,
        TARGET,
        /** One of the events among which the rule looks for the first, the next or the last. */
        NEIGHBOUR
    }

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
        return after(state, parts(event, own, concern));
    }

    private int after(int state, Set<Part> parts) {
        if (state == BROKEN) {
            return BROKEN;
        }
        boolean activates = parts.contains(Part.ACTIVATION);
        boolean answers = parts.contains(Part.TARGET);
        boolean neighbours = parts.contains(Part.NEIGHBOUR);
        return switch (rule.template()) {
            case ABSENCE -> activates ? BROKEN : state;
            case EXISTENCE -> activates ? Math.min(state + 1, rule.times()) : state;
            case EXACTLY -> activates ? state == rule.times() ? BROKEN : state + 1 : state;
            case INIT -> state != BEGIN || !neighbours ? state : activates ? ACTIVATED : BROKEN;
            case RESPONDED_EXISTENCE -> respondedExistence(state, activates, answers);
            case RESPONSE -> response(state, activates, answers);
            case ALTERNATE_RESPONSE ->
                activates && !answers && (state & OWED) != 0 ? BROKEN : response(state, activates, answers);
            case CHAIN_RESPONSE -> chainResponse(state, activates, answers, neighbours);
            case PRECEDENCE -> activates && (state & TARGET) == 0 ? BROKEN : answers ? state | TARGET : state;
            case ALTERNATE_PRECEDENCE -> alternatePrecedence(state, activates, answers);
            case CHAIN_PRECEDENCE -> chainPrecedence(state, activates, answers, neighbours);
            case SUCCESSION ->
                answers && (state & ACTIVATED) == 0
                        ? BROKEN
                        : response(state, activates, answers) | (activates ? ACTIVATED : 0);
            case NOT_CO_EXISTENCE -> notCoExistence(state, activates, answers);
        };
    }

    /** What an event is to the rule. */
    private Set<Part> parts(CaseEvent event, boolean own, Map<String, Object> concern) {
        Set<Part> parts = EnumSet.noneOf(Part.class);
        boolean activates = rule.template() == Template.ABSENCE
                ? rule.activation().meetsWithoutExcuse(event, concern)
                : rule.activation().meets(event, concern);
        if (activates && (own || wholeCase())) {
            parts.add(Part.ACTIVATION);
        }
        Activity target = rule.target();
        if (target != null && target.meets(event, concern)) {
            parts.add(Part.TARGET);
        }
        Activity among = rule.among();
        if (parts.contains(Part.TARGET) || among == null || among.meets(event, concern)) {
            parts.add(Part.NEIGHBOUR);
        }
        return parts;
    }

    /** What an event is to the rule, seen from the run in which it happens; nothing where it makes no difference. */
    public Set<Part> parts(CaseEvent event, Map<String, Object> concern) {
        Set<Part> parts = parts(event, true, concern);
        if (!rule.template().among()) {
            parts.remove(Part.NEIGHBOUR);
        }
        return parts;
    }

    /**
     * What an event of a kind and id may be to the rule, whatever its data say.
     *
     * @param anyId whether what it is known by is not known yet
     */
    public Set<Part> possibleParts(CaseEvent event, boolean anyId) {
        Set<Part> parts = EnumSet.noneOf(Part.class);
        if (names(rule.activation(), event, anyId)) {
            parts.add(Part.ACTIVATION);
        }
        if (names(rule.target(), event, anyId)) {
            parts.add(Part.TARGET);
        }
        if (rule.template().among() && (rule.among() == null || names(rule.among(), event, anyId))) {
            parts.add(Part.NEIGHBOUR);
        }
        return parts;
    }

    private static boolean names(@Nullable Activity activity, CaseEvent event, boolean anyId) {
        return activity != null
                && activity.patterns().stream()
                        .anyMatch(pattern -> pattern.names(event) || anyId && pattern.kind() == event.kind());
    }

    /** Whether the rule can still be broken when any events may come, as often as they like, that are at most this to it. */
    public boolean canBreak(int state, Set<Part> toCome) {
        Set<Integer> known = new HashSet<>(Set.of(state));
        Deque<Integer> open = new ArrayDeque<>(known);
        while (!open.isEmpty()) {
            int next = open.remove();
            if (next == BROKEN || brokenAtTheEnd(next)) {
                return true;
            }
            among(toCome).map(parts -> after(next, parts)).filter(known::add).forEach(open::add);
        }
        return false;
    }

    /** Whether it makes no difference which of two events comes first, when they are at most this to the rule. */
    public boolean inAnyOrder(Set<Part> one, Set<Part> other) {
        return IntStream.rangeClosed(BEGIN, Math.max(OWED | TARGET | ACTIVATED, rule.times()))
                .allMatch(state -> among(one).allMatch(first -> among(other)
                        .allMatch(second -> after(after(state, first), second) == after(after(state, second), first))));
    }

    /** Every choice of some parts. */
    private static Stream<Set<Part>> among(Set<Part> parts) {
        return Stream.of(Part.values())
                .reduce(
                        Stream.<Set<Part>>of(EnumSet.noneOf(Part.class)),
                        (sofar, part) -> parts.contains(part)
                                ? sofar.flatMap(chosen -> Stream.of(chosen, with(chosen, part)))
                                : sofar,
                        Stream::concat);
    }

    private static Set<Part> with(Set<Part> chosen, Part part) {
        Set<Part> more = EnumSet.copyOf(chosen);
        more.add(part);
        return more;
    }

    /** Whether something is owed that an event with these parts does. */
    public boolean isDone(int state, Set<Part> parts) {
        return state != BROKEN && (state & OWED) != 0 && parts.contains(Part.TARGET);
    }

    /** Whether the rule is broken when nothing more happens. */
    public boolean brokenAtTheEnd(int state) {
        return switch (rule.template()) {
            case EXISTENCE, EXACTLY -> state < rule.times();
            case INIT -> state == BEGIN || state == BROKEN;
            default -> state == BROKEN || (state & OWED) != 0;
        };
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
