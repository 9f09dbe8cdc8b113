package cymru.diogelu.trace.statistics;

import cymru.diogelu.trace.statistics.Compliance.Fate;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;

/** Counts the dates of one line of the table. */
final class DateTally {

    private final Map<Fate, Integer> fates = new EnumMap<>(Fate.class);
    private final Lengths taken = new Lengths();
    private final Lengths lateness = new Lengths();
    private int extended;

    static Fate fate(CountedDeadline deadline, Instant now) {
        return switch (deadline.status(now)) {
            case MET -> Fate.MET;
            case LATE -> Fate.LATE;
            case BREACHED_THEN_WITHDRAWN -> Fate.NEVER_DONE;
            case BREACHED -> Fate.OPEN_LATE;
            case OPEN -> Fate.OPEN;
            case WITHDRAWN -> Fate.WITHDRAWN;
        };
    }

    void add(CountedDeadline deadline, Instant now) {
        Fate fate = fate(deadline, now);
        fates.merge(fate, 1, Integer::sum);
        extended += deadline.extendedTo() == null ? 0 : 1;
        Instant done = deadline.done();
        // A limit that counts back from an event to come has no time that was taken.
        if (done != null && !done.isBefore(deadline.start())) {
            taken.add(deadline.start(), done);
        }
        if (done != null && fate == Fate.LATE) {
            lateness.add(deadline.due(), done);
        }
    }

    Compliance.Row row(String key) {
        return new Compliance.Row(
                key,
                times(Fate.MET),
                times(Fate.LATE),
                times(Fate.NEVER_DONE),
                times(Fate.OPEN_LATE),
                times(Fate.OPEN),
                times(Fate.WITHDRAWN),
                extended,
                taken.spread(),
                lateness.spread());
    }

    private int times(Fate fate) {
        return fates.getOrDefault(fate, 0);
    }
}
