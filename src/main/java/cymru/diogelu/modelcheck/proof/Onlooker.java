package cymru.diogelu.modelcheck.proof;

import cymru.diogelu.modelcheck.proof.Sight.Happens;
import cymru.diogelu.statute.CaseEvent;
import cymru.diogelu.statute.RuleMonitor.Part;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Is told what happens in a case while it is played. */
interface Onlooker {

    /** @param run where it happened; none for what opened the case */
    void see(CaseState state, @Nullable Run run, CaseEvent event);

    void ended(CaseState state, Run run);

    void closed(CaseState state);

    /** A form is about to be answered at a step. */
    default void watch(CaseState state, Run run, Step at, CaseEvent event) {
        // Only who follows a rule with a limit looks at where it is answered.
    }

    /** Whether nobody can tell in which order things of one kind happen. */
    default boolean inAnyOrder(Happens event) {
        return false;
    }

    /** Whether anything that may still come can make a difference to what is asked of the case. */
    default boolean canBreak(CaseState state, Touched toCome) {
        return true;
    }

    /** Whether nobody can tell in which order two things are done. */
    default boolean inAnyOrder(Touched one, Touched other) {
        return true;
    }

    /** What something that can happen at a step may be to a rule. */
    default Set<Part> parts(Happens event) {
        return Set.of();
    }

    /**
     * Whether what is looked for is found.
     *
     * @param standsStill whether the case waits for something that can never come
     */
    default boolean isBroken(CaseState state, boolean standsStill) {
        return state.broken;
    }
}
