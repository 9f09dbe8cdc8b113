package cymru.diogelu.modelcheck.proof;

import cymru.diogelu.statute.CaseEvent;
import org.jspecify.annotations.Nullable;

/**
 * Waits for a case to come to a step.
 *
 * @param place procedure and element
 */
record Arrival(String place) implements Onlooker {

    @Override
    public void see(CaseState state, @Nullable Run run, CaseEvent event) {
        state.broken |= event.kind() == CaseEvent.Kind.ENTERED && place.equals(event.id());
    }

    @Override
    public void ended(CaseState state, Run run) {
        // Whether it came there has been seen.
    }

    @Override
    public void closed(CaseState state) {
        // As above.
    }
}
