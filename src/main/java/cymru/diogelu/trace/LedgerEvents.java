package cymru.diogelu.trace;

import cymru.diogelu.ledger.Entry;
import cymru.diogelu.procedures.EntryKind;
import cymru.diogelu.statute.CaseEvent;
import cymru.diogelu.statute.CaseEvent.Kind;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The entries of a record as the events that the statutory rules speak of. What an entry must hold and does not, as when
 * its body can no longer be read, makes an event of which that is known.
 */
final class LedgerEvents {

    static final EntryKind[] KINDS = {
        EntryKind.CASE_OPENED,
        EntryKind.CASE_CLOSED,
        EntryKind.ANSWERS_SUBMITTED,
        EntryKind.TASK_OFFERED,
        EntryKind.PROCEDURE_STARTED,
        EntryKind.PROCEDURE_ENDED,
        EntryKind.ELEMENT_ENTERED,
        EntryKind.ELEMENT_PASSED,
        EntryKind.FLOW_TAKEN,
        EntryKind.DECISION_EVALUATED,
        EntryKind.DEADLINE_SET,
        EntryKind.DEADLINE_EXTENDED,
        EntryKind.DEADLINE_BREACHED
    };

    private static final Map<String, EntryKind> BY_WORD = byWord();

    private final List<CaseEvent> events = new ArrayList<>();
    private final Map<String, String> runOfTask = new HashMap<>();
    private final Map<String, List<String>> runs = new HashMap<>();
    private final Map<String, List<Integer>> evaluatedAt = new HashMap<>();

    private LedgerEvents() {}

    /** In the order of the record. */
    static List<CaseEvent> of(List<Entry> entries) {
        LedgerEvents events = new LedgerEvents();
        entries.forEach(events::add);
        return events.events;
    }

    private static Map<String, EntryKind> byWord() {
        Map<String, EntryKind> kinds = new HashMap<>();
        for (EntryKind kind : KINDS) {
            kinds.put(kind.word(), kind);
        }
        return Map.copyOf(kinds);
    }

    private void add(Entry entry) {
        EntryKind kind = BY_WORD.get(entry.kind());
        if (kind == null) {
            return;
        }
        switch (kind) {
            case TASK_OFFERED -> offered(entry);
            case CASE_OPENED -> events.add(opened(entry));
            case ANSWERS_SUBMITTED -> events.add(answered(entry));
            case PROCEDURE_STARTED -> started(entry);
            case PROCEDURE_ENDED ->
                events.add(inRun(entry, Kind.ENDED, entry.subject().process()));
            case ELEMENT_ENTERED -> events.add(inRun(entry, Kind.ENTERED, place(entry)));
            case ELEMENT_PASSED -> evaluatedIn(entry);
            case FLOW_TAKEN -> events.add(inRun(entry, Kind.TAKEN, place(entry)));
            case DECISION_EVALUATED -> evaluated(entry);
            case DEADLINE_BREACHED -> events.add(inRun(entry, Kind.LIMIT_PASSED, text(entry, "provision")));
            case DEADLINE_EXTENDED -> events.add(inRun(entry, Kind.MORE_TIME, text(entry, "provision")));
            default -> {
                // Closes the case or sets a date: no event of its own.
            }
        }
    }

    private void offered(Entry entry) {
        String run = text(entry, "run");
        if (run != null) {
            runOfTask.put(String.valueOf(entry.subject().task()), run);
        }
    }

    private static CaseEvent opened(Entry entry) {
        Map<String, Object> answers = map(entry, "answers");
        return event(entry, Kind.ANSWERED, "concern", List.of(), answers == null ? Map.of() : answers, answers != null);
    }

    private CaseEvent answered(Entry entry) {
        String form = text(entry, "form");
        Map<String, Object> answers = map(entry, "answers");
        List<String> inRuns = runs(runOfTask.get(String.valueOf(entry.subject().task())));
        boolean readable = form != null && answers != null && !inRuns.isEmpty();
        return event(entry, Kind.ANSWERED, form, inRuns, answers == null ? Map.of() : answers, readable);
    }

    private void started(Entry entry) {
        String run = text(entry, "run");
        if (run != null) {
            List<String> all = new ArrayList<>(List.of(run));
            all.addAll(runs(text(entry, "caller")));
            runs.put(run, List.copyOf(all));
        }
        events.add(inRun(entry, Kind.STARTED, entry.subject().process()));
    }

    /** The table is evaluated inside a step, whose entry follows and tells the run. */
    private void evaluated(Entry entry) {
        evaluatedAt.computeIfAbsent(place(entry), none -> new ArrayList<>()).add(events.size());
        String decision = text(entry, "decision");
        List<?> outputs = entry.body().get("outputs") instanceof List<?> list ? list : null;
        boolean readable = decision != null && outputs != null;
        events.add(event(
                entry, Kind.EVALUATED, decision, List.of(), outputs == null ? Map.of() : byName(outputs), readable));
    }

    private void evaluatedIn(Entry step) {
        List<Integer> waiting = evaluatedAt.remove(place(step));
        if (waiting != null) {
            List<String> inRuns = runs(text(step, "run"));
            waiting.forEach(place -> events.set(place, in(inRuns, events.get(place))));
        }
    }

    private static CaseEvent in(List<String> inRuns, CaseEvent event) {
        return new CaseEvent(
                event.seq(),
                event.at(),
                event.kind(),
                event.id(),
                inRuns,
                event.role(),
                event.about(),
                event.data(),
                event.readable() && !inRuns.isEmpty());
    }

    /** The one value of an output where one row held, else all of them. */
    private static Map<String, Object> byName(List<?> outputs) {
        Map<String, List<Object>> values = new LinkedHashMap<>();
        outputs.forEach(row -> ((Map<?, ?>) row)
                .forEach((name, value) -> values.computeIfAbsent(String.valueOf(name), none -> new ArrayList<>())
                        .add(value)));
        Map<String, Object> data = new LinkedHashMap<>();
        values.forEach((name, all) -> data.put(name, all.size() == 1 ? all.get(0) : all));
        return data;
    }

    private CaseEvent inRun(Entry entry, Kind kind, @Nullable String id) {
        List<String> inRuns = runs(text(entry, "run"));
        return event(entry, kind, id, inRuns, entry.body(), id != null && !inRuns.isEmpty());
    }

    /** A run and those that called it; none when its beginning has not been read. */
    private List<String> runs(@Nullable String run) {
        return run == null ? List.of() : runs.getOrDefault(run, List.of());
    }

    private static CaseEvent event(
            Entry entry,
            Kind kind,
            @Nullable String id,
            List<String> inRuns,
            Map<String, Object> data,
            boolean readable) {
        String role = kind == Kind.ANSWERED ? entry.actor().role() : null;
        return new CaseEvent(entry.seq(), entry.at(), kind, id, inRuns, role, text(entry, "about"), data, readable);
    }

    private static String place(Entry entry) {
        return entry.subject().process() + "/" + entry.subject().element();
    }

    private static @Nullable String text(Entry entry, String key) {
        return entry.body().get(key) instanceof String text ? text : null;
    }

    @SuppressWarnings("unchecked")
    private static @Nullable Map<String, Object> map(Entry entry, String key) {
        return entry.body().get(key) instanceof Map<?, ?> map ? (Map<String, Object>) map : null;
    }
}
