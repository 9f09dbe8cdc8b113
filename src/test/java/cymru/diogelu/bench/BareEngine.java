package cymru.diogelu.bench;

import cymru.diogelu.bench.Story.Answered;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Date;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.camunda.bpm.engine.impl.bpmn.behavior.UserTaskActivityBehavior;
import org.camunda.bpm.engine.impl.bpmn.parser.AbstractBpmnParseListener;
import org.camunda.bpm.engine.impl.cfg.StandaloneProcessEngineConfiguration;
import org.camunda.bpm.engine.impl.persistence.entity.ProcessDefinitionEntity;
import org.camunda.bpm.engine.impl.pvm.process.ActivityImpl;
import org.camunda.bpm.engine.impl.pvm.process.ScopeImpl;
import org.camunda.bpm.engine.impl.util.xml.Element;

/**
 * The engine as it comes: its own configuration with full history, the same models, answers as process variables. What
 * the models ask of Java is answered from values made once, so that nothing of ours costs it anything.
 */
final class BareEngine implements Side {

    private final Store store;
    private final Story story;
    private final ProcessEngine engine;
    private final AtomicInteger number = new AtomicInteger();
    private final ThreadLocal<Map<String, Deque<String>>> open = ThreadLocal.withInitial(HashMap::new);

    BareEngine(Store store, Story story, Instant now) {
        this.store = store;
        this.story = story;
        var configuration = new StandaloneProcessEngineConfiguration();
        configuration.setProcessEngineName("bare");
        configuration.setDataSource(store.counted());
        configuration.setDatabaseSchemaUpdate("true");
        configuration.setHistory("full");
        configuration.setBeans(Map.of(
                "deadline",
                new FixedDates(now),
                "group",
                new FixedGroups(),
                "remindBeforeLimit",
                (TaskListener) task -> {},
                "extendLimit",
                (JavaDelegate) execution -> {}));
        configuration.setCustomPreBPMNParseListeners(List.of(new TellsOpenTasks()));
        this.engine = configuration.buildProcessEngine();
        deploy();
    }

    private void deploy() {
        var deployment = engine.getRepositoryService().createDeployment().name("procedures");
        try (Stream<Path> files = Stream.concat(Files.walk(Path.of("processes")), Files.walk(Path.of("forms")))) {
            for (Path file : files.filter(BareEngine::isModel).sorted().toList()) {
                deployment.addString(file.toString(), Files.readString(file));
            }
        } catch (IOException unreadable) {
            throw new java.io.UncheckedIOException(unreadable);
        }
        deployment.deploy();
    }

    private static boolean isModel(Path file) {
        return Stream.of(".bpmn", ".dmn", ".form")
                .anyMatch(ending -> file.toString().endsWith(ending));
    }

    @Override
    public String name() {
        return "bare engine";
    }

    @Override
    public Store store() {
        return store;
    }

    @Override
    public void walk(Timings timings) {
        open.get().clear();
        String reference = "DGL-2027-%06d".formatted(number.incrementAndGet());
        timings.time(() -> engine.getRuntimeService()
                .startProcessInstanceByKey(
                        "safeguarding-case", reference, story.concern().variables()));
        for (Answered step : story.steps()) {
            String task = waiting(step.step()).remove();
            timings.time(() -> engine.getTaskService().complete(task, step.variables()));
        }
        if (open.get().values().stream().anyMatch(left -> !left.isEmpty())) {
            throw new IllegalStateException("the case has not ended; open are " + open.get());
        }
    }

    private Deque<String> waiting(String step) {
        return open.get().computeIfAbsent(step, key -> new ArrayDeque<>());
    }

    /** @throws IllegalStateException when a case is still running, for then both sides did not do the same work */
    void requireAllEnded() {
        long running = engine.getRuntimeService().createProcessInstanceQuery().count();
        if (running > 0) {
            throw new IllegalStateException(running + " process instances have not ended");
        }
    }

    @Override
    public void close() {
        engine.close();
    }

    /** Tells the walker the ids of new tasks without a query, which would count against this side. */
    private final class TellsOpenTasks extends AbstractBpmnParseListener {

        @Override
        public void parseUserTask(Element element, ScopeImpl scope, ActivityImpl activity) {
            var definition = ((UserTaskActivityBehavior) activity.getActivityBehavior()).getTaskDefinition();
            String process = ((ProcessDefinitionEntity) activity.getProcessDefinition()).getKey();
            definition.addBuiltInTaskListener(
                    TaskListener.EVENTNAME_CREATE,
                    task -> waiting(process + "/" + task.getTaskDefinitionKey()).add(task.getId()));
            definition.addBuiltInTaskListener(
                    TaskListener.EVENTNAME_DELETE,
                    task -> waiting(process + "/" + task.getTaskDefinitionKey()).remove(task.getId()));
        }
    }

    /** Stands in for the dates that we reckon by provision. */
    public static final class FixedDates {

        private static final long DAY = 24 * 60 * 60 * 1000L;
        private final Date due;
        private final Date reminder;

        FixedDates(Instant now) {
            this.due = new Date(now.toEpochMilli() + 10 * DAY);
            this.reminder = new Date(now.toEpochMilli() + 8 * DAY);
        }

        public Date due(String provision) {
            return due;
        }

        public Date reminder(String provision, long number) {
            return reminder;
        }

        public Date extended() {
            return due;
        }
    }

    /** Stands in for the candidate groups that we find by role and place. */
    public static final class FixedGroups {

        private final Map<String, String> byRole = new java.util.concurrent.ConcurrentHashMap<>();

        public String named(String role) {
            return byRole.computeIfAbsent(role, key -> key + ".W06000015");
        }

        public String from(String role) {
            return named(role);
        }

        public String reporter() {
            return "education.W06000015";
        }

        public String escalation(long step) {
            return "team-manager.W06000015";
        }
    }
}
