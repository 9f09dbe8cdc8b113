package cymru.diogelu.worklist;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A task with all that is needed to answer it.
 *
 * @param asks what the law asks of this step in the reader's language, each sentence with its provisions' ids
 * @param form the localised Camunda Form
 * @param facts what is known already, as far as the form asks for it, reads it or compares dates with it: agencies see
 *     no more of a case than their step needs
 * @param deadline the earliest limit on it, with its explanation
 */
record TaskView(
        String id,
        String name,
        String element,
        String process,
        @JsonProperty("case") String caseReference,
        String group,
        @Nullable String assignee,
        @Nullable OffsetDateTime due,
        boolean breached,
        @Nullable String about,
        String asks,
        Map<String, Object> form,
        Map<String, Object> facts,
        @Nullable Limit deadline) {

    /** A limit as the record of the case holds it. */
    record Limit(String provision, String start, String due, List<String> reminders, Map<String, Object> explanation) {

        @SuppressWarnings("unchecked")
        static Limit of(Map<String, Object> body) {
            return new Limit(
                    String.valueOf(body.get("provision")),
                    String.valueOf(body.get("start")),
                    String.valueOf(body.get("due")),
                    (List<String>) body.getOrDefault("reminders", List.of()),
                    (Map<String, Object>) body.getOrDefault("explanation", Map.of()));
        }
    }
}
