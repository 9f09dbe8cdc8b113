package cymru.diogelu.modelcheck.mutation;

import java.util.Map;
import java.util.Set;

/**
 * The models with one change.
 *
 * @param rules any of which must find it; none for a change that does no harm
 * @param element a part of the id of the element at which it must be found
 * @param change where the file is another than before, in its own text
 */
record Mutant(Kind kind, String file, String element, Set<String> rules, Map<String, byte[]> files, String change) {

    /** The id of the procedure that was changed, or that the changed table belongs to. */
    String procedure() {
        String[] path = file.split("/");
        return path[path.length - 2];
    }

    /** What was done, and whether it breaks the models or the law. */
    enum Kind {
        GROUP_REMOVED(true),
        FORM_UNBOUND(true),
        CODE_IN_A_LISTENER(true),
        CODE_IN_AN_EXPRESSION(true),
        LIMIT_CHANGED(true),
        LIMIT_DROPPED(true),
        TRANSLATION_EMPTIED(true),
        CONDITION_TURNED(true),
        DEFAULT_REMOVED(true),
        FLOW_BENT(true),
        ESCALATION_CUT(true),
        /** Where a table may also hold no row at all, only the law can say that one is missing. */
        ROW_DELETED(true),
        TASK_DROPPED(true),
        GATEWAY_BYPASSED(true),
        REMARK_ADDED(false),
        SHAPE_MOVED(false),
        WORDS_CHANGED(false),
        ATTRIBUTES_IN_ANOTHER_ORDER(false);

        private final boolean lawless;

        Kind(boolean lawless) {
            this.lawless = lawless;
        }

        boolean lawless() {
            return lawless;
        }
    }
}
