package cymru.diogelu.trace.statistics;

import java.time.Duration;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * How lengths of time are spread: the nearest-rank median and ninetieth percentile, each a length that was really
 * measured, in whole seconds; null when none was.
 *
 * @param measured how many there are
 */
public record Spread(int measured, @Nullable Duration median, @Nullable Duration ninetieth) {

    private static final int HALF = 50;
    private static final int TAIL = 90;

    /** So many lengths that at least five lie on either side of the median. */
    private static final int PUBLISHED_MEDIAN = 10;

    /** So many that at least five lie behind the ninetieth percentile. */
    private static final int PUBLISHED_TAIL = 50;

    /** Null where too few were measured to tell it to everybody. */
    @Nullable
    Duration publishedMedian() {
        return measured < PUBLISHED_MEDIAN ? null : median;
    }

    /** Null where too few were measured to tell it to everybody. */
    @Nullable
    Duration publishedNinetieth() {
        return measured < PUBLISHED_TAIL ? null : ninetieth;
    }

    static Spread of(long[] seconds) {
        long[] sorted = seconds.clone();
        Arrays.sort(sorted);
        return new Spread(sorted.length, rank(sorted, HALF), rank(sorted, TAIL));
    }

    /** The smallest of them that at least so many per cent are no longer than. */
    private static @Nullable Duration rank(long[] sorted, int percent) {
        if (sorted.length == 0) {
            return null;
        }
        int rank = (int) ((sorted.length * (long) percent + 99) / 100);
        return Duration.ofSeconds(sorted[rank - 1]);
    }
}
