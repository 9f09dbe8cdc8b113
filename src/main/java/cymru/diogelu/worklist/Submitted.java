package cymru.diogelu.worklist;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What happens next, who acts, and by when. */
record Submitted(@JsonProperty("case") String caseReference, boolean ended, List<Next> next) {

    record Next(String id, String name, String element, String group, @Nullable OffsetDateTime due) {}
}
