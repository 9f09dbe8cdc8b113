package cymru.diogelu.worklist;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;

/** One line of a worklist. */
record TaskLine(
        String id,
        String name,
        String element,
        String process,
        @JsonProperty("case") String caseReference,
        String group,
        @Nullable String assignee,
        @Nullable OffsetDateTime due,
        boolean breached,
        @Nullable String about) {}
