package cymru.diogelu.trace.mining;

import cymru.diogelu.agencies.Agencies;
import cymru.diogelu.agencies.Group;
import cymru.diogelu.ledger.Entry;
import cymru.diogelu.procedures.EntryKind;
import cymru.diogelu.trace.mining.OcelDocument.Thing;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What a case is made of, and what became of each of these things in the course of it. */
final class CaseObjects {

    /** What is told of a task without anything being done to it. */
    private static final Set<String> TOLD =
            Set.of(EntryKind.DEADLINE_SET.word(), EntryKind.REMINDER_DUE.word(), EntryKind.DEPARTURE_RECORDED.word());

    private final TracedCase traced;
    private final Agencies agencies;
    private final Runs runs;
    private final OcelObjects objects = new OcelObjects();

    CaseObjects(TracedCase traced, Agencies agencies) {
        this.traced = traced;
        this.agencies = agencies;
        this.runs = Runs.of(traced.entries());
        wholeCase();
    }

    List<Thing> all() {
        return objects.all();
    }

    String child() {
        return traced.reference() + "/child";
    }

    private void wholeCase() {
        Instant opened = traced.entries().isEmpty()
                ? Instant.EPOCH
                : traced.entries().get(0).at();
        objects.add(traced.reference(), ObjectType.CASE);
        objects.tell(traced.reference(), opened, "authority", traced.authority());
        objects.tell(traced.reference(), opened, "status", "open");
        objects.tell(
                traced.reference(),
                opened,
                "linkedCases",
                traced.linked().isEmpty() ? null : String.join(" ", traced.linked()));
        objects.add(child(), ObjectType.CHILD);
        objects.tell(child(), opened, "name", traced.child());
        objects.relate(traced.reference(), child(), "about");
    }

    /** The report, discussion or enquiry in whose run, or in a run that was called from it, something happened. */
    @Nullable
    String stage(MinedEvent event) {
        for (Runs.Run run = runs.run(event.run()); run != null; run = runs.run(run.caller())) {
            ObjectType type = ObjectType.ofRun(run.process()).orElse(null);
            if (type != null) {
                return stage(run, type);
            }
        }
        return null;
    }

    private String stage(Runs.Run run, ObjectType type) {
        String id = type.word() + "-" + run.id();
        if (objects.add(id, type)) {
            Entry started = run.started();
            objects.tell(id, started.at(), "procedure", run.process());
            objects.tell(
                    id,
                    started.at(),
                    "modelVersion",
                    Integer.toString(started.subject().version()));
            objects.tell(id, started.at(), "status", "begun");
            objects.relate(id, traced.reference(), "in");
        }
        return id;
    }

    /** A health board and a safeguarding board may bear one name, so the kind of place is part of the id. */
    String agency(String role, String place, Instant at) {
        String kind = agencies.findRole(role)
                .map(known -> known.place().name().toLowerCase(Locale.ROOT))
                .orElse("other");
        String id = "agency-" + kind + "-" + place;
        if (objects.add(id, ObjectType.AGENCY)) {
            objects.tell(id, at, "kind", kind);
            objects.tell(id, at, "code", place);
        }
        return id;
    }

    String task(MinedEvent event, @Nullable String stage) {
        Entry entry = event.entry();
        String id = "task-" + entry.subject().task();
        if (objects.add(id, ObjectType.TASK)) {
            objects.tell(id, entry.at(), "name", event.name());
            objects.tell(id, entry.at(), "element", event.element());
            objects.tell(id, entry.at(), "procedure", event.procedureName());
            objects.tell(
                    id,
                    entry.at(),
                    "modelVersion",
                    Integer.toString(entry.subject().version()));
            objects.relate(id, traced.reference(), "in");
            if (stage != null) {
                objects.relate(id, stage, "part of");
            }
            if (event.group() != null) {
                Group group = Group.parse(event.group());
                objects.tell(id, entry.at(), "role", group.role());
                objects.relate(id, agency(group.role(), group.place(), entry.at()), "offered to");
            }
        }
        return id;
    }

    /** What the things became through an event; the task and the stage must be there. */
    void became(MinedEvent event, @Nullable String stage) {
        Entry entry = event.entry();
        Object due = event.facts().get("due");
        String task = "task-" + entry.subject().task();
        if (entry.subject().task() != null && !TOLD.contains(entry.kind())) {
            objects.tell(task, entry.at(), "status", event.transition().word());
        }
        if (entry.subject().task() != null
                && EntryKind.DEADLINE_SET.word().equals(entry.kind())
                && due instanceof OffsetDateTime date) {
            objects.tell(task, entry.at(), "due", OcelObjects.time(date.toInstant()));
        }
        ended(event, stage);
    }

    private void ended(MinedEvent event, @Nullable String stage) {
        Entry entry = event.entry();
        if (stage != null
                && EntryKind.PROCEDURE_ENDED.word().equals(entry.kind())
                && stage.endsWith("-" + event.run())) {
            objects.tell(stage, entry.at(), "status", "ended");
        }
        if (EntryKind.CASE_CLOSED.word().equals(entry.kind())) {
            Object outcome = event.facts().get("outcome");
            objects.tell(traced.reference(), entry.at(), "status", "closed");
            objects.tell(traced.reference(), entry.at(), "outcome", outcome == null ? null : outcome.toString());
        }
    }
}
