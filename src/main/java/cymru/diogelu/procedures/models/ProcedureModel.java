package cymru.diogelu.procedures.models;

import cymru.diogelu.language.Bilingual;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * One procedure as modelled: its name, its elements by id, and its sequence flows by id.
 *
 * @param timers the ids of its timer events
 * @param words the names of the ways out of a choice, by the comparison that opens them: {@code route == 'emergency'}
 */
public record ProcedureModel(
        String id,
        Bilingual name,
        Map<String, ModelElement> elements,
        Map<String, Leads> flows,
        Set<String> timers,
        Map<String, Bilingual> words) {

    /** From where a sequence flow leads to where. */
    public record Leads(String from, String to) {}

    /** The element's name, or the procedure's own where the element has none. */
    public Bilingual nameOf(@Nullable String element) {
        ModelElement found = element == null ? null : elements.get(element);
        return found == null || found.name() == null ? name : found.name();
    }

    /** What a case can go through in this procedure: its sequence flows and its end events. */
    public Set<String> ways() {
        Set<String> ways = new TreeSet<>(flows.keySet());
        elements.values().stream()
                .filter(element -> element.type().equals("endEvent"))
                .forEach(end -> ways.add(end.id()));
        return ways;
    }
}
