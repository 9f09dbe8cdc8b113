package cymru.diogelu.modelcheck.mutation;

import java.util.Map;
import java.util.Set;

/**
 * The models with one change.
 *
 * @param rules any of which must find it; none for a change that does no harm
 * @param element a part of the id of the element at which it must be found
 */
record Mutant(Kind kind, String file, String element, Set<String> rules, Map<String, byte[]> files) {

    /** What was done, and by what it can be found. */
    enum Kind {
        GROUP_REMOVED(Found.BY_RULES),
        FORM_UNBOUND(Found.BY_RULES),
        CODE_IN_A_LISTENER(Found.BY_RULES),
        CODE_IN_AN_EXPRESSION(Found.BY_RULES),
        LIMIT_CHANGED(Found.BY_RULES),
        LIMIT_DROPPED(Found.BY_RULES),
        TRANSLATION_EMPTIED(Found.BY_RULES),
        CONDITION_TURNED(Found.BY_RULES),
        DEFAULT_REMOVED(Found.BY_RULES),
        FLOW_BENT(Found.BY_RULES),
        ESCALATION_CUT(Found.BY_RULES),
        /** Where a table may also hold no row at all, only the law can say that one is missing. */
        ROW_DELETED(Found.BY_PROOFS),
        TASK_DROPPED(Found.BY_PROOFS),
        REMARK_ADDED(Found.NEVER),
        SHAPE_MOVED(Found.NEVER),
        WORDS_CHANGED(Found.NEVER),
        ATTRIBUTES_IN_ANOTHER_ORDER(Found.NEVER);

        private final Found found;

        Kind(Found found) {
            this.found = found;
        }

        Found found() {
            return found;
        }
    }

    /** What finds a change. */
    enum Found {
        BY_RULES,
        /** The rules of the check find some of them; the proofs of the law, which are no part of the check yet, have to find the rest. */
        BY_PROOFS,
        /** It does no harm. */
        NEVER
    }
}
