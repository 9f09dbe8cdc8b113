package cymru.diogelu.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Walks the same cases through the whole program and through the bare engine on one PostgreSQL and compares what they
 * cost. Run on demand, see docs/figures/README.md; options are system properties: {@code warmUp}, {@code window} (both
 * in seconds), {@code windows} (per side and repeat), {@code repeats}, {@code threads}, {@code countedCases},
 * {@code report} (a file), {@code statements} (prints each statement).
 */
public final class StockEngineComparison {

    private static final Instant NOW = Instant.parse("2027-03-01T10:00:00Z");

    private final int warmUp = Integer.getInteger("warmUp", 90);
    private final int seconds = Integer.getInteger("window", 3);
    private final int windows = Integer.getInteger("windows", 14);
    private final int repeats = Integer.getInteger("repeats", 3);
    private final int threads = Integer.getInteger("threads", 2);
    private final int countedCases = Integer.getInteger("countedCases", 10);
    private final OurSide ours;
    private final BareEngine bare;

    private StockEngineComparison(OurSide ours, BareEngine bare) {
        this.ours = ours;
        this.bare = bare;
    }

    public static void main(String[] arguments) throws IOException {
        try (Store ourStore = new Store();
                Store bareStore = new Store();
                OurSide ours = new OurSide(ourStore, NOW);
                BareEngine bare = new BareEngine(bareStore, ours.story(), NOW)) {
            Report report = new StockEngineComparison(ours, bare).run();
            System.out.println(report.table());
            if (Boolean.getBoolean("statements")) {
                System.out.println(report.statements());
            }
            String file = System.getProperty("report");
            if (file != null) {
                Files.writeString(Path.of(file), report.page());
            }
        }
        System.exit(0);
    }

    private Report run() {
        Side[] sides = {ours, bare};
        for (Side side : sides) {
            side.walk(new Timings());
        }
        bare.requireAllEnded();
        warmUp(sides);
        List<Report.Repeat> measured = new ArrayList<>();
        for (int repeat = 0; repeat < repeats; repeat++) {
            Side first = sides[repeat % 2];
            Side second = sides[(repeat + 1) % 2];
            measured.add(repeat(first, second));
        }
        bare.requireAllEnded();
        return new Report(
                ours.story(),
                measured,
                "%d s of warm-up, windows of %d s in turn, %d threads".formatted(warmUp, seconds, threads),
                ours.store());
    }

    private void warmUp(Side[] sides) {
        long end = System.nanoTime() + warmUp * 1_000_000_000L;
        for (int i = 0; System.nanoTime() < end; i++) {
            Window.of(sides[i % 2], threads, Math.min(seconds, Math.max(1, warmUp / 4)));
        }
    }

    /** Short windows of both sides in turn, then the counted cases, with whole pages in the log and without. */
    private Report.Repeat repeat(Side first, Side second) {
        double load = Report.load();
        List<Window> ofOurs = new ArrayList<>();
        List<Window> ofBare = new ArrayList<>();
        for (int i = 0; i < windows * 2; i++) {
            Side side = i % 2 == 0 ? first : second;
            Window window = Window.of(side, threads, seconds);
            System.err.printf("%s: %.1f submissions a second%n", side.name(), window.submissionsPerSecond());
            (side == ours ? ofOurs : ofBare).add(window);
        }
        Map<Side, Cost> costs = Map.of(first, Cost.of(first, countedCases), second, Cost.of(second, countedCases));
        ours.store().wholePagesInLog(false);
        Map<Side, Cost> lean = Map.of(first, Cost.of(first, countedCases), second, Cost.of(second, countedCases));
        ours.store().wholePagesInLog(true);
        return new Report.Repeat(
                first.name(),
                load,
                new Report.Measured(ofOurs, cost(costs, ours), cost(lean, ours)),
                new Report.Measured(ofBare, cost(costs, bare), cost(lean, bare)));
    }

    private static Cost cost(Map<Side, Cost> costs, Side side) {
        return java.util.Objects.requireNonNull(costs.get(side));
    }
}
