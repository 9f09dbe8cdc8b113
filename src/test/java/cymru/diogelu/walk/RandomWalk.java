package cymru.diogelu.walk;

import cymru.diogelu.access.Viewer;
import cymru.diogelu.agencies.Group;
import cymru.diogelu.deadlines.ServiceClock;
import cymru.diogelu.designer.AnyAnswers;
import cymru.diogelu.forms.Form;
import cymru.diogelu.procedures.DueWork;
import cymru.diogelu.procedures.OpenTask;
import cymru.diogelu.procedures.Procedures;
import cymru.diogelu.procedures.TaskDetail;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.function.Consumer;

/** Walks one case through the real procedures: random answers, random order, time passing now and then. */
public final class RandomWalk {

    private static final int ENOUGH = 400;

    private final Procedures procedures;
    private final DueWork dueWork;
    private final ServiceClock clock;
    private final Random random;
    private final AnyAnswers generator;
    private Consumer<String> watcher = reference -> {};

    public RandomWalk(Procedures procedures, DueWork dueWork, ServiceClock clock, long seed) {
        this.procedures = procedures;
        this.dueWork = dueWork;
        this.clock = clock;
        this.random = new Random(seed);
        this.generator = new AnyAnswers(random);
    }

    /** Has somebody look at the case, by its reference, after each step. */
    public RandomWalk watchedBy(Consumer<String> onlooker) {
        watcher = onlooker;
        return this;
    }

    /** Walks a new case to its end and returns its reference. */
    public String walk() {
        String reference = open();
        if (ended(reference, ENOUGH)) {
            return reference;
        }
        throw new AssertionError("case %s has not ended after %d steps: %s"
                .formatted(reference, ENOUGH, procedures.tasksOfCase(reference)));
    }

    /** Walks a case that is open to its end. */
    public void goOn(String reference) {
        if (!ended(reference, ENOUGH)) {
            throw new AssertionError(
                    "case %s has not ended: %s".formatted(reference, procedures.tasksOfCase(reference)));
        }
    }

    /** Walks a new case so many steps, unless it ends before, and returns its reference. */
    public String walk(int steps) {
        String reference = open();
        ended(reference, steps);
        return reference;
    }

    private String open() {
        Form concern = procedures.form("concern").orElseThrow();
        Map<String, Object> answers = generator.answers(concern, Map.of(), clock.instant());
        return procedures.open(viewer("education.W06000015"), answers, null).get(0);
    }

    private boolean ended(String reference, int steps) {
        for (int step = 0; step < steps; step++) {
            watcher.accept(reference);
            List<OpenTask> open = procedures.tasksOfCase(reference);
            if (open.isEmpty()) {
                if (dueWork.advanceTo(clock.instant().plus(Duration.ofDays(30))) == 0) {
                    return true;
                }
                continue;
            }
            if (random.nextInt(12) == 0) {
                dueWork.advanceTo(clock.instant().plus(Duration.ofHours(1 + random.nextInt(72))));
            } else {
                answer(open.get(random.nextInt(open.size())));
            }
        }
        return false;
    }

    private void answer(OpenTask task) {
        Viewer viewer = viewer(task.group());
        TaskDetail detail = procedures.task(viewer, task.id());
        procedures.submit(viewer, task.id(), generator.answers(detail.form(), detail.facts(), clock.instant()));
    }

    private static Viewer viewer(String group) {
        Group parsed = Group.parse(group);
        return new Viewer(group, parsed.role(), parsed.place(), Set.of(group));
    }
}
