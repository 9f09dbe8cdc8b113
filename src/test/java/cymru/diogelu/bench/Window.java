package cymru.diogelu.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** A short stretch of time in which one side walks case after case; cases begun within it are finished. */
record Window(double seconds, Timings timings) {

    static Window of(Side side, int threads, int seconds) {
        ExecutorService walkers = Executors.newFixedThreadPool(threads);
        long began = System.nanoTime();
        long end = began + seconds * 1_000_000_000L;
        try {
            List<Future<Timings>> running = new ArrayList<>();
            for (int i = 0; i < threads; i++) {
                running.add(walkers.submit(() -> walkUntil(side, end)));
            }
            Timings all = new Timings();
            for (Future<Timings> walker : running) {
                all.addAll(walker.get());
            }
            return new Window((System.nanoTime() - began) / 1e9, all);
        } catch (InterruptedException | java.util.concurrent.ExecutionException failed) {
            throw new IllegalStateException(failed);
        } finally {
            walkers.shutdown();
        }
    }

    private static Timings walkUntil(Side side, long end) {
        Timings timings = new Timings();
        while (System.nanoTime() < end) {
            side.walk(timings);
        }
        return timings;
    }

    double submissionsPerSecond() {
        return timings.count() / seconds;
    }
}
