package cymru.diogelu.trace.statistics;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How statutory dates that fall due in a scope were kept.
 *
 * @param rows in the order of their keys
 * @param total all rows together
 */
public record Compliance(Instant asOf, Grouping by, List<Row> rows, Row total) {

    /** How a date stands, for counting: each date in one of them. */
    public enum Fate {
        MET,
        /** Done after the date. */
        LATE,
        /** Never done: after the date had passed the step was no longer asked. */
        NEVER_DONE,
        /** Past and still not done. */
        OPEN_LATE,
        OPEN,
        /** No longer asked before the date came. */
        WITHDRAWN
    }

    /**
     * One line of the table.
     *
     * @param key what the dates of this line share; {@code total} for all together
     * @param extended how many were given more time; they are judged by the date first set
     * @param taken from the start of the limit to the doing, of what was done
     * @param lateness from the date to the doing, of what was done late
     */
    public record Row(
            String key,
            int met,
            int late,
            int neverDone,
            int openLate,
            int open,
            int withdrawn,
            int extended,
            Spread taken,
            Spread lateness) {

        /** Not done by the date, for whatever became of it afterwards. */
        public int missed() {
            return late + neverDone + openLate;
        }

        public int all() {
            return met + missed() + open + withdrawn;
        }

        /** Of those that can be judged, the part that was met, in per cent; null when none can. */
        public @Nullable Double shareMet() {
            int judged = met + missed();
            return judged == 0 ? null : Math.round(met * 1_000.0 / judged) / 10.0;
        }
    }
}
