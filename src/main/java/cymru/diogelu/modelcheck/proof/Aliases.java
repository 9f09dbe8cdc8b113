package cymru.diogelu.modelcheck.proof;

import cymru.diogelu.modelcheck.reading.NodeKind;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** Which variables hold the same value under other names, because calls hand them over. */
final class Aliases {

    private final Map<String, Set<String>> groups = new HashMap<>();

    Aliases(Net net) {
        net.procedures().stream()
                .flatMap(procedure -> procedure.steps().stream())
                .filter(step -> step.kind() == NodeKind.CALL_ACTIVITY)
                .flatMap(call -> Stream.concat(call.handed("in").stream(), call.handed("out").stream()))
                .forEach(handed -> {
                    if (handed.variable() != null) {
                        join(handed.variable(), handed.target());
                    }
                });
    }

    private void join(String one, String other) {
        Set<String> both = new HashSet<>(of(one));
        both.addAll(of(other));
        both.forEach(name -> groups.put(name, both));
    }

    /** Every name, this one included. */
    Set<String> of(String name) {
        return groups.getOrDefault(name, Set.of(name));
    }
}
