package cymru.diogelu.trace.mining;

import java.util.List;

/** An object-centric event log as the JSON format of OCEL 2.0 lays it out; every value is text, as that format has it. */
record OcelDocument(List<Type> eventTypes, List<Type> objectTypes, List<Event> events, List<Thing> objects) {

    /** A type of events or objects, with what each may tell. */
    record Type(String name, List<Attribute> attributes) {}

    /** @param type one of string, time, integer, float and boolean */
    record Attribute(String name, String type) {}

    record Event(String id, String type, String time, List<Value> attributes, List<Relation> relationships) {}

    /** An object in the sense of OCEL. */
    record Thing(String id, String type, List<TimedValue> attributes, List<Relation> relationships) {}

    record Value(String name, String value) {}

    /** What was so from a moment on. */
    record TimedValue(String name, String time, String value) {}

    record Relation(String objectId, String qualifier) {}
}
