package cymru.diogelu.trace.statistics;

import cymru.diogelu.trace.CaseDeadlines.Status;
import java.time.Instant;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** Counts the measures of one scope. */
final class MeasureCount {

    private final CountedRows rows;
    private final Scope scope;
    private final Instant now;
    private final Map<Milestone, Integer> reached = new EnumMap<>(Milestone.class);

    MeasureCount(CountedRows rows, Scope scope, Instant now) {
        this.rows = rows;
        this.scope = scope;
        this.now = now;
    }

    Measures measures() {
        rows.reached(scope, reached::put);
        List<Measures.Line> lines = Stream.of(Measure.values()).map(this::line).toList();
        return new Measures(now, lines);
    }

    private Measures.Line line(Measure measure) {
        if (!measure.onRecord()) {
            return new Measures.Line(measure, null, null);
        }
        Milestone milestone = measure.milestone();
        Integer all = milestone == null ? null : reached.getOrDefault(milestone, 0);
        if (measure.element() == null) {
            return new Measures.Line(measure, all, null);
        }
        Collection<CountedDeadline> done = done(measure);
        int inTime = (int)
                done.stream().filter(date -> date.status(now) == Status.MET).count();
        return new Measures.Line(measure, all == null ? done.size() : all, inTime);
    }

    /**
     * The dates of the steps that were done; for a milestone that of the step which led to it. A step that was put off and
     * done at one instant has several dates then, and the last of them is meant.
     */
    private Collection<CountedDeadline> done(Measure measure) {
        Milestone milestone = measure.milestone();
        Set<String> when = new HashSet<>();
        if (milestone != null) {
            rows.reached(scope, milestone).forEach(each -> when.add(each.reference() + " " + each.at()));
        }
        Map<String, CountedDeadline> done = new HashMap<>();
        Scope ofProvision = new Scope(scope.from(), scope.to(), scope.authority(), null, measure.provision());
        rows.deadlinesDone(ofProvision, date -> {
            String place = date.reference() + " " + (milestone == null ? date.seq() : date.done());
            if (date.element().equals(measure.element()) && (milestone == null || when.contains(place))) {
                done.put(place, date);
            }
        });
        return done.values();
    }
}
