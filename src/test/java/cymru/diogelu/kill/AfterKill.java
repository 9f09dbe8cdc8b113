package cymru.diogelu.kill;

import cymru.diogelu.kill.Api.Answer;
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

    /** Concerns and answers that were acknowledged and are in no record, or whose next tasks are in none. */
    Set<String> lost() {
        return lost;
    }

    /** Where record and open tasks do not tell the same. */
    Set<String> halfDone() {
        return halfDone;
    }

    AfterKill check(Set<String> references) {
        references.forEach(this::check);
        return this;
    }

    private void check(String reference) {
        Answer found = api.get("auditor", "/api/v1/cases/" + reference);
        if (!found.accepted()) {
            lost.add(reference);
            acknowledged.tasks(reference).keySet().forEach(task -> lost.add(reference + " " + task));
            return;
        }
        RecordedTasks recorded = recorded(reference);
        acknowledged.tasks(reference).forEach((task, next) -> {
            if (!recorded.answered().contains(task)) {
                lost.add(reference + " " + task);
            } else if (!recorded.offered().containsAll(next)) {
                lost.add("%s after %s of %s".formatted(reference, task, next));
            }
        });
        recorded.faults().forEach(fault -> halfDone.add(reference + " " + fault));
        compare(reference, found.body(), recorded);
    }

    private void compare(String reference, JsonNode found, RecordedTasks recorded) {
        Set<String> open = new TreeSet<>();
        for (JsonNode line : found.path("tasks")) {
            String task = line.path("id").asString();
            open.add(task);
            // That it can be answered as well, the load of the next round proves.
            if (!api.get(line.path("group").asString(), "/api/v1/tasks/" + task).accepted()) {
                halfDone.add("%s %s cannot be shown".formatted(reference, task));
            }
        }
        if (!open.equals(recorded.waiting())) {
            halfDone.add("%s has %s open and by its record %s".formatted(reference, open, recorded.waiting()));
        }
        // An open case may have nothing to do for a while: an escalation waits for the next working day.
        if (!open.isEmpty() && !found.path("status").asString().equals("open")) {
            halfDone.add("%s is closed and has %s open".formatted(reference, open));
        }
    }

    private RecordedTasks recorded(String reference) {
        RecordedTasks recorded = new RecordedTasks();
        JsonNode page = page(reference, 0);
        while (!page.isEmpty()) {
            page.forEach(recorded::read);
            page = page(reference, recorded.seq());
        }
        return recorded;
    }

    private JsonNode page(String reference, long after) {
        return api.get("auditor", "/api/v1/cases/" + reference + "/chronology?after=" + after)
                .required()
                .path("entries");
    }
}
