package cymru.diogelu.trace.mining;

import cymru.diogelu.deadlines.ServiceClock;
import cymru.diogelu.trace.mining.OcelDocument.Relation;
import cymru.diogelu.trace.mining.OcelDocument.Thing;
import cymru.diogelu.trace.mining.OcelDocument.TimedValue;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The things that the events of a log are about, each once. */
final class OcelObjects {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSSxxx");

    private final Map<String, Thing> things = new LinkedHashMap<>();

    /** @return whether it was not there before */
    boolean add(String id, ObjectType type) {
        return things.putIfAbsent(id, new Thing(id, type.word(), new ArrayList<>(), new ArrayList<>())) == null;
    }

    /** Notes what is so from a moment on; nothing where nothing is known. */
    void tell(String id, Instant at, String name, @Nullable String value) {
        if (value != null) {
            thing(id).attributes().add(new TimedValue(name, time(at), PlainText.of(value)));
        }
    }

    void relate(String id, String other, String qualifier) {
        thing(id).relationships().add(new Relation(thing(other).id(), qualifier));
    }

    List<Thing> all() {
        return List.copyOf(things.values());
    }

    static String time(Instant at) {
        return TIME.format(at.atZone(ServiceClock.LONDON));
    }

    private Thing thing(String id) {
        Thing thing = things.get(id);
        if (thing == null) {
            throw new IllegalArgumentException("no object '%s' has been added".formatted(id));
        }
        return thing;
    }
}
