package cymru.diogelu.modelcheck.reading;

import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The values of a variable that a case no longer has when it comes to a step, because another way was taken for them. */
final class Settled {

    private Settled() {}

    /** Values for which a gateway of the same procedure leads past the step. */
    static Set<String> onTheWay(Node step, String variable) {
        return before(step)
                .flatMap(node -> node.outgoing().stream())
                .filter(flow -> !Reach.to(step).contains(flow.target()))
                .flatMap(flow -> asked(flow, variable).stream())
                .collect(Collectors.toSet());
    }

    /** Values that a gateway before a call asks for: what is done for them first leaves other variables set as well. */
    static Set<String> beforeCall(Node call, String variable) {
        return before(call)
                .flatMap(node -> node.outgoing().stream())
                .flatMap(flow -> asked(flow, variable).stream())
                .collect(Collectors.toSet());
    }

    /** Values for which a gateway leads to a table that sets the variable once more. */
    static Set<String> setAnew(Procedure procedure, String variable) {
        Set<String> before = procedure
                .nodes(NodeKind.BUSINESS_RULE_TASK)
                .filter(task -> task.camunda("resultVariable").equals(variable))
                .flatMap(task -> Reach.to(task).stream())
                .collect(Collectors.toSet());
        return procedure.flows().stream()
                .filter(flow -> before.contains(flow.target()))
                .flatMap(flow -> asked(flow, variable).stream())
                .collect(Collectors.toSet());
    }

    private static Stream<Node> before(Node step) {
        Set<String> before = Reach.to(step);
        return step.procedure().nodes().stream().filter(node -> node != step && before.contains(node.id()));
    }

    /** The values for which a flow is taken. */
    static Set<String> asked(Flow flow, String variable) {
        return Pattern.compile("\\b" + Pattern.quote(variable) + "\\s*==\\s*'([^']*)'")
                .matcher(flow.condition())
                .results()
                .map(found -> found.group(1))
                .collect(Collectors.toSet());
    }
}
