package cymru.diogelu.designer;

import cymru.diogelu.access.Viewer;
import cymru.diogelu.agencies.Group;
import cymru.diogelu.cases.Cases;
import cymru.diogelu.deadlines.ServiceClock;
import cymru.diogelu.designer.Scenario.Finish;
import cymru.diogelu.designer.Scenario.Step;
import cymru.diogelu.designer.Scenario.Submit;
import cymru.diogelu.designer.Scenario.Wait;
import cymru.diogelu.forms.FieldError;
import cymru.diogelu.language.Bilingual;
import cymru.diogelu.ledger.Ledger;
import cymru.diogelu.procedures.AnswersRefused;
import cymru.diogelu.procedures.DueWork;
import cymru.diogelu.procedures.OpenTask;
import cymru.diogelu.procedures.Procedures;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.Period;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Walks one scenario through the real engine and says everything that was not as the story tells. */
final class ScenarioRun {

    private static final int ENOUGH = 300;

    private final Scenario scenario;
    private final Map<String, Map<String, Object>> usual;
    private final Procedures procedures;
    private final Cases cases;
    private final Ledger ledger;
    private final DueWork dueWork;
    private final ServiceClock clock;
    private final List<Bilingual> faults = new ArrayList<>();
    private String reference = "";

    ScenarioRun(
            Scenario scenario,
            Map<String, Map<String, Object>> usual,
            Procedures procedures,
            Cases cases,
            Ledger ledger,
            DueWork dueWork,
            ServiceClock clock) {
        this.scenario = scenario;
        this.usual = usual;
        this.procedures = procedures;
        this.cases = cases;
        this.ledger = ledger;
        this.dueWork = dueWork;
        this.clock = clock;
    }

    /** Runs the story; the clock must stand at its beginning. */
    ToldStory run() {
        int number = 0;
        try {
            faults.addAll(ScenarioNames.unknown(scenario, procedures.elements()));
            reference = procedures
                    .open(viewer(scenario.by()), answers("concern", scenario.concern()), null)
                    .get(0);
            for (Step step : scenario.steps()) {
                number++;
                take(step);
                judge().check(step.expect(), number);
            }
            judge().checkEnd();
        } catch (AnswersRefused refused) {
            faults.add(StoryFaults.at(number, StoryFaults.refused(refused.errors())));
        } catch (StoryStops stops) {
            faults.add(StoryFaults.at(number, stops.why()));
        } catch (RuntimeException fault) {
            // One story that the models cannot carry must not hide what the others found.
            faults.add(StoryFaults.at(number, StoryFaults.cannotGoOn(fault.getMessage())));
        }
        return ToldStory.of(scenario, List.copyOf(faults), judge().entries());
    }

    private ScenarioJudge judge() {
        return new ScenarioJudge(scenario, reference, procedures, cases, ledger, faults);
    }

    private void take(Step step) {
        if (step instanceof Submit submit) {
            OpenTask task = open(submit.task(), submit.about());
            submit(task, submit.by() == null ? task.group() : submit.by(), submit.answers(), submit.refused());
        } else if (step instanceof Wait wait) {
            pass(wait);
        } else if (step instanceof Finish finish) {
            finish(finish);
        }
    }

    private void pass(Wait wait) {
        Instant target = target(wait.length());
        if (target.isBefore(clock.instant())) {
            throw new StoryStops(StoryFaults.past(wait.length(), clock.instant()));
        }
        long failing = dueWork.failing();
        dueWork.advanceTo(target);
        if (dueWork.failing() > failing) {
            throw new StoryStops(StoryFaults.timerFailed(target));
        }
    }

    private void finish(Finish finish) {
        for (int i = 0; i < ENOUGH; i++) {
            List<OpenTask> open = procedures.tasksOfCase(reference);
            if (open.isEmpty()) {
                return;
            }
            OpenTask task = open.get(0);
            submit(task, task.group(), finish.answers().getOrDefault(task.element(), Map.of()), Map.of());
        }
        throw new StoryStops(StoryFaults.endless(ENOUGH, judge().openElements()));
    }

    private void submit(OpenTask task, String by, Map<String, Object> overrides, Map<String, Object> refusal) {
        Viewer viewer = viewer(by);
        String form = procedures.task(viewer(task.group()), task.id()).form().id();
        try {
            procedures.submit(viewer, task.id(), answers(form, overrides));
            if (!refusal.isEmpty()) {
                throw new StoryStops(StoryFaults.accepted(task.element(), form, refusal));
            }
        } catch (AnswersRefused refused) {
            if (!refusal.equals(objections(refused))) {
                throw new StoryStops(StoryFaults.refused(task.element(), form, refused.errors()));
            }
        }
    }

    private static Map<String, Object> objections(AnswersRefused refused) {
        return refused.errors().stream()
                .collect(Collectors.toMap(FieldError::key, FieldError::code, (first, second) -> first));
    }

    private Map<String, Object> answers(String form, Map<String, Object> overrides) {
        Map<String, Object> answers = new HashMap<>(usual.getOrDefault(form, Map.of()));
        overrides.forEach((key, value) -> {
            if (value == null) {
                answers.remove(key);
            } else {
                answers.put(key, value);
            }
        });
        return answers;
    }

    private OpenTask open(String named, @Nullable String about) {
        return procedures.tasksOfCase(reference).stream()
                .filter(task -> ScenarioJudge.is(task, named) && (about == null || about.equals(task.about())))
                .findFirst()
                .orElseThrow(() -> new StoryStops(StoryFaults.noTask(named, about, judge().openElements())));
    }

    private Instant target(String length) {
        if (!length.startsWith("P")) {
            return OffsetDateTime.parse(length).toInstant();
        }
        ZonedDateTime now = clock.instant().atZone(clock.getZone());
        return (length.contains("T") ? now.plus(Duration.parse(length)) : now.plus(Period.parse(length))).toInstant();
    }

    private static Viewer viewer(String group) {
        Group parsed = Group.parse(group);
        return new Viewer(group, parsed.role(), parsed.place(), Set.of(group));
    }

    /** The story cannot go on. */
    private static final class StoryStops extends RuntimeException {
        private static final long serialVersionUID = 1L;

        private final transient Bilingual why;

        StoryStops(Bilingual why) {
            super(why.en());
            this.why = why;
        }

        Bilingual why() {
            return why;
        }
    }
}
