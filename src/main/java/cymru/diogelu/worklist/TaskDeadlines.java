package cymru.diogelu.worklist;

import cymru.diogelu.ledger.Entry;
import cymru.diogelu.ledger.Ledger;
import cymru.diogelu.procedures.EntryKind;
import cymru.diogelu.procedures.OpenTask;
import java.time.OffsetDateTime;
import java.util.Comparator;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The date of a task as it was set, with its explanation, read from the record of the case. */
@Component
class TaskDeadlines {

    private static final Comparator<Map<String, Object>> EARLIEST =
            Comparator.comparing(deadline -> OffsetDateTime.parse((String) deadline.get("due")));

    private final Ledger ledger;

    TaskDeadlines(Ledger ledger) {
        this.ledger = ledger;
    }

    @Nullable
    Map<String, Object> earliest(OpenTask task) {
        AtomicReference<@Nullable Map<String, Object>> earliest = new AtomicReference<>();
        ledger.forEach(task.caseReference(), entry -> {
            if (entry.readable() && sets(entry, task)) {
                earliest.accumulateAndGet(entry.body(), TaskDeadlines::earlier);
            }
        });
        return earliest.get();
    }

    private static boolean sets(Entry entry, OpenTask task) {
        return entry.kind().equals(EntryKind.DEADLINE_SET.word())
                && task.id().equals(entry.subject().task());
    }

    private static @Nullable Map<String, Object> earlier(
            @Nullable Map<String, Object> one, @Nullable Map<String, Object> other) {
        if (one == null || other == null) {
            return one == null ? other : one;
        }
        return EARLIEST.compare(one, other) <= 0 ? one : other;
    }
}
