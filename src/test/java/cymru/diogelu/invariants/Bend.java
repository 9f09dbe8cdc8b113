package cymru.diogelu.invariants;

import java.util.function.UnaryOperator;

/**
 * A change of the models that breaks the law.
 *
 * @param what the change in words
 * @param element what a finding has to point at
 */
record Bend(String what, String element, UnaryOperator<Pathway> edit) {

    Pathway of(Pathway pathway) {
        return edit.apply(pathway);
    }

    /** The same change, looked for elsewhere: where a loop or a default makes the law fail at another element. */
    Bend foundAt(String other) {
        return new Bend(what, other, edit);
    }

    Bend and(Bend other) {
        return new Bend(what + " and " + other.what, element, pathway -> other.of(of(pathway)));
    }
}
