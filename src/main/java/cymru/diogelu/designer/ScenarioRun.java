package cymru.diogelu.designer;

import cymru.diogelu.access.Viewer;
import cymru.diogelu.agencies.Group;
import cymru.diogelu.cases.Cases;
import cymru.diogelu.deadlines.ServiceClock;
import cymru.diogelu.designer.Scenario.Answers;
import cymru.diogelu.designer.Scenario.Finish;
import cymru.diogelu.designer.Scenario.Passes;
import cymru.diogelu.designer.Scenario.Step;
import cymru.diogelu.designer.Scenario.Submit;
import cymru.diogelu.designer.Scenario.Wait;
import cymru.diogelu.forms.FieldError;
import cymru.diogelu.forms.Form;
import cymru.diogelu.language.Bilingual;
import cymru.diogelu.ledger.Ledger;
import cymru.diogelu.procedures.AnswersRefused;
import cymru.diogelu.procedures.DueWork;
import cymru.diogelu.procedures.OpenTask;
import cymru.diogelu.procedures.Procedures;
import cymru.diogelu.procedures.TaskDetail;
import cymru.diogelu.trace.Conformance;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.Period;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Walks one scenario through the real engine and says everything that was not as the story tells. */
final class ScenarioRun {

    private static final int ENOUGH = 300;

    private final Scenario scenario;
    private final Filling filling;
    private final Procedures procedures;
    private final Cases cases;
    private final Ledger ledger;
    private final Conformance conformance;
    private final DueWork dueWork;
    private final ServiceClock clock;
    private final List<Bilingual> faults = new ArrayList<>();
    private String reference = "";

    ScenarioRun(
            Scenario scenario,
            Filling filling,
            Procedures procedures,
            Cases cases,
            Ledger ledger,
            Conformance conformance,
            DueWork dueWork,
            ServiceClock clock) {
        this.scenario = scenario;
        this.filling = filling;
        this.procedures = procedures;
        this.cases = cases;
        this.ledger = ledger;
        this.conformance = conformance;
        this.dueWork = dueWork;
        this.clock = clock;
    }

    /** Runs the story; the clock must stand at its beginning. */
    ToldStory run() {
        int number = 0;
        try {
            faults.addAll(ScenarioNames.unknown(scenario, procedures.elements()));
            Form concern = procedures.form("concern").orElseThrow();
            reference = procedures
                    .open(viewer(scenario.by()), filling.of(concern, Map.of(), scenario.concern()), null)
                    .get(0);
            for (Step step : scenario.steps()) {
                number++;
                take(step);
                judge().check(step.expect(), number);
            }
            judge().checkEnd();
        } catch (AnswersRefused refused) {
            stopped(number, StoryFaults.refused(refused.errors()));
        } catch (NotThisWay stops) {
            stopped(number, stops.why());
        } catch (StoryStops stops) {
            faults.add(StoryFaults.at(number, stops.why()));
        } catch (RuntimeException fault) {
            // One story that the models cannot carry must not hide what the others found.
            faults.add(StoryFaults.at(number, StoryFaults.cannotGoOn(fault.getMessage())));
        }
        return ToldStory.of(scenario, List.copyOf(faults), judge().entries());
    }

    /** Where a story only says what law is kept, a case that cannot go its way keeps it there. */
    private void stopped(int number, Bilingual why) {
        if (scenario.keeps().isEmpty()) {
            faults.add(StoryFaults.at(number, why));
        } else {
            judge().checkLaw();
        }
    }

    private ScenarioJudge judge() {
        return new ScenarioJudge(scenario, reference, procedures, cases, ledger, conformance, faults);
    }

    private void take(Step step) {
        if (step instanceof Submit submit) {
            OpenTask task = open(submit.task(), submit.about());
            submit(task, submit.by() == null ? task.group() : submit.by(), submit.answers(), submit.refused());
        } else if (step instanceof Wait wait) {
            pass(wait);
        } else if (step instanceof Passes passes) {
            pass(passes);
        } else if (step instanceof Finish finish) {
            finish(finish);
        }
    }

    private void pass(Wait wait) {
        Instant target = target(wait.length());
        if (target.isBefore(clock.instant())) {
            throw new StoryStops(StoryFaults.past(wait.length(), clock.instant()));
        }
        pass(target);
    }

    /** Runs whatever else is due until then, as time would. */
    private void pass(Passes passes) {
        int slash = passes.element().indexOf('/');
        Instant due = dueWork.due(
                        reference,
                        passes.element().substring(0, slash),
                        passes.element().substring(slash + 1))
                .orElseThrow(() -> new NotThisWay(StoryFaults.noTimer(passes.element(), judge().openElements())));
        pass(due.isBefore(clock.instant()) ? clock.instant() : due);
    }

    private void pass(Instant target) {
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
            Map<String, Object> differing = finish.answers().getOrDefault(task.element(), Map.of());
            submit(task, task.group(), Answers.asUsual(differing), Map.of());
        }
        throw new StoryStops(StoryFaults.endless(ENOUGH, judge().openElements()));
    }

    private void submit(OpenTask task, String by, Answers answers, Map<String, Object> refusal) {
        TaskDetail detail = procedures.task(viewer(task.group()), task.id());
        String form = detail.form().id();
        try {
            procedures.submit(viewer(by), task.id(), filling.of(detail.form(), detail.facts(), answers));
            if (!refusal.isEmpty()) {
                throw new StoryStops(StoryFaults.accepted(task.element(), form, refusal));
            }
        } catch (AnswersRefused refused) {
            if (!refusal.equals(objections(refused))) {
                throw new NotThisWay(StoryFaults.refused(task.element(), form, refused.errors()));
            }
        }
    }

    private static Map<String, Object> objections(AnswersRefused refused) {
        return refused.errors().stream()
                .collect(Collectors.toMap(FieldError::key, FieldError::code, (first, second) -> first));
    }

    private OpenTask open(String named, @Nullable String about) {
        return procedures.tasksOfCase(reference).stream()
                .filter(task -> ScenarioJudge.is(task, named) && (about == null || about.equals(task.about())))
                .findFirst()
                .orElseThrow(() -> new NotThisWay(StoryFaults.noTask(named, about, judge().openElements())));
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
    private static class StoryStops extends RuntimeException {
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

    /** The models do not let a case go the way of the story. */
    private static final class NotThisWay extends StoryStops {
        private static final long serialVersionUID = 1L;

        NotThisWay(Bilingual why) {
            super(why);
        }
    }
}
