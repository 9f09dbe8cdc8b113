package cymru.diogelu.deadlines;

import cymru.diogelu.statute.Limit;
import cymru.diogelu.statute.Provision;
import java.time.OffsetDateTime;
import java.util.List;

/**
 * When a provision must be met, in London time.
 *
 * @param limit the limit that was applied, which may be the authority's own
 * @param start the moment the limit is counted from; for limits that count back, the event, which comes after due
 * @param reminders earliest first; as many as the provision has, none after an extension
 */
public record Deadline(
        Provision provision,
        Limit limit,
        OffsetDateTime start,
        OffsetDateTime due,
        List<OffsetDateTime> reminders,
        Explanation explanation) {}
