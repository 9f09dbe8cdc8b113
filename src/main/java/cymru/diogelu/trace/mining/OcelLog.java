package cymru.diogelu.trace.mining;

import cymru.diogelu.agencies.Agencies;
import cymru.diogelu.ledger.Actor;
import cymru.diogelu.ledger.Entry;
import cymru.diogelu.trace.mining.OcelDocument.Event;
import cymru.diogelu.trace.mining.OcelDocument.Relation;
import cymru.diogelu.trace.mining.OcelDocument.Type;
import cymru.diogelu.trace.mining.OcelDocument.Value;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Makes an object-centric event log (OCEL 2.0) of one case: its events, and the things that each is about. */
final class OcelLog {

    private final TracedCase traced;
    private final CaseObjects objects;
    private final List<Event> events = new ArrayList<>();
    private final Map<String, Set<String>> told = new TreeMap<>();

    private OcelLog(TracedCase traced, Agencies agencies) {
        this.traced = traced;
        this.objects = new CaseObjects(traced, agencies);
    }

    static OcelDocument of(TracedCase traced, Agencies agencies) {
        OcelLog log = new OcelLog(traced, agencies);
        traced.events().forEach(log::add);
        return new OcelDocument(log.eventTypes(), ObjectType.declared(), List.copyOf(log.events), log.objects.all());
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
        relations.add(new Relation(objects.child(), "about"));
        String stage = objects.stage(event);
        if (stage != null) {
            relations.add(new Relation(stage, "part of"));
        }
        if (!actor.equals(Actor.SYSTEM)) {
            relations.add(new Relation(
                    objects.agency(actor.role(), actor.agency(), event.entry().at()), "done by"));
        }
        if (event.entry().subject().task() != null) {
            relations.add(new Relation(objects.task(event, stage), "of"));
        }
        objects.became(event, stage);
        return relations;
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
