package cymru.diogelu.kill;

import cymru.diogelu.kill.Api.Answer;
import java.util.HashSet;
import java.util.Set;
import java.util.TreeSet;
import tools.jackson.databind.JsonNode;

/** Asks the restarted program, as its auditor, what it still knows of what it had acknowledged. */
final class AfterKill {

    private final Api api;
    private final Acknowledged acknowledged;
    private final Set<String> lost = new TreeSet<>();
    private final Set<String> halfDone = new TreeSet<>();

    AfterKill(Api api, Acknowledged acknowledged) {
        this.api = api;
        this.acknowledged = acknowledged;
    }

    /** What was acknowledged and is in no record. */
    Set<String> lost() {
        return lost;
    }

    /** Tasks both answered and open, and open cases with nothing to do. */
    Set<String> halfDone() {
        return halfDone;
    }

    AfterKill check(Set<String> references) {
        for (String reference : references) {
            check(reference);
        }
        return this;
    }

    private void check(String reference) {
        Answer found = api.get("auditor", "/api/v1/cases/" + reference);
        if (!found.accepted()) {
            lost.add(reference);
            return;
        }
        Set<String> recorded = recorded(reference);
        for (String task : acknowledged.tasks(reference)) {
            if (!recorded.contains(task)) {
                lost.add(reference + " " + task);
            }
        }
        Set<String> open = new HashSet<>();
        found.body().path("tasks").forEach(task -> open.add(task.path("id").asString()));
        open.stream().filter(recorded::contains).forEach(task -> halfDone.add(reference + " " + task));
        if (open.isEmpty() == found.body().path("status").asString().equals("open")) {
            halfDone.add(reference);
        }
        open.forEach(task -> requireDetail(reference, found.body(), task));
    }

    /** Every task answered in the case, and whether the record's numbers have a gap. */
    private Set<String> recorded(String reference) {
        Set<String> answered = new HashSet<>();
        long seq = 0;
        JsonNode page = page(reference, seq);
        while (!page.isEmpty()) {
            for (JsonNode entry : page) {
                if (entry.path("seq").asLong() != ++seq) {
                    halfDone.add("%s entry %d is missing".formatted(reference, seq));
                }
                if (entry.path("kind").asString().equals("answers-submitted")) {
                    answered.add(entry.path("subject").path("task").asString());
                }
            }
            page = page(reference, seq);
        }
        return answered;
    }

    private JsonNode page(String reference, long after) {
        return api.get("auditor", "/api/v1/cases/" + reference + "/chronology?after=" + after)
                .required()
                .path("entries");
    }

    /** An open task must show its form; that it can be answered as well the next round of the load proves. */
    private void requireDetail(String reference, JsonNode found, String task) {
        for (JsonNode line : found.path("tasks")) {
            if (line.path("id").asString().equals(task)) {
                Answer detail = api.get(line.path("group").asString(), "/api/v1/tasks/" + task);
                if (!detail.accepted()) {
                    halfDone.add(reference + " " + task + " cannot be shown");
                }
            }
        }
    }
}
