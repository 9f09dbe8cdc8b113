package cymru.diogelu.statute;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What has happened in a case up to an instant.
 *
 * @param events in the order of the case
 * @param closedAt when the case was closed; null while it is open and events may still come
 */
public record CaseHistory(List<CaseEvent> events, @Nullable Instant closedAt, Instant now, TimeLimits limits) {

    static final String CONCERN = "concern";

    /** The answers that the case was opened with, among them facts of the child under {@code children[]}. */
    Map<String, Object> concern() {
        return events.stream()
                .filter(event -> event.kind() == CaseEvent.Kind.ANSWERED && CONCERN.equals(event.id()))
                .findFirst()
                .map(CaseEvent::data)
                .orElse(Map.of());
    }

    /** Until when we have looked. */
    Instant end() {
        return closedAt == null ? now : closedAt;
    }
}
