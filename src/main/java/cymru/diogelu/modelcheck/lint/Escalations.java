package cymru.diogelu.modelcheck.lint;

import cymru.diogelu.modelcheck.Finding;
import cymru.diogelu.modelcheck.reading.Bpmn;
import cymru.diogelu.modelcheck.reading.Models;
import cymru.diogelu.modelcheck.reading.Node;
import cymru.diogelu.modelcheck.reading.NodeKind;
import cymru.diogelu.modelcheck.reading.Procedure;
import cymru.diogelu.modelcheck.reading.XmlElement;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What a procedure hands up is taken up by one that calls it, and nobody waits for what is never handed up: the engine
 * lets an escalation pass in silence.
 */
final class Escalations implements Rule {

    private static final String ID = "escalations";
    private static final Told NEVER_RAISED = Told.error(
            ID,
            "This waits for ‘%s’, which ‘%s’ never raises.",
            "Mae hyn yn aros am ‘%s’, nad yw ‘%s’ byth yn ei godi.");
    private static final Told NOBODY_TAKES_UP = Told.error(
            ID,
            "This raises ‘%s’, which no procedure that calls this one takes up.",
            "Mae hyn yn codi ‘%s’, nad oes gweithdrefn sy'n galw hon yn ei gymryd.");
    private static final Told WITHOUT_CODE = Told.error(
            ID,
            "The escalation ‘%s’ has no code, by which it is told from others.",
            "Nid oes gan yr uwchgyfeiriad ‘%s’ god, sy'n ei wahaniaethu oddi wrth eraill.");

    @Override
    public String id() {
        return ID;
    }

    @Override
    public Stream<Finding> check(Subject subject) {
        Models models = subject.models();
        Map<String, Set<String>> raised = raised(models);
        return models.procedures().stream().flatMap(procedure -> Stream.of(
                        procedure.nodes(NodeKind.CALL_ACTIVITY).flatMap(call -> waiting(call, raised)),
                        raising(procedure).flatMap(event -> inVain(event, models)),
                        procedure
                                .root()
                                .children(Bpmn.MODEL, "escalation")
                                .filter(found ->
                                        found.attribute("escalationCode").isBlank())
                                .map(found -> WITHOUT_CODE.at(procedure.file(), found, found.id())))
                .flatMap(found -> found));
    }

    private static Stream<Finding> waiting(Node call, Map<String, Set<String>> raised) {
        String called = call.xml().attribute("calledElement");
        return call.boundaries().stream()
                .filter(boundary ->
                        raised.containsKey(called) && !code(boundary).isEmpty())
                .filter(boundary -> !raised.getOrDefault(called, Set.of()).contains(code(boundary)))
                .map(boundary -> NEVER_RAISED.at(call.procedure().file(), boundary.xml(), code(boundary), called));
    }

    private static Stream<Finding> inVain(Node event, Models models) {
        boolean takenUp = models.procedures().stream()
                .flatMap(caller -> caller.nodes(NodeKind.BOUNDARY_EVENT))
                .anyMatch(boundary -> code(boundary).equals(code(event)));
        return takenUp
                ? Stream.empty()
                : Stream.of(NOBODY_TAKES_UP.at(event.procedure().file(), event.xml(), code(event)));
    }

    /** The codes that can leave each procedure, its own and those of procedures that it calls, until no more are found. */
    private static Map<String, Set<String>> raised(Models models) {
        Map<String, Set<String>> raised = new HashMap<>();
        models.procedures()
                .forEach(procedure -> raised.put(
                        procedure.id(),
                        raising(procedure).map(Escalations::code).collect(Collectors.toSet())));
        boolean more = true;
        while (more) {
            more = false;
            for (Procedure procedure : models.procedures()) {
                Set<String> codes = raised.getOrDefault(procedure.id(), Set.of());
                for (Node call : procedure.nodes(NodeKind.CALL_ACTIVITY).toList()) {
                    more |= codes.addAll(through(call, raised));
                }
            }
        }
        return raised;
    }

    /** What comes out of a call and is not taken up at it. */
    private static Set<String> through(Node call, Map<String, Set<String>> raised) {
        Set<String> codes = new HashSet<>(raised.getOrDefault(call.xml().attribute("calledElement"), Set.of()));
        call.boundaries().forEach(boundary -> codes.remove(code(boundary)));
        return codes;
    }

    private static Stream<Node> raising(Procedure procedure) {
        return procedure.nodes().stream()
                .filter(node ->
                        node.kind() != NodeKind.BOUNDARY_EVENT && !code(node).isEmpty());
    }

    private static String code(Node event) {
        return event.definition().stream()
                .filter(definition -> definition.is(Bpmn.MODEL, "escalationEventDefinition"))
                .map(definition -> definition.attribute("escalationRef"))
                .flatMap(id -> event.procedure()
                        .root()
                        .children(Bpmn.MODEL, "escalation")
                        .filter(escalation -> escalation.id().equals(id)))
                .map((XmlElement escalation) -> escalation.attribute("escalationCode"))
                .findFirst()
                .orElse("");
    }
}
