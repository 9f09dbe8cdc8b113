package cymru.diogelu.bench;

import cymru.diogelu.access.CaseAccess;
import cymru.diogelu.access.Look;
import cymru.diogelu.access.Viewer;
import cymru.diogelu.deadlines.ServiceClock;
import cymru.diogelu.ledger.Actor;
import cymru.diogelu.ledger.Happening;
import cymru.diogelu.ledger.Ledger;
import cymru.diogelu.ledger.Seals;
import cymru.diogelu.ledger.Subject;
import cymru.diogelu.procedures.DueWork;
import cymru.diogelu.procedures.Procedures;
import cymru.diogelu.walk.RandomWalk;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Times the auditor's pages of one case beside ten thousand and beside a million other cases in PostgreSQL, requests in
 * turn, and the verification of a million sealed entries with two threads. Run on demand, see docs/figures/README.md;
 * options are system properties: {@code requests} for each page, {@code few}, {@code many} (cases), {@code chains} (of 200
 * entries), {@code looks}, {@code report} (a file).
 */
public final class TraceAtScale {

    private static final String AUDITOR = "auditor";
    private static final int ENTRIES = 200;
    private static final int WARM_UP = 40;
    private static final long SEED = 7;

    private final int requests = Integer.getInteger("requests", 300);
    private final int few = Integer.getInteger("few", 10_000);
    private final int many = Integer.getInteger("many", 1_000_000);
    private final int chains = Integer.getInteger("chains", 5_000);
    private final int looks = Integer.getInteger("looks", 10_000);

    public static void main(String[] arguments) throws Exception {
        String page = new TraceAtScale().run();
        System.out.println(page);
        String file = System.getProperty("report");
        if (file != null) {
            Files.writeString(Path.of(file), page);
        }
        System.exit(0);
    }

    private String run() throws Exception {
        try (Store fewCases = new Store();
                Store manyCases = new Store();
                TimedService one = TimedService.start(fewCases);
                TimedService other = TimedService.start(manyCases)) {
            String walked = walkedCase(one);
            String same = walkedCase(other);
            String verified = verified(other);
            new ManyCases(one.jdbc(), walked).add(few);
            new ManyCases(other.jdbc(), same).add(many);
            StringBuilder lines = new StringBuilder();
            for (View view : View.all()) {
                lines.append(compare(view, one, walked, other, same));
            }
            lines.append(compare(
                    new View("who looked, %,d times".formatted(looks), "/looks"),
                    one,
                    looked(one),
                    other,
                    looked(other)));
            return page(other, same, verified, lines);
        }
    }

    /** A case from its concern to its end, and where it was sealed and signed. */
    private static String walkedCase(TimedService service) {
        String reference = new RandomWalk(
                        service.part(Procedures.class),
                        service.part(DueWork.class),
                        service.part(ServiceClock.class),
                        SEED)
                .walk();
        seal(service);
        return reference;
    }

    private static void seal(TimedService service) {
        Seals seals = service.part(Seals.class);
        while (seals.seal() > 0) {
            // Goes on until nothing waits.
        }
        seals.sign();
    }

    /** A case at which somebody looked often. */
    private String looked(TimedService service) {
        String reference = walkedCase(service);
        var viewer = new Viewer(AUDITOR, AUDITOR, "wales", Set.of());
        CaseAccess access = service.part(CaseAccess.class);
        for (int i = 0; i < looks; i++) {
            access.open(viewer, reference, Look.CASE);
        }
        seal(service);
        return reference;
    }

    private String verified(TimedService service) throws Exception {
        record(service);
        seal(service);
        Ledger ledger = service.part(Ledger.class);
        long began = System.nanoTime();
        ExecutorService threads = Executors.newFixedThreadPool(2);
        List<Future<Boolean>> checks = IntStream.range(0, chains)
                .mapToObj(chain ->
                        threads.submit(() -> ledger.verify(reference(chain)).sound()))
                .toList();
        for (Future<Boolean> check : checks) {
            if (!check.get()) {
                throw new IllegalStateException("a chain that nobody touched is not sound");
            }
        }
        threads.shutdown();
        return "%,d sealed entries of %,d chains, each hash computed again and compared with its sealed leaf, two threads: %.1f s."
                .formatted((long) chains * ENTRIES, chains, (System.nanoTime() - began) / 1e9);
    }

    private void record(TimedService service) {
        Ledger ledger = service.part(Ledger.class);
        var transaction = new TransactionTemplate(service.part(PlatformTransactionManager.class));
        Actor actor = new Actor("front-door.W06000015", "front-door", "W06000015");
        Subject subject = new Subject("section-130-report", 1, "userTask_takeReport", "4711");
        Instant at = service.part(ServiceClock.class).instant();
        for (int chain = 0; chain < chains; chain++) {
            String reference = reference(chain);
            transaction.executeWithoutResult(tx -> IntStream.range(0, ENTRIES)
                    .forEach(entry -> ledger.append(new Happening(
                            reference,
                            at.plusSeconds(entry),
                            actor,
                            "answers-submitted",
                            subject,
                            Map.of("step", entry, "text", "Galwodd yr ysgol – ŵ ŷ".repeat(10))))));
        }
    }

    private static String reference(int chain) {
        return "BEN-2027-%06d".formatted(chain);
    }

    private String compare(View view, TimedService one, String walked, TimedService other, String same) {
        Runnable fromOne = one.page(AUDITOR, "/records/" + walked + view.path());
        Runnable fromOther = other.page(AUDITOR, "/records/" + same + view.path());
        for (int i = 0; i < WARM_UP; i++) {
            fromOne.run();
            fromOther.run();
        }
        Timings small = new Timings();
        Timings large = new Timings();
        for (int i = 0; i < requests; i++) {
            small.time(fromOne);
            large.time(fromOther);
        }
        return "| %s | %.1f ms | %.1f ms | %.1f ms | %.1f ms | %.2f | %.2f |%n"
                .formatted(
                        view.name(),
                        small.millis(0.5),
                        small.millis(0.95),
                        large.millis(0.5),
                        large.millis(0.95),
                        large.millis(0.5) / small.millis(0.5),
                        large.millis(0.95) / small.millis(0.95));
    }

    private String page(TimedService other, String walked, String verified, StringBuilder lines) {
        long entries = other.part(Ledger.class).verify(walked).soundEntries();
        long rows = other.jdbc().queryForObject("SELECT count(*) FROM ledger_entry", Long.class);
        return """
                # The trace with many cases

                Server time of an auditor's whole pages over HTTP, %d requests of each, on one case of %d entries that was walked from its
                concern to its end. Two services with a PostgreSQL database each run at once, one with %,d other cases and one with
                %,d (%,d entries), and their requests take turns. The other cases are copies of the rows of the first entries of the
                walked one. Each page recomputes the chain of its case, and opening it is itself recorded.

                | Page | p50 few | p95 few | p50 many | p95 many | ratio of p50 | ratio of p95 |
                |---|---|---|---|---|---|---|
                %s
                Verification: %s

                Two shared cores, %s, Java %s.
                """
                .formatted(
                        requests,
                        entries,
                        few,
                        many,
                        rows,
                        lines,
                        verified,
                        System.getProperty("os.name"),
                        Runtime.version().feature());
    }

    /** A page of a case's record, by the end of its address. */
    private record View(String name, String path) {

        static List<View> all() {
            return List.of(
                    new View("chronology", ""),
                    new View("an entry and its proof", "/entries/20"),
                    new View("dates", "/dates"),
                    new View("statutory rules", "/rules"),
                    new View("diagrams at the end", "/moment"),
                    new View("who looked", "/looks"));
        }
    }
}
