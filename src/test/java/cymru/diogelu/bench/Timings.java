package cymru.diogelu.bench;

import java.util.Arrays;

/** The lengths of single submissions in nanoseconds, written by one thread. */
final class Timings {

    private long[] nanos = new long[1024];
    private int size;

    void time(Runnable submission) {
        long began = System.nanoTime();
        submission.run();
        add(System.nanoTime() - began);
    }

    private void add(long length) {
        if (size == nanos.length) {
            nanos = Arrays.copyOf(nanos, size * 2);
        }
        nanos[size++] = length;
    }

    void addAll(Timings other) {
        for (int i = 0; i < other.size; i++) {
            add(other.nanos[i]);
        }
    }

    int count() {
        return size;
    }

    /** @param share 0.5 for the median, 0.95 for the length that one in twenty exceeds */
    double millis(double share) {
        long[] sorted = Arrays.copyOf(nanos, size);
        Arrays.sort(sorted);
        return sorted[(int) Math.min(size - 1, Math.round(share * size))] / 1e6;
    }
}
