package cymru.diogelu.trace.mining;

import cymru.diogelu.ledger.Entry;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Something that happened in a case, as an analyst counts it.
 *
 * @param name of the activity, in one language
 * @param transition what of the activity happened, by the standard lifecycle of XES
 * @param happened the same in words of one language; empty where the name says it all
 * @param instance which of several of the same activity: a task, a stay at an element, a run of a procedure
 * @param run of the procedure in which it happened; absent for what concerns the whole case
 * @param group that is asked, as {@code role.agency}
 * @param facts what else is known: text, or an {@code OffsetDateTime}; never what somebody wrote
 */
record MinedEvent(
        Entry entry,
        String name,
        @Nullable String procedureName,
        Transition transition,
        String happened,
        @Nullable String instance,
        @Nullable String run,
        @Nullable String group,
        Map<String, Object> facts) {

    /** The place in the models, which no language and no renaming changes. */
    String element() {
        String process = entry.subject().process();
        String element = entry.subject().element();
        return process == null ? "case" : element == null ? process : process + "/" + element;
    }
}
