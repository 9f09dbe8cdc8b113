package cymru.diogelu.kill;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import tools.jackson.databind.JsonNode;

/** What the record of one case says of its tasks, read entry by entry. */
final class RecordedTasks {

    private final Set<String> offered = new HashSet<>();
    private final Set<String> answered = new HashSet<>();
    private final Set<String> withdrawn = new HashSet<>();
    private final List<String> faults = new ArrayList<>();
    private long seq;

    /** The number of the last entry that was read. */
    long seq() {
        return seq;
    }

    void read(JsonNode entry) {
        seq++;
        if (entry.path("seq").asLong() != seq) {
            faults.add("entry %d is missing".formatted(seq));
        }
        String task = entry.path("subject").path("task").asString();
        switch (entry.path("kind").asString()) {
            case "task-offered" -> offered.add(task);
            case "task-withdrawn" -> withdrawn.add(task);
            case "answers-submitted" -> answer(task);
            default -> {}
        }
    }

    private void answer(String task) {
        if (!answered.add(task)) {
            faults.add(task + " is answered twice");
        }
    }

    Set<String> offered() {
        return offered;
    }

    Set<String> answered() {
        return answered;
    }

    /** Missing numbers and tasks answered twice. */
    List<String> faults() {
        return faults;
    }

    /** Offered, neither answered nor withdrawn: exactly these must be open. */
    Set<String> waiting() {
        Set<String> waiting = new TreeSet<>(offered);
        waiting.removeAll(answered);
        waiting.removeAll(withdrawn);
        return waiting;
    }
}
