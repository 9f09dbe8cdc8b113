package cymru.diogelu.diagrams;

import java.net.URI;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What is drawn into a model, by the ids of its elements and sequence flows; ids that the model lacks are passed over.
 *
 * @param links where an element leads, such as to the drawing of the procedure that it calls: relative, #fragment or http(s)
 * @param everyCount whether every count is drawn, as on a map of many cases, or only those above one
 */
public record Marks(
        Map<String, StepMark> steps, Map<String, FlowMark> flows, Map<String, String> links, boolean everyCount) {

    private static final Set<String> SAFE = Set.of("http", "https");

    /** @throws IllegalArgumentException when a link is no address or could run a script */
    public Marks {
        steps = Map.copyOf(steps);
        flows = Map.copyOf(flows);
        links = Map.copyOf(links);
        links.values().forEach(Marks::requireSafe);
    }

    /** A model as it is, with nothing drawn into it. */
    public static Marks none() {
        return new Marks(Map.of(), Map.of(), Map.of(), false);
    }

    private static void requireSafe(String link) {
        String scheme = URI.create(link).getScheme();
        if (scheme != null && !SAFE.contains(scheme)) {
            throw new IllegalArgumentException("a link of a picture leads to a page, not to " + scheme);
        }
    }

    @Nullable
    String count(int times) {
        return times > 1 || (everyCount && times >= 0) ? times + "×" : null;
    }
}
