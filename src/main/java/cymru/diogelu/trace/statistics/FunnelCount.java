package cymru.diogelu.trace.statistics;

import cymru.diogelu.trace.statistics.CountedRows.FirstReached;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** Counts milestones that come case by case. */
final class FunnelCount {

    private static final List<Milestone> WAY = Milestone.onTheWay();

    private final Map<Milestone, Integer> cases = new EnumMap<>(Milestone.class);
    private final Map<Milestone, Integer> furthest = new EnumMap<>(Milestone.class);
    private final Map<Milestone, Lengths> lengths = new EnumMap<>(Milestone.class);
    private final Map<Milestone, Instant> ofCase = new EnumMap<>(Milestone.class);
    private String reference = "";

    void add(FirstReached reached) {
        if (!reached.reference().equals(reference)) {
            endCase();
            reference = reached.reference();
        }
        ofCase.put(reached.milestone(), reached.at());
    }

    Funnel funnel(Instant asOf) {
        endCase();
        return new Funnel(
                asOf,
                WAY.stream().map(this::stage).toList(),
                Milestone.otherWays().stream().map(this::stage).toList());
    }

    private Funnel.Stage stage(Milestone milestone) {
        return new Funnel.Stage(
                milestone,
                cases.getOrDefault(milestone, 0),
                furthest.getOrDefault(milestone, 0),
                lengths.getOrDefault(milestone, new Lengths()).spread());
    }

    private void endCase() {
        ofCase.keySet().forEach(milestone -> cases.merge(milestone, 1, Integer::sum));
        WAY.stream()
                .filter(ofCase::containsKey)
                .reduce((first, second) -> second)
                .ifPresent(last -> furthest.merge(last, 1, Integer::sum));
        for (int i = 1; i < WAY.size(); i++) {
            Instant before = ofCase.get(WAY.get(i - 1));
            Instant at = ofCase.get(WAY.get(i));
            if (before != null && at != null && !at.isBefore(before)) {
                lengths.computeIfAbsent(WAY.get(i), none -> new Lengths()).add(before, at);
            }
        }
        ofCase.clear();
    }
}
