package cymru.diogelu.modelcheck.proof;

import cymru.diogelu.modelcheck.reading.NodeKind;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Counts what the walks met. */
final class AgreementTally {

    private final Map<String, Integer> counts = new TreeMap<>();

    void count(String what) {
        count(what, 1);
    }

    void count(String what, int times) {
        counts.merge(what, times, Integer::sum);
    }

    /** Everything that a move did, by what it is to those who read it. */
    void meet(Net net, Scene scene) {
        scene.happened().forEach(noted -> {
            switch (noted.kind()) {
                case LIMIT_PASSED -> count("limits that passed");
                case MORE_TIME -> count("more time granted");
                case STARTED -> {
                    count("procedures called");
                    if (noted.id().equals("immediate-danger")) {
                        count("emergencies");
                    }
                    if (noted.id().equals("escalate-overdue-step")) {
                        count("overdue steps escalated");
                    }
                }
                case ENTERED -> {
                    if (step(net, noted).repeatedOver().isPresent()) {
                        count("repeated steps");
                    }
                }
                case TAKEN -> {
                    String process = noted.id().substring(0, noted.id().indexOf('/'));
                    String flow = noted.id().substring(process.length() + 1);
                    net.procedure(process).orElseThrow().steps().stream()
                            .flatMap(step ->
                                    step.ways().stream().filter(way -> way.id().equals(flow)))
                            .forEach(way -> {
                                count("flows taken");
                                if (Game.isJoin(way.target())) {
                                    count("arrivals at joins");
                                }
                            });
                    net.procedure(process).orElseThrow().steps().stream()
                            .filter(step -> step.ways().stream()
                                    .anyMatch(way -> way.id().equals(flow)))
                            .filter(step -> step.escalation().isPresent())
                            .forEach(step -> count(
                                    step.kind() == NodeKind.BOUNDARY_EVENT
                                            ? "escalations caught"
                                            : "escalations thrown on the way"));
                }
                case EVALUATED -> count("tables evaluated");
                default -> {
                    // An end, or an answer, which is counted as a move.
                }
            }
        });
    }

    private static Step step(Net net, Noted noted) {
        int slash = noted.id().indexOf('/');
        return net.procedure(noted.id().substring(0, slash))
                .flatMap(procedure -> procedure.step(noted.id().substring(slash + 1)))
                .orElseThrow();
    }

    int of(String what) {
        return counts.getOrDefault(what, 0);
    }

    String rows() {
        return counts.entrySet().stream()
                .map(row -> "| %s | %d |".formatted(row.getKey(), row.getValue()))
                .collect(Collectors.joining("\n"));
    }
}
