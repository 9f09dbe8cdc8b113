package cymru.diogelu.trace.statistics;

import java.time.Instant;
import java.util.Arrays;

/** Lengths of time as they are measured, in whole seconds. */
final class Lengths {

    private long[] seconds = new long[16];
    private int size;

    void add(Instant from, Instant to) {
        if (size == seconds.length) {
            seconds = Arrays.copyOf(seconds, size * 2);
        }
        seconds[size++] = to.getEpochSecond() - from.getEpochSecond();
    }

    Spread spread() {
        return Spread.of(Arrays.copyOf(seconds, size));
    }
}
