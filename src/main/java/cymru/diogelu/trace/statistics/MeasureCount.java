package cymru.diogelu.trace.statistics;

import cymru.diogelu.trace.CaseDeadlines.Status;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
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
        List<CountedDeadline> done = done(measure);
        int inTime = (int)
                done.stream().filter(date -> date.status(now) == Status.MET).count();
        return new Measures.Line(measure, all == null ? done.size() : all, inTime);
    }

    /** The dates of the steps that were done; of several for one milestone only that which was kept or not by it. */
    private List<CountedDeadline> done(Measure measure) {
        Set<String> when = new HashSet<>();
        Milestone milestone = measure.milestone();
        if (milestone != null) {
            rows.reached(scope, milestone).forEach(each -> when.add(each.reference() + " " + each.at()));
        }
        List<CountedDeadline> done = new ArrayList<>();
        Scope ofProvision = new Scope(scope.from(), scope.to(), scope.authority(), null, measure.provision());
        rows.deadlinesDone(ofProvision, date -> {
            boolean reached = milestone == null || when.contains(date.reference() + " " + date.done());
            if (reached && date.element().equals(measure.element())) {
                done.add(date);
            }
        });
        return done;
    }
}
