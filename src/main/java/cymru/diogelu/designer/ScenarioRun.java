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
    private final List<String> faults = new ArrayList<>();
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
    ScenarioResult run() {
        String when = "the concern";
        try {
            faults.addAll(ScenarioNames.unknown(scenario, procedures.elements()));
            reference = procedures
                    .open(viewer(scenario.by()), answers("concern", scenario.concern()), null)
                    .get(0);
            int number = 0;
            for (Step step : scenario.steps()) {
                when = "step " + ++number;
                take(step);
                judge().check(step.expect(), "after " + when);
            }
            judge().checkEnd();
        } catch (AnswersRefused refused) {
            faults.add(when + ": answers refused: " + lines(refused));
        } catch (StoryStops stops) {
            faults.add(when + ": " + stops.getMessage());
        } catch (RuntimeException fault) {
            // One story that the models cannot carry must not hide what the others found.
            faults.add("%s: the models cannot go on: %s".formatted(when, fault.getMessage()));
        }
        return new ScenarioResult(scenario, reference, List.copyOf(faults));
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
            throw new StoryStops("waits until %s, but it is %s already".formatted(wait.length(), clock.instant()));
        }
        long failing = dueWork.failing();
        dueWork.advanceTo(target);
        if (dueWork.failing() > failing) {
            throw new StoryStops("a timer failed before %s; the log names it".formatted(target));
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
        throw new StoryStops(
                "the case has not ended after %d tasks; open are %s".formatted(ENOUGH, judge().openElements()));
    }

    private void submit(OpenTask task, String by, Map<String, Object> overrides, Map<String, Object> refusal) {
        Viewer viewer = viewer(by);
        String form = procedures.task(viewer(task.group()), task.id()).form().id();
        try {
            procedures.submit(viewer, task.id(), answers(form, overrides));
            if (!refusal.isEmpty()) {
                throw new StoryStops(
                        "%s (%s) was accepted; expected objections to %s".formatted(task.element(), form, refusal));
            }
        } catch (AnswersRefused refused) {
            if (!refusal.equals(objections(refused))) {
                throw new StoryStops("%s (%s) refused: %s".formatted(task.element(), form, lines(refused)));
            }
        }
    }

    private static Map<String, Object> objections(AnswersRefused refused) {
        return refused.errors().stream()
                .collect(Collectors.toMap(FieldError::key, FieldError::code, (first, second) -> first));
    }

    private static String lines(AnswersRefused refused) {
        return refused.errors().stream().map(ScenarioRun::line).collect(Collectors.joining("; "));
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
                .orElseThrow(() -> new StoryStops("no open task '%s'%s; open are %s"
                        .formatted(named, about == null ? "" : " about " + about, judge().openElements())));
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

    private static String line(FieldError error) {
        return "%s: %s (%s)".formatted(error.key(), error.message().en(), error.code());
    }

    /** The story cannot go on. */
    private static final class StoryStops extends RuntimeException {
        private static final long serialVersionUID = 1L;

        StoryStops(String message) {
            super(message);
        }
    }
}
