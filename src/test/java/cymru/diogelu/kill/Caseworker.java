package cymru.diogelu.kill;

import cymru.diogelu.bench.UsualAnswers;
import cymru.diogelu.kill.Api.Answer;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentLinkedDeque;
import tools.jackson.databind.JsonNode;

/** One thread of the load: takes up a case, or raises a new concern, and answers task after task until all is gone. */
final class Caseworker implements Callable<Integer> {

    private static final int REFUSED = 422;
    private static final String REPORTER = "education.W06000015";

    private final Api api;
    private final UsualAnswers usual;
    private final Acknowledged acknowledged;
    private final ConcurrentLinkedDeque<String> unfinished;
    private final String name;
    private int accepted;

    Caseworker(
            Api api,
            UsualAnswers usual,
            Acknowledged acknowledged,
            ConcurrentLinkedDeque<String> unfinished,
            String name) {
        this.api = api;
        this.usual = usual;
        this.acknowledged = acknowledged;
        this.unfinished = unfinished;
        this.name = name;
    }

    /** Returns how many submissions were acknowledged before the program went away. */
    @Override
    public Integer call() {
        try {
            while (true) {
                String left = unfinished.pollFirst();
                walk(left == null ? raise() : left);
            }
        } catch (Api.Gone killed) {
            return accepted;
        }
    }

    private String raise() {
        Answer answer =
                api.post(REPORTER, "/api/v1/concerns", name + "-" + accepted, Map.of("answers", usual.to("concern")));
        String reference =
                answer.required().path("cases").get(0).path("reference").asString();
        acknowledged.opened(reference);
        accepted++;
        return reference;
    }

    private void walk(String reference) {
        try {
            JsonNode tasks = tasks(reference);
            while (!tasks.isEmpty() && submit(reference, tasks.get(0))) {
                tasks = tasks(reference);
            }
        } catch (Api.Gone killed) {
            unfinished.addLast(reference);
            throw killed;
        }
    }

    private JsonNode tasks(String reference) {
        return api.get("auditor", "/api/v1/cases/" + reference).required().path("tasks");
    }

    /** False where the usual answers do not fit what happened in this case: then it is left as it is. */
    private boolean submit(String reference, JsonNode line) {
        String id = line.path("id").asString();
        String user = line.path("group").asString();
        Answer task = api.get(user, "/api/v1/tasks/" + id);
        String form = task.required().path("form").path("id").asString();
        Map<String, Object> answers = usual.to(form);
        Answer answer = submit(user, id, answers);
        if (answer.status() == REFUSED) {
            answer.body()
                    .path("errors")
                    .forEach(error ->
                            UsualAnswers.aYearLater(answers, error.path("key").asString()));
            answer = submit(user, id, answers);
        }
        if (answer.status() == REFUSED) {
            return false;
        }
        Set<String> next = new TreeSet<>();
        answer.required()
                .path("next")
                .forEach(following -> next.add(following.path("id").asString()));
        acknowledged.answered(reference, id, next);
        accepted++;
        return true;
    }

    private Answer submit(String user, String task, Map<String, Object> answers) {
        return api.post(user, "/api/v1/tasks/" + task + "/submission", task, Map.of("answers", answers));
    }
}
