package cymru.diogelu.trace.mining;

import cymru.diogelu.agencies.Agencies;
import cymru.diogelu.cases.CaseReference;
import cymru.diogelu.cases.SafeguardingCase;
import cymru.diogelu.ledger.Entry;
import cymru.diogelu.procedures.EntryKind;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import javax.xml.stream.XMLStreamException;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Writes a case as an event log. What somebody wrote in an answer is never part of one. */
@Component
public class EventLogs {

    private final MinedEvents events;
    private final Agencies agencies;
    private final JsonMapper json = JsonMapper.builder().build();

    EventLogs(MinedEvents events, Agencies agencies) {
        this.events = events;
        this.agencies = agencies;
    }

    /**
     * In XES 2.0 (IEEE 1849), UTF-8, one trace.
     *
     * @param entries the whole record, in order
     * @throws IOException when the stream cannot be written
     */
    public void xes(SafeguardingCase found, List<Entry> entries, Naming naming, Locale locale, OutputStream out)
            throws IOException {
        try {
            XesLog.write(traced(found, entries, naming, locale), out);
        } catch (XMLStreamException unwritten) {
            throw new IOException(unwritten);
        }
    }

    /**
     * In the JSON format of OCEL 2.0, UTF-8.
     *
     * @param entries the whole record, in order
     * @throws IOException when the stream cannot be written
     */
    public void ocel(SafeguardingCase found, List<Entry> entries, Naming naming, Locale locale, OutputStream out)
            throws IOException {
        out.write(json.writeValueAsBytes(OcelLog.of(traced(found, entries, naming, locale), agencies)));
    }

    private TracedCase traced(SafeguardingCase found, List<Entry> entries, Naming naming, Locale locale) {
        List<Entry> named = entries.stream().map(naming::in).toList();
        return new TracedCase(
                naming.caseReference(found.reference().value()),
                found.authority(),
                found.linked().stream()
                        .map(CaseReference::value)
                        .map(naming::caseReference)
                        .toList(),
                naming == Naming.OWN ? child(entries) : null,
                named,
                events.of(named, locale),
                locale);
    }

    /** A case is about one child. */
    private static @Nullable String child(List<Entry> entries) {
        return entries.stream()
                .filter(entry -> entry.kind().equals(EntryKind.CASE_OPENED.word()))
                .map(entry -> entry.body().get("answers"))
                .flatMap(answers -> answers instanceof Map<?, ?> map && map.get("children") instanceof List<?> children
                        ? children.stream()
                        : Stream.of())
                .map(child -> child instanceof Map<?, ?> map ? map.get("fullName") : null)
                .filter(String.class::isInstance)
                .map(String.class::cast)
                .findFirst()
                .orElse(null);
    }
}
