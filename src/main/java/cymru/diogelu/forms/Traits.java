package cymru.diogelu.forms;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What every component has.
 *
 * @param hide when it holds, the component is not shown and its answers do not count
 * @param properties the custom properties of Camunda Modeler
 */
record Traits(
        String id,
        String type,
        Texts texts,
        @Nullable Expression hide,
        Map<String, String> properties,
        Source source) {}
