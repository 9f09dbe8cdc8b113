package cymru.diogelu.statute;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** Which events a rule speaks of: those that meet one of some patterns. */
public record Activity(List<Pattern> patterns) {

    /**
     * Events of one kind.
     *
     * @param ids what they are known by, one of these; empty for any
     * @param where what their data must say
     * @param unless for an absence, what excuses them; {@link Condition#NEVER} elsewhere
     */
    public record Pattern(CaseEvent.Kind kind, Set<String> ids, Condition where, Condition unless) {

        /** Whether an event is of this kind and id, whatever its data say. */
        boolean names(CaseEvent event) {
            return kind == event.kind() && (ids.isEmpty() || ids.contains(event.id()));
        }

        private boolean names(CaseEvent event, boolean whereIdIsUnknown) {
            return kind == event.kind() && event.id() == null ? whereIdIsUnknown : names(event);
        }

        boolean asksNothing() {
            return where.equals(Condition.ALWAYS) && unless.equals(Condition.NEVER);
        }
    }

    /** Whether the event meets one of the patterns, in a case that was opened with these answers. */
    public boolean meets(CaseEvent event, Map<String, Object> concern) {
        return patterns.stream()
                .anyMatch(pattern -> pattern.names(event) && pattern.where().holds(event, concern));
    }

    /** Whether the event meets a pattern and nothing excuses it. */
    boolean meetsWithoutExcuse(CaseEvent event, Map<String, Object> concern) {
        return patterns.stream()
                .anyMatch(pattern -> pattern.names(event)
                        && pattern.where().holds(event, concern)
                        && !pattern.unless().holds(event, concern));
    }

    /** Whether an event whose record cannot be read might meet a pattern, or might not. */
    boolean mayMeet(CaseEvent unread, Correlation correlation) {
        return patterns.stream()
                .anyMatch(pattern -> pattern.names(unread, true)
                        && !(unread.id() != null && pattern.asksNothing() && correlation == Correlation.CASE));
    }

    /** Whether a condition reads the concern. */
    boolean readsTheConcern() {
        return patterns.stream()
                .flatMap(pattern -> Stream.of(pattern.where(), pattern.unless()))
                .flatMap(Condition::parts)
                .anyMatch(condition -> condition instanceof Condition.Keyed keyed
                        && keyed.key().startsWith(Values.OF_THE_CONCERN));
    }
}
