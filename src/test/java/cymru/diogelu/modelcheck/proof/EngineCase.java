package cymru.diogelu.modelcheck.proof;

import cymru.diogelu.ledger.Entry;
import cymru.diogelu.ledger.Ledger;
import cymru.diogelu.procedures.EntryKind;
import cymru.diogelu.statute.CaseEvent.Kind;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;

/** A case as the engine has it: what it records, and what waits in it. */
final class EngineCase {

    private static final int ALL = 10_000;
    private static final String OF_THE_CASE =
            " JOIN ACT_RU_EXECUTION E ON E.ID_ = %s WHERE E.BUSINESS_KEY_ = ? ORDER BY %s";

    private final Ledger ledger;
    private final JdbcTemplate jdbc;
    private final String reference;
    private final Predicate<String> repeated;
    private final Map<String, String> names = new HashMap<>();
    private final Map<String, String> elements = new HashMap<>();
    private final Map<String, Integer> calls = new HashMap<>();
    private final Map<String, String> runOfTask = new HashMap<>();
    private final Map<String, Map<String, Object>> openings = new HashMap<>();
    private long seq;

    /** @param repeated whether a step, by procedure and element, is done for each of several */
    EngineCase(Ledger ledger, JdbcTemplate jdbc, String reference, Predicate<String> repeated) {
        this.ledger = ledger;
        this.jdbc = jdbc;
        this.reference = reference;
        this.repeated = repeated;
    }

    /** A task that waits. */
    record Waiting(String id, String run, String process, String element, @Nullable String about, Instant due) {}

    /** A limit that will pass, or a reminder. */
    record Timer(String id, String run, String process, String element, String type, Instant due) {

        boolean reminds() {
            return type.equals("timer-task-listener");
        }
    }

    String reference() {
        return reference;
    }

    /** The answers that the case was opened with. */
    Map<String, Object> concern() {
        return openings.get("answers");
    }

    /** What has happened since it was last asked. */
    Scene next() {
        List<Noted> happened = new ArrayList<>();
        List<Entry> entries = ledger.read(reference, seq, ALL);
        Map<String, List<Integer>> evaluated = new HashMap<>();
        for (Entry entry : entries) {
            note(entry, happened, evaluated);
            seq = entry.seq();
        }
        return new Scene(happened, waits());
    }

    @SuppressWarnings("unchecked")
    private void note(Entry entry, List<Noted> happened, Map<String, List<Integer>> evaluated) {
        String process = entry.subject().process();
        String place = process + "/" + entry.subject().element();
        Map<String, Object> body = entry.body();
        EntryKind kind = kind(entry.kind());
        if (kind == null) {
            return;
        }
        switch (kind) {
            case CASE_OPENED -> {
                openings.put("answers", (Map<String, Object>) body.get("answers"));
                happened.add(new Noted("", Kind.ANSWERED, "concern", null, null, ""));
            }
            case PROCEDURE_STARTED -> {
                begin(body);
                happened.add(noted(body, Kind.STARTED, process));
            }
            case PROCEDURE_ENDED -> happened.add(noted(body, Kind.ENDED, process));
            case TASK_OFFERED ->
                runOfTask.put(String.valueOf(entry.subject().task()), names.get(String.valueOf(body.get("run"))));
            case ANSWERS_SUBMITTED ->
                happened.add(new Noted(
                        runOfTask.get(String.valueOf(entry.subject().task())),
                        Kind.ANSWERED,
                        String.valueOf(body.get("form")),
                        entry.actor().role(),
                        (String) body.get("about"),
                        ""));
            case ELEMENT_ENTERED -> {
                elements.put(
                        String.valueOf(body.get("visit")),
                        String.valueOf(entry.subject().element()));
                Noted entered = noted(body, Kind.ENTERED, place);
                // Each of several is entered for itself; in the game they are entered together.
                if (!repeated.test(place) || !happened.contains(entered)) {
                    happened.add(entered);
                }
            }
            case ELEMENT_PASSED -> {
                List<Integer> waiting = evaluated.remove(place);
                if (waiting != null) {
                    waiting.forEach(at -> happened.set(at, in(name(body), happened.get(at))));
                }
            }
            case FLOW_TAKEN -> happened.add(noted(body, Kind.TAKEN, place));
            case DECISION_EVALUATED -> {
                evaluated.computeIfAbsent(place, none -> new ArrayList<>()).add(happened.size());
                String given = written(byName((List<Map<String, Object>>) body.get("outputs")));
                happened.add(new Noted("", Kind.EVALUATED, String.valueOf(body.get("decision")), null, null, given));
            }
            case DEADLINE_BREACHED ->
                happened.add(noted(body, Kind.LIMIT_PASSED, String.valueOf(body.get("provision"))));
            case DEADLINE_EXTENDED -> happened.add(noted(body, Kind.MORE_TIME, ""));
            default -> {
                // Leaves a step, reminds, sets a date or closes the case: the game has no event of its own for it.
            }
        }
    }

    private void begin(Map<String, Object> body) {
        String run = String.valueOf(body.get("run"));
        Object caller = body.get("caller");
        if (caller == null) {
            names.put(run, "case");
        } else {
            String call =
                    names.get(String.valueOf(caller)) + ">" + elements.get(String.valueOf(body.get("callerVisit")));
            names.put(run, call + "#" + calls.merge(call, 1, Integer::sum));
        }
    }

    private Noted noted(Map<String, Object> body, Kind kind, String id) {
        return new Noted(name(body), kind, id, null, null, "");
    }

    private String name(Map<String, Object> body) {
        return names.get(String.valueOf(body.get("run")));
    }

    private static Noted in(String run, Noted noted) {
        return new Noted(run, noted.kind(), noted.id(), noted.role(), noted.about(), noted.given());
    }

    private static @Nullable EntryKind kind(String word) {
        for (EntryKind kind : EntryKind.values()) {
            if (kind.word().equals(word)) {
                return kind;
            }
        }
        return null;
    }

    private static Map<String, Object> byName(List<Map<String, Object>> outputs) {
        Map<String, List<Object>> values = new LinkedHashMap<>();
        outputs.forEach(row -> row.forEach((name, value) ->
                values.computeIfAbsent(name, none -> new ArrayList<>()).add(value)));
        Map<String, Object> data = new LinkedHashMap<>();
        values.forEach((name, all) -> data.put(name, all.size() == 1 ? all.get(0) : all));
        return data;
    }

    /** What a table gave out, so that both sides write it alike. */
    static String written(Map<String, Object> given) {
        return new TreeMap<>(given).toString();
    }

    List<Waiting> tasks() {
        return jdbc.query(
                "SELECT T.ID_, T.PROC_INST_ID_, T.PROC_DEF_ID_, T.TASK_DEF_KEY_, T.DESCRIPTION_, T.DUE_DATE_ FROM ACT_RU_TASK T"
                        + OF_THE_CASE.formatted("T.PROC_INST_ID_", "T.ID_"),
                (row, number) -> {
                    String process = row.getString(3).replaceFirst(":.*", "");
                    String[] subject = row.getString(5).split(" ", 2);
                    boolean several = repeated.test(process + "/" + row.getString(4));
                    return new Waiting(
                            row.getString(1),
                            names.get(row.getString(2)),
                            process,
                            row.getString(4),
                            several ? subject[1] : null,
                            row.getTimestamp(6).toInstant());
                },
                reference);
    }

    /** Soonest first, as they are run. */
    List<Timer> timers() {
        return jdbc.query(
                "SELECT J.ID_, J.PROCESS_INSTANCE_ID_, J.PROCESS_DEF_KEY_, D.ACT_ID_, D.JOB_TYPE_, J.DUEDATE_ FROM ACT_RU_JOB J"
                        + " JOIN ACT_RU_JOBDEF D ON D.ID_ = J.JOB_DEF_ID_"
                        + OF_THE_CASE.formatted("J.PROCESS_INSTANCE_ID_", "J.DUEDATE_, J.ID_"),
                (row, number) -> new Timer(
                        row.getString(1),
                        names.get(row.getString(2)),
                        row.getString(3),
                        row.getString(4).replace("#multiInstanceBody", ""),
                        row.getString(5),
                        row.getTimestamp(6).toInstant()),
                reference);
    }

    private List<String> messages() {
        return jdbc.query(
                "SELECT S.PROC_INST_ID_, S.ACTIVITY_ID_ FROM ACT_RU_EVENT_SUBSCR S"
                        + OF_THE_CASE.formatted("S.PROC_INST_ID_", "S.ID_"),
                (row, number) -> "message " + names.get(row.getString(1)) + " " + row.getString(2),
                reference);
    }

    private List<String> waits() {
        List<String> waits = new ArrayList<>(messages());
        tasks().forEach(task -> waits.add(
                "task " + task.run() + " " + task.element() + (task.about() == null ? "" : " " + task.about())));
        timers().stream()
                .filter(timer -> !timer.reminds())
                .forEach(timer -> waits.add("timer " + timer.run() + " " + timer.element()));
        waits.sort(null);
        return waits;
    }
}
