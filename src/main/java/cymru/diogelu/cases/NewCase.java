package cymru.diogelu.cases;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What is known when a case is opened: the authority where the child is located (GSS code), the one where the child
 * lives if that is another, the group that reported, what is known of the child, and the cases of the other children
 * of the same concern.
 */
public record NewCase(
        String authority,
        @Nullable String homeAuthority,
        String reporterGroup,
        Map<String, ?> facts,
        List<CaseReference> linked) {}
