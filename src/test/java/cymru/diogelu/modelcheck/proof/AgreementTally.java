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
        scene.happened().forEach(noted -> meet(net, noted));
    }

    private void meet(Net net, Noted noted) {
        switch (noted.kind()) {
            case LIMIT_PASSED -> count("limits that passed");
            case MORE_TIME -> count("more time granted");
            case EVALUATED -> count("tables evaluated");
            case STARTED -> started(noted.id());
            case ENTERED -> entered(procedure(net, noted).step(element(noted)).orElseThrow());
            case TAKEN ->
                procedure(net, noted).steps().forEach(step -> step.ways().stream()
                        .filter(way -> way.id().equals(element(noted)))
                        .forEach(way -> taken(step, way)));
            default -> {
                // An end, or an answer, which is counted as a move.
            }
        }
    }

    private void started(String procedure) {
        count("procedures called");
        if (procedure.equals("immediate-danger")) {
            count("emergencies");
        }
        if (procedure.equals("escalate-overdue-step")) {
            count("overdue steps escalated");
        }
    }

    private void entered(Step step) {
        if (step.repeatedOver().isPresent()) {
            count("repeated steps");
        }
    }

    private void taken(Step from, Step.Way way) {
        count("flows taken");
        if (Game.isJoin(way.target())) {
            count("arrivals at joins");
        }
        if (from.kind() == NodeKind.BOUNDARY_EVENT && from.escalation().isPresent()) {
            count("escalations caught");
        }
    }

    private static Walkable procedure(Net net, Noted noted) {
        return net.procedure(noted.id().substring(0, noted.id().indexOf('/'))).orElseThrow();
    }

    private static String element(Noted noted) {
        return noted.id().substring(noted.id().indexOf('/') + 1);
    }

    String rows() {
        return counts.entrySet().stream()
                .map(row -> "| %s | %d |".formatted(row.getKey(), row.getValue()))
                .collect(Collectors.joining("\n"));
    }
}
