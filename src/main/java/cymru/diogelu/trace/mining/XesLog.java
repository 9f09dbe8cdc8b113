package cymru.diogelu.trace.mining;

import cymru.diogelu.deadlines.ServiceClock;
import cymru.diogelu.ledger.Actor;
import cymru.diogelu.ledger.Entry;
import java.io.OutputStream;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.jspecify.annotations.Nullable;

/** Writes one case as a log of one trace in XES 2.0 (IEEE 1849). Times are as the clock shows in Wales, with offset. */
final class XesLog {

    private static final String NAMESPACE = "http://www.xes-standard.org/";
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSSxxx");
    private static final Map<String, String> EXTENSIONS = new TreeMap<>(Map.of(
            "Concept", "concept",
            "Lifecycle", "lifecycle",
            "Organizational", "org",
            "Time", "time"));

    private final XMLStreamWriter xml;

    private XesLog(XMLStreamWriter xml) {
        this.xml = xml;
    }

    /** @throws XMLStreamException when the stream cannot be written */
    static void write(TracedCase traced, OutputStream out) throws XMLStreamException {
        XMLStreamWriter xml = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(out, "UTF-8");
        new XesLog(xml).log(traced);
        xml.flush();
    }

    private void log(TracedCase traced) throws XMLStreamException {
        xml.writeStartDocument("UTF-8", "1.0");
        xml.setDefaultNamespace(NAMESPACE);
        xml.writeStartElement(NAMESPACE, "log");
        xml.writeDefaultNamespace(NAMESPACE);
        xml.writeAttribute("xes.version", "2.0");
        xml.writeAttribute("xes.features", "");
        declarations();
        string("concept:name", "Diogelu");
        string("lifecycle:model", "standard");
        trace(traced);
        xml.writeEndElement();
        xml.writeEndDocument();
    }

    private void declarations() throws XMLStreamException {
        for (Map.Entry<String, String> extension : EXTENSIONS.entrySet()) {
            String uri = NAMESPACE + extension.getValue() + ".xesext";
            empty("extension", "name", extension.getKey(), "prefix", extension.getValue(), "uri", uri);
        }
        global("trace", List.of("concept:name"), false);
        global(
                "event",
                List.of(
                        "concept:name",
                        "lifecycle:transition",
                        "org:resource",
                        "org:role",
                        "org:group",
                        "kind",
                        "element"),
                true);
        classifier("Activity", "concept:name");
        classifier("ActivityAndTransition", "concept:name lifecycle:transition");
        classifier("Element", "element kind");
        classifier("Role", "org:role");
    }

    /** What every trace or event has, with the value that stands where a program must make one up. */
    private void global(String scope, List<String> keys, boolean timed) throws XMLStreamException {
        xml.writeStartElement(NAMESPACE, "global");
        xml.writeAttribute("scope", scope);
        for (String key : keys) {
            string(key, key.equals("lifecycle:transition") ? Transition.COMPLETE.word() : "unknown");
        }
        if (timed) {
            date("time:timestamp", Instant.EPOCH);
            whole("entry", 0);
        }
        xml.writeEndElement();
    }

    private void classifier(String name, String keys) throws XMLStreamException {
        empty("classifier", "name", name, "scope", "event", "keys", keys);
    }

    private void trace(TracedCase traced) throws XMLStreamException {
        xml.writeStartElement(NAMESPACE, "trace");
        string("concept:name", traced.reference());
        string("authority", traced.authority());
        for (MinedEvent event : traced.events()) {
            event(event);
        }
        xml.writeEndElement();
    }

    private void event(MinedEvent event) throws XMLStreamException {
        Entry entry = event.entry();
        Actor actor = entry.actor();
        xml.writeStartElement(NAMESPACE, "event");
        string("concept:name", event.name());
        string("concept:instance", event.instance());
        string("lifecycle:transition", event.transition().word());
        date("time:timestamp", entry.at());
        string("org:resource", actor.user());
        string("org:role", actor.role());
        string("org:group", actor.role() + "." + actor.agency());
        string("kind", entry.kind());
        string("element", event.element());
        whole("entry", entry.seq());
        string("procedure", event.procedureName());
        if (entry.subject().process() != null) {
            whole("modelVersion", entry.subject().version());
        }
        string("run", event.run());
        string("offeredTo", event.group());
        facts(event.facts());
        xml.writeEndElement();
    }

    private void facts(Map<String, Object> facts) throws XMLStreamException {
        for (Map.Entry<String, Object> fact : facts.entrySet()) {
            if (fact.getValue() instanceof OffsetDateTime date) {
                date(fact.getKey(), date.toInstant());
            } else {
                string(fact.getKey(), fact.getValue().toString());
            }
        }
    }

    private void string(String key, @Nullable String value) throws XMLStreamException {
        if (value != null) {
            empty("string", "key", key, "value", PlainText.of(value));
        }
    }

    private void whole(String key, long value) throws XMLStreamException {
        empty("int", "key", key, "value", Long.toString(value));
    }

    private void date(String key, Instant at) throws XMLStreamException {
        empty("date", "key", key, "value", TIME.format(at.atZone(ServiceClock.LONDON)));
    }

    private void empty(String name, String... attributes) throws XMLStreamException {
        xml.writeEmptyElement(NAMESPACE, name);
        for (int place = 0; place < attributes.length; place += 2) {
            xml.writeAttribute(attributes[place], attributes[place + 1]);
        }
    }
}
