package cymru.diogelu.bench;

import cymru.diogelu.access.Viewer;
import cymru.diogelu.agencies.Group;
import cymru.diogelu.bench.Story.Answered;
import cymru.diogelu.cases.CaseReference;
import cymru.diogelu.cases.Cases;
import cymru.diogelu.forms.Field;
import cymru.diogelu.forms.Form;
import cymru.diogelu.forms.Judgement;
import cymru.diogelu.procedures.OpenTask;
import cymru.diogelu.procedures.Procedures;
import cymru.diogelu.procedures.TaskDetail;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Walks a case once with the usual answers of every form and writes down what was asked and answered. */
final class StoryTeller {

    private static final String REPORTER = "education.W06000015";
    private static final String CHILDREN = "children";
    private static final int ENOUGH = 300;

    private final Procedures procedures;
    private final Cases cases;
    private final UsualAnswers usual;
    private final Instant now;

    StoryTeller(Procedures procedures, Cases cases, UsualAnswers usual, Instant now) {
        this.procedures = procedures;
        this.cases = cases;
        this.usual = usual;
        this.now = now;
    }

    /** @throws IllegalStateException when the case does not come to its end without time passing */
    Story tell() {
        Map<String, Object> concern = usual.to("concern");
        Map<String, Object> variables = concernVariables(concern);
        String reference = procedures.open(viewer(REPORTER), concern, null).get(0);
        List<Answered> steps = new ArrayList<>();
        List<OpenTask> open = procedures.tasksOfCase(reference);
        while (!open.isEmpty() && steps.size() < ENOUGH) {
            steps.add(answer(open.get(0)));
            open = procedures.tasksOfCase(reference);
        }
        String outcome = cases.find(new CaseReference(reference)).orElseThrow().outcome();
        if (outcome == null) {
            throw new IllegalStateException("the case has not ended; open are " + open);
        }
        if (steps.stream().noneMatch(step -> step.step().startsWith("section-47-enquiry/"))) {
            throw new IllegalStateException("the usual answers no longer lead through a section 47 enquiry");
        }
        return new Story(REPORTER, new Answered("concern", concern, variables), steps, outcome);
    }

    private Answered answer(OpenTask task) {
        Viewer viewer = viewer(task.group());
        TaskDetail detail = procedures.task(viewer, task.id());
        Map<String, Object> answers = usual.to(detail.form().id());
        Map<String, Object> variables = variables(detail.form(), "", accepted(detail.form(), answers, detail.facts()));
        procedures.submit(viewer, task.id(), answers);
        return new Answered(task.process() + "/" + task.element(), answers, variables);
    }

    /** The bare engine gets the one child's answers as variables of their own and no list of children beside them. */
    @SuppressWarnings("unchecked")
    private Map<String, Object> concernVariables(Map<String, Object> answers) {
        Form form = procedures.form("concern").orElseThrow();
        Map<String, Object> accepted = new HashMap<>(accepted(form, answers, Map.of()));
        Map<String, Object> child = ((List<Map<String, Object>>) accepted.remove(CHILDREN)).get(0);
        Map<String, Object> variables = variables(form, "", accepted);
        variables.putAll(variables(form, CHILDREN + "[].", child));
        return variables;
    }

    /** Changes the answers where they plan something for a day that has passed. */
    private Map<String, Object> accepted(Form form, Map<String, Object> answers, Map<String, Object> facts) {
        form.judge(answers, facts, now).errors().stream()
                .filter(error -> error.code().equals("inThePast"))
                .forEach(error -> UsualAnswers.aYearLater(answers, error.key()));
        Judgement judgement = form.judge(answers, facts, now);
        if (!judgement.ok()) {
            throw new IllegalStateException("usual answers to %s refused: %s".formatted(form.id(), judgement.errors()));
        }
        return judgement.accepted();
    }

    private static Map<String, Object> variables(Form form, String prefix, Map<String, Object> accepted) {
        Map<String, Object> variables = new HashMap<>();
        for (Field field : form.fields()) {
            if (field.routes()
                    && field.path().startsWith(prefix)
                    && field.path().indexOf('.', prefix.length()) < 0) {
                variables.put(field.path().substring(field.path().lastIndexOf('.') + 1), null);
            }
        }
        accepted.forEach((key, value) -> variables.put(key, plain(value)));
        return variables;
    }

    /** The engine has no column for exact decimals and would serialise them; whole numbers cost it least. */
    private static Object plain(Object value) {
        return value instanceof BigDecimal number ? (Object) number.longValueExact() : value;
    }

    static Viewer viewer(String group) {
        Group parsed = Group.parse(group);
        return new Viewer(group, parsed.role(), parsed.place(), Set.of(group));
    }
}
