package cymru.diogelu.trace.mining;

import cymru.diogelu.ledger.Entry;
import cymru.diogelu.procedures.EntryKind;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** In which run of a procedure each entry of a record happened, and which run called which. */
final class Runs {

    /** A run of a procedure. */
    record Run(String id, String process, @Nullable String caller, Entry started) {}

    private final Map<String, Run> runs = new HashMap<>();
    private final Map<String, String> ofTask = new HashMap<>();
    private final Map<Long, String> ofEntry = new HashMap<>();

    private Runs() {}

    /** Read from the end, since a decision stands before the step in which it was made, which tells the run. */
    static Runs of(List<Entry> entries) {
        Runs runs = new Runs();
        entries.forEach(runs::begun);
        Map<String, String> following = new HashMap<>();
        for (int place = entries.size() - 1; place >= 0; place--) {
            runs.place(entries.get(place), following);
        }
        return runs;
    }

    @Nullable
    String of(Entry entry) {
        return ofEntry.get(entry.seq());
    }

    @Nullable
    Run run(@Nullable String id) {
        return id == null ? null : runs.get(id);
    }

    private void begun(Entry entry) {
        String run = text(entry, "run");
        if (run != null && entry.kind().equals(EntryKind.PROCEDURE_STARTED.word())) {
            String process = String.valueOf(entry.subject().process());
            runs.put(run, new Run(run, process, text(entry, "caller"), entry));
        }
        String task = entry.subject().task();
        if (run != null && task != null) {
            ofTask.putIfAbsent(task, run);
        }
    }

    private void place(Entry entry, Map<String, String> following) {
        String step = entry.subject().process() + "/" + entry.subject().element();
        String told = text(entry, "run");
        String task = entry.subject().task();
        String run = told != null ? told : task != null ? ofTask.get(task) : null;
        if (run == null && entry.kind().equals(EntryKind.DECISION_EVALUATED.word())) {
            run = following.get(step);
        }
        if (run != null) {
            ofEntry.put(entry.seq(), run);
            following.put(step, run);
        }
    }

    private static @Nullable String text(Entry entry, String key) {
        return entry.body().get(key) instanceof String text ? text : null;
    }
}
