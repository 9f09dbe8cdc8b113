package cymru.diogelu.invariants;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One element of a procedure, as far as the law cares about it.
 *
 * @param type the BPMN element's name, such as {@code userTask}
 * @param group the expression that names the candidate group
 * @param attachedTo for a boundary event, what it sits on
 * @param interrupting for a boundary event, whether it ends what it sits on
 * @param timer the expression that gives the date of a timer event
 * @param escalation the code of an escalation that is thrown or caught here
 * @param given what a called procedure is given: variable there, by where it comes from
 * @param taken what a called procedure gives back: variable here, by variable there
 */
record Step(
        String id,
        String type,
        String documentation,
        @Nullable String form,
        String group,
        @Nullable String called,
        @Nullable String decision,
        @Nullable String result,
        @Nullable String delegate,
        @Nullable String attachedTo,
        boolean interrupting,
        @Nullable String timer,
        @Nullable String escalation,
        boolean message,
        @Nullable String defaultFlow,
        Map<String, Origin> given,
        Map<String, String> taken) {

    /** Where a variable of a called procedure comes from: a variable of the caller, or a fixed word. */
    record Origin(@Nullable String variable, @Nullable String word) {}

    boolean is(String wanted) {
        return type.equals(wanted);
    }

    boolean gateway() {
        return type.endsWith("Gateway");
    }

    boolean throwsEscalation() {
        return escalation != null
                && List.of("intermediateThrowEvent", "endEvent").contains(type);
    }

    /** Somebody or something is waited for here. */
    boolean waits() {
        return is("userTask") || is("receiveTask") || is("intermediateCatchEvent");
    }

    /** The role of a group that the case's own authority and its partners serve. */
    Optional<String> role() {
        return group.matches("\\$\\{group\\.named\\('[^']+'\\)}")
                ? Optional.of(group.substring(group.indexOf('\'') + 1, group.lastIndexOf('\'')))
                : Optional.empty();
    }

    /** Whether the date of this timer is that of a limit in the register. */
    boolean timesOut(String provision) {
        return ("${deadline.due('" + provision + "')}").equals(timer);
    }
}
