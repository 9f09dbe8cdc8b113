package cymru.diogelu.bench;

import cymru.diogelu.DiogeluApplication;
import cymru.diogelu.access.Viewer;
import cymru.diogelu.agencies.Agencies;
import cymru.diogelu.agencies.Authority;
import cymru.diogelu.api.UsualAnswers;
import cymru.diogelu.procedures.Procedures;
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

/** A whole service, and somebody signed in at a browser for each person. */
final class TimedService implements AutoCloseable {

    static final String MEMBER = "education.W06000015";
    static final String LEAD = "team-manager.W06000015";

    private static final Pattern TASK = Pattern.compile("href=\"(/tasks/[0-9a-zA-Z-]+)\"");

    private final ConfigurableApplicationContext context;
    private final JdbcTemplate jdbc;
    private final Map<String, Visitor> visitors = new HashMap<>();

    private TimedService(ConfigurableApplicationContext context, Store store) {
        this.context = context;
        this.jdbc = new JdbcTemplate(store.counted());
    }

    static TimedService start(Store store) {
        return new TimedService(
                new SpringApplicationBuilder(DiogeluApplication.class)
                        .initializers(starting -> ((GenericApplicationContext) starting)
                                .registerBean("dataSource", DataSource.class, store::counted))
                        .run(
                                "--server.port=0",
                                "--diogelu.demo.password=test",
                                "--diogelu.demo.clock=2027-04-19T10:00:00+01:00",
                                "--diogelu.drafts.key-file=",
                                "--diogelu.ledger.master-key-file=",
                                "--diogelu.ledger.signing-key-file=",
                                "--diogelu.ledger.heads-file=",
                                "--logging.level.root=warn",
                                "--spring.main.banner-mode=off"),
                store);
    }

    void openCases(int enough, int authorities) {
        Procedures procedures = context.getBean(Procedures.class);
        List<String> codes = Stream.concat(
                        Stream.of("W06000015"),
                        context.getBean(Agencies.class).authorities().stream().map(Authority::gss))
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

    /** @param path a list that fills a page, or null for the first task on the person's list */
    Runnable request(String person, @Nullable String path) {
        Visitor visitor = visitors.computeIfAbsent(person, user -> Visitor.signIn(address(), user));
        if (path == null) {
            String task = firstTask(visitor);
            return () -> visitor.get(task);
        }
        if (!visitor.get(path).contains("after=")) {
            throw new IllegalStateException(path + " does not fill a page");
        }
        return () -> visitor.get(path);
    }

    /** A page that is asked for by its address alone. */
    Runnable page(String person, String path) {
        Visitor visitor = visitors.computeIfAbsent(person, user -> Visitor.signIn(address(), user));
        return () -> visitor.get(path);
    }

    <T> T part(Class<T> type) {
        return context.getBean(type);
    }

    JdbcTemplate jdbc() {
        return jdbc;
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
