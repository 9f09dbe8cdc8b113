package cymru.diogelu.modelcheck.proof;

import cymru.diogelu.statute.StatutoryRule;
import java.util.List;

/**
 * What came of an attempt to prove a rule on a set of models.
 *
 * @param states how many states, or answers to a form, were looked at
 * @param way the shortest way to a state in which the rule is broken; none where none was found
 */
public record Proof(StatutoryRule rule, Verdict verdict, int states, List<Move> way) {

    /** Only the first says that the rule is kept. */
    public enum Verdict {
        /** In no state that a case can come to is the rule broken. */
        PROVED,
        /** There is a way to break it. */
        BROKEN,
        /** There were more states than could be looked at: nothing is known. */
        NOT_PROVED
    }
}
