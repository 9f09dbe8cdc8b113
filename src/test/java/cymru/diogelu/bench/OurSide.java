package cymru.diogelu.bench;

import cymru.diogelu.DiogeluApplication;
import cymru.diogelu.access.Viewer;
import cymru.diogelu.bench.Story.Answered;
import cymru.diogelu.cases.Cases;
import cymru.diogelu.deadlines.ServiceClock;
import cymru.diogelu.procedures.OpenTask;
import cymru.diogelu.procedures.Procedures;
import cymru.diogelu.procedures.Receipt;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;

/** The whole program below its web pages: judged, recorded, routed. */
final class OurSide implements Side {

    private final Store store;
    private final ConfigurableApplicationContext context;
    private final Procedures procedures;
    private final Story story;

    OurSide(Store store, Instant now) {
        this.store = store;
        this.context = new SpringApplicationBuilder(DiogeluApplication.class)
                .initializers(starting -> ((GenericApplicationContext) starting)
                        .registerBean("dataSource", DataSource.class, store::counted))
                .run(
                        "--server.port=0",
                        "--diogelu.demonstration=false",
                        "--diogelu.clock=standing",
                        "--logging.level.root=warn",
                        "--spring.main.banner-mode=off");
        context.getBean(ServiceClock.class).standAt(now);
        this.procedures = context.getBean(Procedures.class);
        var usual = new UsualAnswers(Path.of("processes/scenarios/answers"));
        this.story = new StoryTeller(procedures, context.getBean(Cases.class), usual, now).tell();
    }

    Story story() {
        return story;
    }

    @Override
    public String name() {
        return "procedures.submit";
    }

    @Override
    public Store store() {
        return store;
    }

    @Override
    public void walk(Timings timings) {
        var walk = new Walk();
        timings.time(walk::open);
        for (Answered step : story.steps()) {
            timings.time(() -> walk.submit(step));
        }
        if (!walk.ended) {
            throw new IllegalStateException("the case has not ended");
        }
    }

    @Override
    public void close() {
        context.close();
    }

    /** One case; it learns what to answer next from the receipt of the last answer, as a page does. */
    private final class Walk {

        private List<Receipt.Next> open = List.of();
        private boolean ended;

        void open() {
            Viewer reporter = StoryTeller.viewer(story.reporter());
            String key = UUID.randomUUID().toString();
            String reference =
                    procedures.open(reporter, story.concern().answers(), key).get(0);
            open = procedures.tasksOfCase(reference).stream().map(Walk::next).toList();
        }

        void submit(Answered step) {
            Receipt.Next task = open.stream()
                    .filter(next -> step.step().equals(next.process() + "/" + next.element()))
                    .findFirst()
                    .orElseThrow();
            Receipt receipt = procedures.submit(StoryTeller.viewer(task.group()), task.id(), step.answers());
            open = receipt.next();
            ended = receipt.ended();
        }

        private static Receipt.Next next(OpenTask task) {
            return new Receipt.Next(
                    task.id(), task.process(), task.version(), task.element(), task.about(), task.group(), task.due());
        }
    }
}
