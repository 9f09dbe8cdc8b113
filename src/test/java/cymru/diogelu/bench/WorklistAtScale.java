package cymru.diogelu.bench;

import cymru.diogelu.DiogeluApplication;
import cymru.diogelu.access.Viewer;
import cymru.diogelu.agencies.Agencies;
import cymru.diogelu.agencies.Authority;
import cymru.diogelu.api.UsualAnswers;
import cymru.diogelu.procedures.Procedures;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;

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
                Service few = Service.start(fewTasks);
                Service full = Service.start(manyTasks)) {
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

    private static void prepare(Service service) {
        service.openCases(FEW, AUTHORITIES);
        service.letSomeBeOverdue();
        service.takeTasks(TAKEN);
    }

    /** Times a page of both, in turn; tells the line of the table. */
    private String compare(View view, Service few, Service full) {
        Timings one = new Timings();
        Timings other = new Timings();
        Runnable fromFew = few.request(view);
        Runnable fromFull = full.request(view);
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
                    new View("my team's tasks", Service.MEMBER, "/worklist"),
                    new View("overdue ones", Service.MEMBER, "/worklist?show=overdue"),
                    new View("my own tasks", Service.MEMBER, "/worklist?whose=mine"),
                    new View("those of all teams that I lead", Service.LEAD, "/worklist?whose=led"),
                    new View("a task", Service.MEMBER, null));
        }
    }

    /** A whole service, and somebody signed in at a browser for each person. */
    private static final class Service implements AutoCloseable {

        static final String MEMBER = "education.W06000015";
        static final String LEAD = "team-manager.W06000015";

        private static final Pattern TASK = Pattern.compile("href=\"(/tasks/[0-9a-zA-Z-]+)\"");

        private final ConfigurableApplicationContext context;
        private final JdbcTemplate jdbc;
        private final Map<String, Visitor> visitors = new HashMap<>();

        private Service(ConfigurableApplicationContext context, Store store) {
            this.context = context;
            this.jdbc = new JdbcTemplate(store.counted());
        }

        static Service start(Store store) {
            return new Service(
                    new SpringApplicationBuilder(DiogeluApplication.class)
                            .initializers(starting -> ((GenericApplicationContext) starting)
                                    .registerBean("dataSource", DataSource.class, store::counted))
                            .run(
                                    "--server.port=0",
                                    "--diogelu.demo.password=test",
                                    "--diogelu.demo.clock=2027-04-19T10:00:00+01:00",
                                    "--diogelu.drafts.key-file=",
                                    "--logging.level.root=warn",
                                    "--spring.main.banner-mode=off"),
                    store);
        }

        void openCases(int enough, int authorities) {
            Procedures procedures = context.getBean(Procedures.class);
            List<String> codes = Stream.concat(
                            Stream.of("W06000015"),
                            context.getBean(Agencies.class).authorities().stream()
                                    .map(Authority::gss))
                    .distinct()
                    .limit(authorities)
                    .toList();
            for (int i = 0; tasks() < enough; i++) {
                String gss = codes.get(i % authorities);
                String school = "education." + gss;
                var viewer = new Viewer(school, "education", gss, Set.of(school));
                procedures.open(viewer, UsualAnswers.concernWithChild("locatedLaCode", gss), null);
            }
        }

        /** Puts half of the dates some days back, whichever the hash of the id picks. */
        void letSomeBeOverdue() {
            jdbc.update("UPDATE act_ru_task SET due_date_ = due_date_ - interval '5 days'"
                    + " WHERE md5(id_) < '9' AND due_date_ < timestamp '2100-01-01'");
        }

        void takeTasks(int number) {
            Procedures procedures = context.getBean(Procedures.class);
            var viewer = new Viewer(MEMBER, "education", "W06000015", Set.of(MEMBER));
            jdbc.queryForList("SELECT id_ FROM act_ru_task WHERE owner_ = ? LIMIT ?", String.class, MEMBER, number)
                    .forEach(task -> procedures.claim(viewer, task));
        }

        /** Copies rows until there are enough, with other ids and with dates of their own; nothing else tells them apart. */
        void copyTasks(int enough) {
            String columns = String.join(
                    ", ",
                    jdbc.queryForList(
                            "SELECT column_name FROM information_schema.columns WHERE table_name = 'act_ru_task'"
                                    + " AND column_name NOT IN ('id_', 'due_date_') ORDER BY ordinal_position",
                            String.class));
            int copies = (int) ((enough - 1) / tasks());
            jdbc.update(
                    "INSERT INTO act_ru_task (id_, due_date_, " + columns
                            + ") SELECT id_ || '-' || n, due_date_ + n * interval '1 minute', " + columns
                            + " FROM act_ru_task, generate_series(1, ?) n",
                    copies);
            jdbc.execute("VACUUM ANALYZE act_ru_task");
        }

        long tasks() {
            return Objects.requireNonNull(jdbc.queryForObject("SELECT count(*) FROM act_ru_task", Long.class));
        }

        Runnable request(View view) {
            Visitor visitor = visitors.computeIfAbsent(view.user(), user -> Visitor.signIn(address(), user));
            if (view.path() == null) {
                String task = firstTask(visitor);
                return () -> visitor.get(task);
            }
            if (!visitor.get(view.path()).contains("after=")) {
                throw new IllegalStateException(view.path() + " does not fill a page");
            }
            return () -> visitor.get(view.path());
        }

        @Override
        public void close() {
            context.close();
        }

        private String address() {
            return "http://127.0.0.1:"
                    + Objects.requireNonNull(((WebServerApplicationContext) context).getWebServer())
                            .getPort();
        }

        private static String firstTask(Visitor visitor) {
            Matcher task = TASK.matcher(visitor.get("/worklist"));
            if (!task.find()) {
                throw new IllegalStateException("the worklist is empty");
            }
            return task.group(1);
        }
    }

    /** Somebody who is signed in and only reads. */
    private static final class Visitor {

        private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");

        private final HttpClient browser =
                HttpClient.newBuilder().cookieHandler(new CookieManager()).build();
        private final String address;

        private Visitor(String address) {
            this.address = address;
        }

        static Visitor signIn(String address, String user) {
            Visitor visitor = new Visitor(address);
            Matcher token = TOKEN.matcher(visitor.get("/sign-in"));
            if (!token.find()) {
                throw new IllegalStateException("the sign-in page holds no token");
            }
            visitor.send(visitor.request("/sign-in")
                    .header("Content-Type", "application/x-www-form-urlencoded")
                    .POST(BodyPublishers.ofString("username=" + user + "&password=test&_csrf="
                            + URLEncoder.encode(token.group(1), StandardCharsets.UTF_8))));
            return visitor;
        }

        String get(String path) {
            HttpResponse<String> answer = send(request(path));
            if (answer.statusCode() != 200) {
                throw new IllegalStateException(path + " answered " + answer.statusCode());
            }
            return answer.body();
        }

        private HttpRequest.Builder request(String path) {
            return HttpRequest.newBuilder(URI.create(address + path));
        }

        private HttpResponse<String> send(HttpRequest.Builder request) {
            try {
                return browser.send(request.build(), BodyHandlers.ofString());
            } catch (IOException broken) {
                throw new UncheckedIOException(broken);
            } catch (InterruptedException stopped) {
                throw new IllegalStateException(stopped);
            }
        }
    }
}
