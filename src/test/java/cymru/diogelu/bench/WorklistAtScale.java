package cymru.diogelu.bench;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Times the worklist and the task page as a browser gets them, with a thousand and with a hundred thousand open tasks.
 * Two services with a PostgreSQL database each stand in one program, and their requests take turns, so that a busy
 * machine slows both. The first thousand belong to real cases; the others are copies of their rows in the engine's table
 * of tasks, which is all that a worklist reads. Run on demand, see docs/figures/README.md; options are system properties:
 * {@code requests} for each page, {@code tasks}, {@code report} (a file).
 */
public final class WorklistAtScale {

    private static final int FEW = 1_000;

    /** So many authorities share the few tasks that each team's list fills a page. */
    private static final int AUTHORITIES = 2;

    /** More than a page of the list holds. */
    private static final int TAKEN = 60;

    /** Rounds before anything counts: a program that still learns would make the second half look quicker. */
    private static final int WARM_UP = 6;

    private final int requests = Integer.getInteger("requests", 300);
    private final int many = Integer.getInteger("tasks", 100_000);

    public static void main(String[] arguments) throws Exception {
        String page = new WorklistAtScale().run();
        System.out.println(page);
        String file = System.getProperty("report");
        if (file != null) {
            Files.writeString(Path.of(file), page);
        }
        System.exit(0);
    }

    private String run() {
        try (Store fewTasks = new Store();
                Store manyTasks = new Store();
                TimedService few = TimedService.start(fewTasks);
                TimedService full = TimedService.start(manyTasks)) {
            prepare(few);
            prepare(full);
            full.copyTasks(many);
            List<View> views = View.all();
            for (int round = 0; round < WARM_UP; round++) {
                views.forEach(view -> compare(view, few, full));
            }
            StringBuilder lines = new StringBuilder();
            views.forEach(view -> lines.append(compare(view, few, full)));
            return page(few.tasks(), full.tasks(), lines);
        }
    }

    private static void prepare(TimedService service) {
        service.openCases(FEW, AUTHORITIES);
        service.letSomeBeOverdue();
        service.takeTasks(TAKEN);
    }

    /** Times a page of both, in turn; tells the line of the table. */
    private String compare(View view, TimedService few, TimedService full) {
        Timings one = new Timings();
        Timings other = new Timings();
        Runnable fromFew = few.request(view.user(), view.path());
        Runnable fromFull = full.request(view.user(), view.path());
        for (int i = 0; i < requests; i++) {
            one.time(fromFew);
            other.time(fromFull);
        }
        return "| %s | %.1f ms | %.1f ms | %.1f ms | %.1f ms | %.2f | %.2f |%n"
                .formatted(
                        view.name(),
                        one.millis(0.5),
                        one.millis(0.95),
                        other.millis(0.5),
                        other.millis(0.95),
                        other.millis(0.5) / one.millis(0.5),
                        other.millis(0.95) / one.millis(0.95));
    }

    private String page(long few, long full, StringBuilder lines) {
        return """
                # The worklist with many tasks

                Server time of whole pages over HTTP, %d requests of each. Two services with a PostgreSQL database each run at once, one with
                %,d open tasks and one with %,d, and their requests take turns. Every list is longer than the page of it that is shown.

                | Page | p50 few | p95 few | p50 many | p95 many | ratio of p50 | ratio of p95 |
                |---|---|---|---|---|---|---|
                %s
                Two shared cores, %s, Java %s.
                """
                .formatted(
                        requests,
                        few,
                        full,
                        lines,
                        System.getProperty("os.name"),
                        Runtime.version().feature());
    }

    /**
     * A page that is timed.
     *
     * @param path null for the first task on the person's list
     */
    private record View(String name, String user, @Nullable String path) {

        static List<View> all() {
            return List.of(
                    new View("my team's tasks", TimedService.MEMBER, "/worklist"),
                    new View("overdue ones", TimedService.MEMBER, "/worklist?show=overdue"),
                    new View("my own tasks", TimedService.MEMBER, "/worklist?whose=mine"),
                    new View("those of all teams that I lead", TimedService.LEAD, "/worklist?whose=led"),
                    new View("a task", TimedService.MEMBER, null));
        }
    }
}
