package cymru.diogelu.invariants;

import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A step on the whole way of a child: the same step of a procedure that is called twice is two places, told apart by the
 * call activities that led there; a call activity is one place before the called procedure and another after it.
 */
final class Place {

    private final @Nullable Place caller;
    private final Procedure procedure;
    private final Step step;
    private final boolean left;
    private final int hash;

    private Place(@Nullable Place caller, Procedure procedure, Step step, boolean left) {
        this.caller = caller;
        this.procedure = procedure;
        this.step = step;
        this.left = left;
        this.hash = (System.identityHashCode(step) * 31 + Boolean.hashCode(left)) * 31 + Objects.hashCode(caller);
    }

    Place(@Nullable Place caller, Procedure procedure, Step step) {
        this(caller, procedure, step, false);
    }

    @Nullable
    Place caller() {
        return caller;
    }

    Procedure procedure() {
        return procedure;
    }

    Step step() {
        return step;
    }

    boolean left() {
        return left;
    }

    Place sibling(String other) {
        return new Place(caller, procedure, procedure.step(other));
    }

    Place after() {
        return new Place(caller, procedure, step, true);
    }

    /** For the throwing of an escalation: the event further out that catches it. */
    Optional<Place> caught() {
        for (Place call = caller; call != null; call = call.caller) {
            for (Step event : call.procedure.boundary(call.step)) {
                if (String.valueOf(step.escalation()).equals(event.escalation())) {
                    return Optional.of(call.sibling(event.id()));
                }
            }
        }
        return Optional.empty();
    }

    Finding finding(String sentence) {
        return procedure.finding(step, sentence);
    }

    private String path() {
        return (caller == null ? "" : caller.path() + "/") + procedure.id() + "." + step.id() + (left ? " left" : "");
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Place place
                && hash == place.hash
                && step == place.step
                && left == place.left
                && Objects.equals(caller, place.caller);
    }

    @Override
    public int hashCode() {
        return hash;
    }

    @Override
    public String toString() {
        return path();
    }
}
