package cymru.diogelu.designer;

import cymru.diogelu.ledger.Entry;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Which ways through the models (sequence flows, end events, rows of decision tables) no story has gone yet. */
final class Coverage {

    private final Set<String> untried;

    Coverage(Set<String> ways) {
        this.untried = new TreeSet<>(ways);
    }

    void see(Entry entry) {
        untried.remove(entry.subject().process() + "/" + entry.subject().element());
        if (entry.body().get("rules") instanceof List<?> rules) {
            rules.forEach(rule -> untried.remove(String.valueOf(rule)));
        }
    }

    List<String> untried() {
        return List.copyOf(untried);
    }
}
