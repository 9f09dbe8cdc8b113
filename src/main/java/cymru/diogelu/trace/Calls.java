package cymru.diogelu.trace;

import cymru.diogelu.ledger.Entry;
import cymru.diogelu.procedures.EntryKind;
import cymru.diogelu.trace.CasePath.Stay;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Which walk was called from which stay at a step. Both sides of a call may have been moved to another version since:
 * what was left behind belongs together, and so does what goes on.
 */
record Calls(Map<String, List<String>> anchorsByVisit, Map<String, List<Stay>> callersByAnchor) {

    static Calls of(List<Entry> then, CasePath path) {
        Map<String, String> runs = new HashMap<>();
        then.stream()
                .filter(entry -> entry.kind().equals(EntryKind.PROCEDURE_STARTED.word()))
                .filter(entry -> entry.body().get("callerVisit") instanceof String)
                .forEach(entry -> runs.put(
                        String.valueOf(entry.body().get("callerVisit")),
                        String.valueOf(entry.body().get("run"))));
        Map<String, Set<String>> anchors = new HashMap<>();
        path.elements().forEach(stay -> anchors.computeIfAbsent(stay.run(), none -> new LinkedHashSet<>())
                .add(WalkReading.anchor(stay)));
        Map<String, List<String>> byVisit = new HashMap<>();
        runs.forEach((visit, run) -> byVisit.put(visit, List.copyOf(anchors.getOrDefault(run, Set.of()))));
        Map<String, List<Stay>> callers = new HashMap<>();
        path.elements().forEach(stay -> byVisit.getOrDefault(stay.visit(), List.of())
                .forEach(anchor -> callers.computeIfAbsent(anchor, none -> new ArrayList<>())
                        .add(stay)));
        return new Calls(byVisit, callers);
    }

    Optional<String> from(Stay stay) {
        List<String> anchors = anchorsByVisit.getOrDefault(stay.visit(), List.of());
        return anchors.isEmpty()
                ? Optional.empty()
                : Optional.of("#" + anchors.get(stay.moved() ? 0 : anchors.size() - 1));
    }

    Optional<Stay> to(String anchor, boolean moved) {
        List<Stay> callers = callersByAnchor.getOrDefault(anchor, List.of());
        return callers.stream()
                .filter(caller -> caller.moved() == moved)
                .findFirst()
                .or(() -> callers.stream().findFirst());
    }
}
