package cymru.diogelu.diagrams;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A placed element.
 *
 * @param type the BPMN element, such as userTask
 * @param event what its event waits for or tells, such as timer; "" for none
 * @param repetition parallel, sequential, loop or ""
 * @param traits what else changes its look
 */
record Shape(
        String id,
        String type,
        String name,
        Bounds bounds,
        @Nullable Bounds label,
        String event,
        String repetition,
        Set<Trait> traits) {

    enum Trait {
        EXPANDED,
        NON_INTERRUPTING,
        EVENT_SUB_PROCESS,
        UNMARKED
    }

    boolean is(Trait trait) {
        return traits.contains(trait);
    }

    boolean isEvent() {
        return type.endsWith("Event");
    }

    boolean isGateway() {
        return type.endsWith("Gateway");
    }

    boolean isSubProcess() {
        return Set.of("subProcess", "transaction", "adHocSubProcess").contains(type);
    }

    boolean isActivity() {
        return isSubProcess() || type.equals("callActivity") || type.equals("task") || type.endsWith("Task");
    }

    boolean isData() {
        return type.startsWith("data");
    }

    /** Whether others are drawn within it. */
    boolean surrounds() {
        return Set.of("participant", "lane", "group").contains(type) || (isSubProcess() && is(Trait.EXPANDED));
    }

    boolean onBorder() {
        return type.equals("boundaryEvent");
    }
}
