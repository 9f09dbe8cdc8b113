package cymru.diogelu.modelcheck.proof;

import cymru.diogelu.modelcheck.proof.Sight.Happens;
import cymru.diogelu.modelcheck.reading.NodeKind;
import cymru.diogelu.statute.CaseEvent;
import cymru.diogelu.statute.RuleMonitor;
import cymru.diogelu.statute.StatutoryRule;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Proves of a rule about single answers that no form lets anything else through, whatever the case knows: what a condition
 * of the form reads of the concern is then what the rule reads of it.
 */
final class FormProof {

    private final Net net;
    private final RuleMonitor monitor;
    private final Slice slice;
    private int tried;

    FormProof(Net net, StatutoryRule rule) {
        this.net = net;
        this.monitor = new RuleMonitor(rule);
        this.slice = new Slice(net, rule);
    }

    /** An answer that a form lets through although the rule forbids it; empty where there is none. */
    Optional<Move> broken() {
        return net.procedures().stream()
                .flatMap(procedure -> procedure.steps().stream())
                .filter(step -> step.kind() == NodeKind.USER_TASK || step.kind() == NodeKind.START_EVENT)
                .filter(step -> slice.sight().sees(CaseEvent.Kind.ANSWERED, step.form()))
                .flatMap(step -> broken(step).stream())
                .findFirst();
    }

    private Optional<Move> broken(Step step) {
        FormSpace space = slice.space(step);
        Set<String> names = new LinkedHashSet<>(space.factsRead());
        Set<String> ofTheConcern = slice.sight().keysOfTheConcern();
        if (ofTheConcern.stream().anyMatch(key -> key.contains("[]"))) {
            throw new IllegalStateException("rows of the concern are not followed: " + ofTheConcern);
        }
        names.addAll(ofTheConcern);
        for (Map<String, Object> facts : slice.domains().of(names)) {
            Map<String, Object> known = new HashMap<>();
            names.forEach(name -> known.put(name, facts.get(name)));
            for (Map<String, Object> answers : space.answers(known)) {
                for (String role : roles(step)) {
                    tried++;
                    CaseEvent event = Sight.event(new Happens(CaseEvent.Kind.ANSWERED, step.form()), answers, role, "");
                    if (monitor.after(RuleMonitor.BEGIN, event, true, facts) == RuleMonitor.BROKEN) {
                        return Optional.of(
                                new Move(List.of(), Move.Kind.ANSWERED, step.place(), "", answers, Map.of(), ""));
                    }
                }
            }
        }
        return Optional.empty();
    }

    private List<String> roles(Step step) {
        List<String> roles = step.roleFrom().stream()
                .flatMap(name -> slice.domains().of(name).stream())
                .filter(String.class::isInstance)
                .map(String.class::cast)
                .toList();
        return roles.isEmpty() ? List.of(step.role(Map.of()).orElse("")) : roles;
    }

    /** How many different answers were looked at. */
    int tried() {
        return tried;
    }
}
