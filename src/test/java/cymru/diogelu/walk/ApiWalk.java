package cymru.diogelu.walk;

import cymru.diogelu.api.Answer;
import cymru.diogelu.api.Caller;
import cymru.diogelu.designer.AnyAnswers;
import cymru.diogelu.forms.Form;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/**
 * Walks the cases of one concern over HTTP as the demonstration's people would: each task is read, now and then taken
 * first, and answered by the person of its group with answers made from the form it carries, while time passes.
 */
final class ApiWalk {

    private static final int ENOUGH = 600;
    private static final int IDLE = 60;

    private final Caller nobody;
    private final WalkTally tally;
    private final Random random;
    private final AnyAnswers generator;
    private final Consumer<String> submitted;
    private final Set<String> typed;

    /**
     * @param typed is given every free text and date of birth before it is sent
     * @param submitted is told the reference of a case after every submission to it
     */
    ApiWalk(Caller nobody, WalkTally tally, long seed, Set<String> typed, Consumer<String> submitted) {
        this.nobody = nobody;
        this.tally = tally;
        this.typed = typed;
        this.submitted = submitted;
        this.random = new Random(seed);
        this.generator = new AnyAnswers(random);
    }

    /** Raises a concern and walks every case that it opens to its end; their references. */
    List<String> walk() {
        Form concern =
                ServedForm.read(call(school().get("/api/v1/forms/concern"), 200).json());
        Map<String, Object> answers = generator.answers(concern, Map.of(), now());
        remember(concern, answers);
        Answer opened = call(school().post("/api/v1/concerns", Map.of("answers", answers)), 201);
        List<String> references = opened.list("cases").stream()
                .map(found -> (String) found.get("reference"))
                .toList();
        references.forEach(submitted);
        references.forEach(this::finish);
        return references;
    }

    private void finish(String reference) {
        int idle = 0;
        for (int step = 0; step < ENOUGH && idle < IDLE; step++) {
            Answer found = call(auditor().get("/api/v1/cases/" + reference), 200);
            if ("closed".equals(found.get("status"))) {
                return;
            }
            List<Map<String, Object>> tasks = found.list("tasks");
            idle = tasks.isEmpty() ? idle + 1 : 0;
            if (tasks.isEmpty()) {
                move("P8D");
            } else if (random.nextInt(12) == 0) {
                move("PT" + (1 + random.nextInt(72)) + "H");
            } else {
                answer(tasks.get(random.nextInt(tasks.size())));
                submitted.accept(reference);
            }
        }
        throw new StuckCase("%s has not ended; open are %s"
                .formatted(
                        reference,
                        auditor().get("/api/v1/cases/" + reference).list("tasks").stream()
                                .map(task -> task.get("process") + "/" + task.get("element"))
                                .toList()));
    }

    @SuppressWarnings("unchecked")
    private void answer(Map<String, Object> task) {
        String address = "/api/v1/tasks/" + task.get("id");
        Caller person = nobody.as(Answer.word(task, "group"));
        if (random.nextInt(6) == 0) {
            call(person.post(address + "/claim"), 200);
        }
        Map<String, Object> asked = call(person.get(address), 200).json();
        Form form = ServedForm.read((Map<String, Object>) Objects.requireNonNull(asked.get("form")));
        var facts = (Map<String, Object>) Objects.requireNonNull(asked.get("facts"));
        Map<String, Object> answers = generator.answers(form, facts, now());
        remember(form, answers);
        Answer answered = tally.count(person.post(address + "/submission", Map.of("answers", answers)));
        if (answered.status() != 200) {
            throw new StuckCase("%s/%s answered %d: %s"
                    .formatted(task.get("process"), task.get("element"), answered.status(), answered.text()));
        }
        tally.submitted();
    }

    private Instant now() {
        return move("PT0S");
    }

    private Instant move(String length) {
        Answer moved = call(auditor().post("/api/v1/demo/clock", Map.of("advance", length)), 200);
        return OffsetDateTime.parse((String) moved.get("now")).toInstant();
    }

    private Answer call(Answer answer, int expected) {
        tally.count(answer);
        if (answer.status() != expected) {
            throw new StuckCase("expected %d, was %d: %s".formatted(expected, answer.status(), answer.text()));
        }
        return answer;
    }

    private void remember(Form form, Map<String, Object> answers) {
        Set<String> personal = form.fields().stream()
                .filter(field -> field.type().startsWith("text") || field.path().endsWith("dob"))
                .map(field -> field.path().substring(field.path().lastIndexOf('.') + 1))
                .collect(Collectors.toSet());
        remember(personal, "", answers);
    }

    private void remember(Set<String> personal, String name, Object answer) {
        if (answer instanceof Map<?, ?> answers) {
            answers.forEach((key, value) -> remember(personal, (String) key, value));
        } else if (answer instanceof Collection<?> many) {
            many.forEach(row -> remember(personal, name, row));
        } else if (answer instanceof String text && personal.contains(name)) {
            typed.add(text);
        }
    }

    private Caller school() {
        return nobody.as("education.W06000015");
    }

    private Caller auditor() {
        return nobody.as("auditor");
    }

    /** A walk that cannot go on. */
    static final class StuckCase extends RuntimeException {
        private static final long serialVersionUID = 1L;

        StuckCase(String message) {
            super(message);
        }
    }
}
