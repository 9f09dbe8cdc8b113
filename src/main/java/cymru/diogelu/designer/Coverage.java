package cymru.diogelu.designer;

import cymru.diogelu.ledger.Entry;
import cymru.diogelu.procedures.EntryKind;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Which ways through the models (sequence flows, rows of decision tables) no story has gone yet. */
final class Coverage {

    private final Set<String> untried;

    Coverage(Set<String> ways) {
        this.untried = new TreeSet<>(ways);
    }

    void see(Entry entry) {
        if (entry.kind().equals(EntryKind.FLOW_TAKEN.word())) {
            untried.remove(entry.subject().process() + "/" + entry.subject().element());
        } else if (entry.kind().equals(EntryKind.DECISION_EVALUATED.word())
                && entry.body().get("rules") instanceof List<?> rules) {
            rules.forEach(rule -> untried.remove(String.valueOf(rule)));
        }
    }

    List<String> untried() {
        return List.copyOf(untried);
    }
}
