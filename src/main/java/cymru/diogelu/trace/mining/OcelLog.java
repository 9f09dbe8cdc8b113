package cymru.diogelu.trace.mining;

import cymru.diogelu.agencies.Agencies;
import cymru.diogelu.agencies.Group;
import cymru.diogelu.ledger.Actor;
import cymru.diogelu.ledger.Entry;
import cymru.diogelu.procedures.EntryKind;
import cymru.diogelu.trace.mining.OcelDocument.Event;
import cymru.diogelu.trace.mining.OcelDocument.Relation;
import cymru.diogelu.trace.mining.OcelDocument.Type;
import cymru.diogelu.trace.mining.OcelDocument.Value;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Makes an object-centric event log (OCEL 2.0) of one case: its events, and the things that each is about. */
final class OcelLog {

    private final TracedCase traced;
    private final Agencies agencies;
    private final Runs runs;
    private final OcelObjects objects = new OcelObjects();
    private final List<Event> events = new ArrayList<>();
    private final Map<String, Set<String>> told = new TreeMap<>();

    private OcelLog(TracedCase traced, Agencies agencies) {
        this.traced = traced;
        this.agencies = agencies;
        this.runs = Runs.of(traced.entries());
    }

    static OcelDocument of(TracedCase traced, Agencies agencies) {
        OcelLog log = new OcelLog(traced, agencies);
        log.wholeCase();
        traced.events().forEach(log::add);
        return new OcelDocument(log.eventTypes(), ObjectType.declared(), List.copyOf(log.events), log.objects.all());
    }

    private String child() {
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

    private void add(MinedEvent event) {
        List<Relation> relations = relations(event);
        String type = type(event);
        Map<String, String> values = values(event);
        told.computeIfAbsent(type, none -> new LinkedHashSet<>()).addAll(values.keySet());
        events.add(new Event(
                traced.reference() + "/" + event.entry().seq(),
                type,
                OcelObjects.time(event.entry().at()),
                values.entrySet().stream()
                        .map(value -> new Value(value.getKey(), PlainText.of(value.getValue())))
                        .toList(),
                relations));
    }

    /** Steps of two procedures may have one name, and OCEL has nothing but its type to tell events apart. */
    private static String type(MinedEvent event) {
        String name = event.name();
        String procedure = event.procedureName();
        String within = procedure == null || procedure.equals(name) ? name : procedure + ": " + name;
        return PlainText.of(event.happened().isEmpty() ? within : within + " (" + event.happened() + ")");
    }

    private List<Relation> relations(MinedEvent event) {
        Actor actor = event.entry().actor();
        List<Relation> relations = new ArrayList<>();
        relations.add(new Relation(traced.reference(), "in"));
        relations.add(new Relation(child(), "about"));
        String stage = stage(event);
        if (stage != null) {
            relations.add(new Relation(stage, "part of"));
        }
        if (!actor.equals(Actor.SYSTEM)) {
            relations.add(new Relation(
                    agency(actor.role(), actor.agency(), event.entry().at()), "done by"));
        }
        if (event.entry().subject().task() != null) {
            relations.add(new Relation(task(event, stage), "of"));
        }
        status(event, stage);
        return relations;
    }

    /** The report, discussion or enquiry in whose run, or in a run that was called from it, something happened. */
    private @Nullable String stage(MinedEvent event) {
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
    private String agency(String role, String place, Instant at) {
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

    private String task(MinedEvent event, @Nullable String stage) {
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

    /** What the things became through an event. */
    private void status(MinedEvent event, @Nullable String stage) {
        Entry entry = event.entry();
        boolean told = EntryKind.DEADLINE_SET.word().equals(entry.kind())
                || EntryKind.REMINDER_DUE.word().equals(entry.kind())
                || EntryKind.DEPARTURE_RECORDED.word().equals(entry.kind());
        if (entry.subject().task() != null && !told) {
            objects.tell(
                    "task-" + entry.subject().task(),
                    entry.at(),
                    "status",
                    event.transition().word());
        }
        if (EntryKind.DEADLINE_SET.word().equals(entry.kind())
                && entry.subject().task() != null) {
            objects.tell(
                    "task-" + entry.subject().task(),
                    entry.at(),
                    "due",
                    values(event).get("due"));
        }
        if (EntryKind.PROCEDURE_ENDED.word().equals(entry.kind()) && (stage + "").endsWith("-" + event.run())) {
            objects.tell(String.valueOf(stage), entry.at(), "status", "ended");
        }
        if (EntryKind.CASE_CLOSED.word().equals(entry.kind())) {
            objects.tell(traced.reference(), entry.at(), "status", "closed");
            objects.tell(
                    traced.reference(), entry.at(), "outcome", values(event).get("outcome"));
        }
    }

    private static Map<String, String> values(MinedEvent event) {
        Entry entry = event.entry();
        Map<String, String> values = new LinkedHashMap<>();
        values.put("kind", entry.kind());
        values.put("transition", event.transition().word());
        values.put("element", event.element());
        values.put("entry", Long.toString(entry.seq()));
        values.put("resource", entry.actor().user());
        values.put("role", entry.actor().role());
        if (entry.subject().process() != null) {
            values.put("modelVersion", Integer.toString(entry.subject().version()));
        }
        event.facts().forEach((name, fact) -> values.put(name, written(fact)));
        return values;
    }

    private static String written(Object fact) {
        return fact instanceof OffsetDateTime date ? OcelObjects.time(date.toInstant()) : fact.toString();
    }

    private List<Type> eventTypes() {
        return told.entrySet().stream()
                .map(type -> new Type(
                        type.getKey(),
                        type.getValue().stream().map(ObjectType::attribute).toList()))
                .toList();
    }
}
