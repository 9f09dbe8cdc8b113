package cymru.diogelu.trace.mining;

import cymru.diogelu.ledger.Entry;
import cymru.diogelu.procedures.EntryKind;
import java.util.HashSet;
import java.util.Set;

/** Follows each task from being offered on, since taking it a second time is not the same step as the first. */
final class Lifecycles {

    private final Set<String> offered = new HashSet<>();
    private final Set<String> held = new HashSet<>();
    private final Set<String> begun = new HashSet<>();

    /** The step that the next entry of a record is. */
    Transition next(EntryKind kind, Entry entry) {
        String task = String.valueOf(entry.subject().task());
        return switch (kind) {
            case TASK_OFFERED -> offered.add(task) ? Transition.SCHEDULE : offeredElsewhere(task);
            case TASK_CLAIMED -> claimed(task);
            case TASK_RELEASED -> released(task);
            case TASK_ASSIGNED -> held.add(task) ? Transition.ASSIGN : Transition.REASSIGN;
            case TASK_WITHDRAWN -> Transition.WITHDRAW;
            case PROCEDURE_STARTED, ELEMENT_ENTERED -> Transition.START;
            case ELEMENT_LEFT -> interrupted(entry) ? Transition.ATE_ABORT : Transition.COMPLETE;
            default -> Transition.COMPLETE;
        };
    }

    static boolean interrupted(Entry entry) {
        return Boolean.TRUE.equals(entry.body().get("interrupted"));
    }

    /** To another group, by models to which the case was moved. */
    private Transition offeredElsewhere(String task) {
        held.remove(task);
        return Transition.REASSIGN;
    }

    private Transition claimed(String task) {
        held.add(task);
        return begun.add(task) ? Transition.START : Transition.RESUME;
    }

    private Transition released(String task) {
        held.remove(task);
        return Transition.SUSPEND;
    }
}
