package cymru.diogelu.diagrams;

import org.jspecify.annotations.Nullable;

/**
 * What a case did at an element, or what a change of the models did to it.
 *
 * @param visits how often it was entered
 * @param badge words drawn at the element, such as "You are here"; none where the state says enough
 * @param note words heard and shown on pointing: the state, the count, when it was entered and left
 */
public record StepMark(State state, int visits, @Nullable String badge, @Nullable String note) {

    /** How an element stands; each looks different in line and sign, not in colour alone. */
    public enum State {
        AHEAD,
        WALKED,
        OPEN,
        OVERDUE,
        INTERRUPTED,
        ADDED,
        REMOVED,
        CHANGED,
        /** Drawn at another place. */
        MOVED
    }

    /** @throws IllegalArgumentException when the count is below nought */
    public StepMark {
        FlowMark.requireCount(visits);
    }
}
