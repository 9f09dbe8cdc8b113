package cymru.diogelu.modelcheck.proof;

import cymru.diogelu.statute.CaseEvent;
import org.jspecify.annotations.Nullable;

/** Is told what happens in a case while it is played. */
interface Onlooker {

    /** @param run where it happened; none for what opened the case */
    void see(CaseState state, @Nullable Run run, CaseEvent event);

    void ended(CaseState state, Run run);

    void closed(CaseState state);
}
