package cymru.diogelu.bench;

import cymru.diogelu.DiogeluApplication;
import cymru.diogelu.access.Viewer;
import cymru.diogelu.agencies.Agencies;
import cymru.diogelu.agencies.Authority;
import cymru.diogelu.api.UsualAnswers;
import cymru.diogelu.procedures.Procedures;
import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.sql.DataSource;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Times the worklist and the task page as a browser gets them, with a thousand and with a hundred thousand open tasks on
 * one PostgreSQL. The first thousand belong to real cases; the others are copies of their rows in the engine's table of
 * tasks, which is all that a worklist reads. Run on demand, see docs/figures/README.md; options are system properties:
 * {@code requests} for each page, {@code tasks}, {@code report} (a file).
 */
public final class WorklistAtScale {

    private static final int FEW = 1_000;

    /** Rounds before anything counts: a program that still learns would make the second half look quicker. */
    private static final int WARM_UP = 6;

    private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");
    private static final Pattern TASK = Pattern.compile("href=\"(/tasks/[0-9a-zA-Z-]+)\"");

    private final int requests = Integer.getInteger("requests", 300);
    private final int many = Integer.getInteger("tasks", 100_000);
    private final ConfigurableApplicationContext service;
    private final JdbcTemplate jdbc;
    private final HttpClient browser =
            HttpClient.newBuilder().cookieHandler(new CookieManager()).build();
    private final String address;

    private WorklistAtScale(ConfigurableApplicationContext service, Store store) {
        this.service = service;
        this.jdbc = new JdbcTemplate(store.counted());
        this.address = "http://127.0.0.1:"
                + ((WebServerApplicationContext) service).getWebServer().getPort();
    }

    public static void main(String[] arguments) throws Exception {
        try (Store store = new Store()) {
            ConfigurableApplicationContext service = new SpringApplicationBuilder(DiogeluApplication.class)
                    .initializers(starting -> ((GenericApplicationContext) starting)
                            .registerBean("dataSource", DataSource.class, store::counted))
                    .run(
                            "--server.port=0",
                            "--diogelu.demo.password=test",
                            "--diogelu.demo.clock=2027-04-19T10:00:00+01:00",
                            "--diogelu.drafts.key-file=",
                            "--logging.level.root=warn",
                            "--spring.main.banner-mode=off");
            String page = new WorklistAtScale(service, store).run();
            System.out.println(page);
            String file = System.getProperty("report");
            if (file != null) {
                Files.writeString(Path.of(file), page);
            }
        }
        System.exit(0);
    }

    private String run() throws Exception {
        openCases();
        signIn();
        String task = firstTask();
        List<String> pages = List.of("/worklist", "/worklist?show=overdue", "/worklist?whose=mine", task);
        for (int round = 0; round < WARM_UP; round++) {
            timeAll(pages);
        }
        Map<String, Timings> before = timeAll(pages);
        long few = tasks();
        copyTasks();
        timeAll(pages);
        Map<String, Timings> after = timeAll(pages);
        return page(pages, before, few, after, tasks());
    }

    private Map<String, Timings> timeAll(List<String> pages) {
        Map<String, Timings> timings = new java.util.LinkedHashMap<>();
        for (String page : pages) {
            timings.put(page, time(page, new Timings()));
        }
        return timings;
    }

    private Timings time(String page, Timings timings) {
        for (int i = 0; i < requests; i++) {
            timings.time(() -> get(page));
        }
        return timings;
    }

    private void openCases() {
        Procedures procedures = service.getBean(Procedures.class);
        List<Authority> authorities =
                new ArrayList<>(service.getBean(Agencies.class).authorities());
        for (int i = 0; tasks() < FEW; i++) {
            String gss = authorities.get(i % authorities.size()).gss();
            String school = "education." + gss;
            var viewer = new Viewer(school, "education", gss, Set.of(school));
            procedures.open(viewer, UsualAnswers.concernWithChild("locatedLaCode", gss), null);
        }
    }

    /** Copies rows until there are enough, with other ids and with dates of their own; nothing else tells them apart. */
    private void copyTasks() {
        String columns = String.join(
                ", ",
                jdbc.queryForList(
                        "SELECT column_name FROM information_schema.columns WHERE table_name = 'act_ru_task'"
                                + " AND column_name NOT IN ('id_', 'due_date_') ORDER BY ordinal_position",
                        String.class));
        int copies = (int) ((many - 1) / tasks());
        jdbc.update(
                "INSERT INTO act_ru_task (id_, due_date_, " + columns
                        + ") SELECT id_ || '-' || n, due_date_ + n * interval '1 minute', " + columns
                        + " FROM act_ru_task, generate_series(1, ?) n",
                copies);
        jdbc.execute("ANALYZE act_ru_task");
    }

    private long tasks() {
        return java.util.Objects.requireNonNull(jdbc.queryForObject("SELECT count(*) FROM act_ru_task", Long.class));
    }

    private void signIn() throws IOException, InterruptedException {
        Matcher token = TOKEN.matcher(get("/sign-in"));
        if (!token.find()) {
            throw new IllegalStateException("the sign-in page holds no token");
        }
        String form = "username=education.W06000015&password=test&_csrf="
                + URLEncoder.encode(token.group(1), StandardCharsets.UTF_8);
        browser.send(
                HttpRequest.newBuilder(URI.create(address + "/sign-in"))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(HttpRequest.BodyPublishers.ofString(form))
                        .build(),
                BodyHandlers.discarding());
    }

    private String firstTask() {
        Matcher task = TASK.matcher(get("/worklist"));
        if (!task.find()) {
            throw new IllegalStateException("the worklist is empty");
        }
        return task.group(1);
    }

    private String get(String path) {
        try {
            var answer = browser.send(
                    HttpRequest.newBuilder(URI.create(address + path)).build(), BodyHandlers.ofString());
            if (answer.statusCode() != 200) {
                throw new IllegalStateException(path + " answered " + answer.statusCode());
            }
            return answer.body();
        } catch (IOException | InterruptedException broken) {
            throw new IllegalStateException(broken);
        }
    }

    private String page(
            List<String> pages, Map<String, Timings> before, long few, Map<String, Timings> after, long enough) {
        StringBuilder page = new StringBuilder(
                """
                # The worklist with many tasks

                Server time of whole pages over HTTP on one PostgreSQL, %d requests of each, one after the other, in one run: first with
                %,d open tasks, then with %,d. Ratio is p95 with many to p95 with few.

                | Page | p50 few | p95 few | p50 many | p95 many | ratio of p95 |
                |---|---|---|---|---|---|
                """
                        .formatted(requests, few, enough));
        for (String path : pages) {
            Timings one = java.util.Objects.requireNonNull(before.get(path));
            Timings other = java.util.Objects.requireNonNull(after.get(path));
            page.append("| %s | %.1f ms | %.1f ms | %.1f ms | %.1f ms | %.2f |%n"
                    .formatted(
                            path.startsWith("/tasks") ? "a task" : "`" + path + "`",
                            one.millis(0.5),
                            one.millis(0.95),
                            other.millis(0.5),
                            other.millis(0.95),
                            other.millis(0.95) / one.millis(0.95)));
        }
        return page.append("%nTwo shared cores, %s, Java %s.%n"
                        .formatted(
                                System.getProperty("os.name"), Runtime.version().feature()))
                .toString();
    }
}
