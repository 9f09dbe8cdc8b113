package cymru.diogelu.trace.statistics;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the performance framework asks, counted by when it happened. */
public record Measures(Instant asOf, List<Line> lines) {

    /**
     * One measure.
     *
     * @param all how often it happened; null when the record cannot give it
     * @param inTime how many of them in time; null when only the number is asked for
     */
    public record Line(Measure measure, @Nullable Integer all, @Nullable Integer inTime) {}
}
