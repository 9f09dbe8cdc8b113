package cymru.diogelu.trace.statistics;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** How often the cases of a scope came to each element of a procedure and took each of its flows, in one version of it. */
public record ProcessMap(String process, int version, List<Step> steps) {

    /**
     * One element or flow.
     *
     * @param ended how many stays at an element came to an end
     * @param mean how long those lasted on average; null for flows and where none ended
     */
    public record Step(String element, boolean flow, int times, int ended, @Nullable Duration mean) {}
}
