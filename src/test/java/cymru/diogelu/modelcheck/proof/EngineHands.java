package cymru.diogelu.modelcheck.proof;

import cymru.diogelu.access.Viewer;
import cymru.diogelu.agencies.Group;
import cymru.diogelu.deadlines.ServiceClock;
import cymru.diogelu.procedures.OpenTask;
import cymru.diogelu.procedures.Procedures;
import cymru.diogelu.procedures.TaskDetail;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;

/** Does to cases in the engine what people and time do. */
record EngineHands(Procedures procedures, ServiceClock clock, TaskService tasks, ManagementService jobs) {

    private static final Duration LATER_THAN_ANYTHING = Duration.ofDays(3_000);

    /** How far the clock is moved for one limit at most, so that a walk does not leave the calendar. */
    private static final Duration FURTHEST = Duration.ofDays(60);

    /** Raises a concern and returns the references of its cases. */
    List<String> raise(Map<String, Object> answers) {
        return procedures.open(viewer("education.W06000015"), answers, null);
    }

    TaskDetail detail(EngineCase engine, EngineCase.Waiting task) {
        return procedures.task(asked(engine, task), task.id());
    }

    void submit(EngineCase engine, EngineCase.Waiting task, Map<String, Object> answers) {
        procedures.submit(asked(engine, task), task.id(), answers);
    }

    private Viewer asked(EngineCase engine, EngineCase.Waiting task) {
        return procedures.tasksOfCase(engine.reference()).stream()
                .filter(open -> open.id().equals(task.id()))
                .map(OpenTask::group)
                .map(EngineHands::viewer)
                .findFirst()
                .orElseThrow();
    }

    private static Viewer viewer(String group) {
        Group parsed = Group.parse(group);
        return new Viewer(group, parsed.role(), parsed.place(), Set.of(group));
    }

    /** Runs a timer at its own instant. */
    void run(EngineCase.Timer timer) {
        clock.reach(timer.due());
        jobs.executeJob(timer.id());
    }

    /**
     * Runs a timer whatever its date: at that if the clock has not passed it, and before any other.
     *
     * @param element at which the limit passes
     */
    void runNow(EngineCase engine, EngineCase.Timer timer, String element) {
        if (timer.due().isBefore(clock.instant().plus(FURTHEST))) {
            clock.reach(timer.due());
        }
        engine.tasks().stream()
                .filter(task -> task.run().equals(timer.run()) && task.element().equals(element))
                .forEach(task -> due(task, clock.instant()));
        engine.timers().stream().filter(one -> !one.id().equals(timer.id())).forEach(this::putOff);
        jobs.executeJob(timer.id());
    }

    /**
     * Has whatever is due by now wait, as if its date were another.
     *
     * @param inTime the tasks of which no limit has passed so far, each in its run
     */
    void putOff(EngineCase engine, List<String> inTime) {
        engine.timers().forEach(this::putOff);
        engine.tasks().stream()
                .filter(task -> inTime.contains(task.run() + " " + task.element()))
                .filter(task -> !task.due().isAfter(clock.instant()))
                .forEach(task -> due(task, clock.instant().plus(LATER_THAN_ANYTHING)));
    }

    private void putOff(EngineCase.Timer timer) {
        if (!timer.due().isAfter(clock.instant())) {
            jobs.setJobDuedate(timer.id(), Date.from(clock.instant().plus(LATER_THAN_ANYTHING)));
        }
    }

    private void due(EngineCase.Waiting task, Instant due) {
        Task found = tasks.createTaskQuery().taskId(task.id()).singleResult();
        found.setDueDate(Date.from(due));
        tasks.saveTask(found);
    }
}
