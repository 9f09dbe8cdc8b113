package cymru.diogelu.trace;

import cymru.diogelu.deadlines.ServiceClock;
import cymru.diogelu.ledger.Entry;
import cymru.diogelu.procedures.EntryKind;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Every statutory date of a case: why it is what it is, and whether it was kept. */
record CaseDeadlines(List<Dated> deadlines) {

    static final EntryKind[] KINDS = {
        EntryKind.DEADLINE_SET, EntryKind.DEADLINE_EXTENDED, EntryKind.ANSWERS_SUBMITTED, EntryKind.TASK_WITHDRAWN
    };

    /** How a date stands: still to come, kept, past and open, or done too late. */
    enum Status {
        OPEN,
        MET,
        BREACHED,
        LATE,
        WITHDRAWN
    }

    /**
     * One date.
     *
     * @param extendedTo the later date agreed by a senior manager or chair; the first date stays in {@code due}
     */
    record Dated(
            String provision,
            String process,
            String element,
            @Nullable String task,
            String start,
            String due,
            @Nullable String extendedTo,
            @Nullable Object reminders,
            @Nullable OffsetDateTime done,
            Status status,
            @Nullable Object explanation) {}

    static CaseDeadlines of(List<Entry> entries, Instant now) {
        List<Dated> dated = new ArrayList<>();
        for (Entry entry : entries) {
            if (entry.kind().equals(EntryKind.DEADLINE_SET.word())) {
                dated.add(dated(entry, entries, now));
            }
        }
        return new CaseDeadlines(dated);
    }

    private static Dated dated(Entry set, List<Entry> entries, Instant now) {
        Map<String, Object> body = set.body();
        Instant due = OffsetDateTime.parse((String) body.get("due")).toInstant();
        Entry end = last(entries, entry -> ends(entry, set));
        Entry extension = last(entries, entry -> laterDate(entry, set));
        return new Dated(
                String.valueOf(body.get("provision")),
                String.valueOf(set.subject().process()),
                String.valueOf(set.subject().element()),
                set.subject().task(),
                String.valueOf(body.get("start")),
                String.valueOf(body.get("due")),
                extension == null ? null : (String) extension.body().get("newDue"),
                body.get("reminders"),
                end == null ? null : end.at().atZone(ServiceClock.LONDON).toOffsetDateTime(),
                status(due, end, now),
                body.get("explanation"));
    }

    /** Kept is what is done up to and including the due instant; what is still open at it is breached, as the timers say. */
    private static Status status(Instant due, @Nullable Entry end, Instant now) {
        if (end == null) {
            return now.isBefore(due) ? Status.OPEN : Status.BREACHED;
        }
        if (end.kind().equals(EntryKind.TASK_WITHDRAWN.word())) {
            return Status.WITHDRAWN;
        }
        return end.at().isAfter(due) ? Status.LATE : Status.MET;
    }

    private static boolean ends(Entry entry, Entry set) {
        boolean end = entry.kind().equals(EntryKind.ANSWERS_SUBMITTED.word())
                || entry.kind().equals(EntryKind.TASK_WITHDRAWN.word());
        return end && Objects.equals(entry.subject().task(), set.subject().task());
    }

    /** A later date is that of the tasks it was agreed for: other steps and rounds may have the same provision. */
    private static boolean laterDate(Entry entry, Entry set) {
        return entry.kind().equals(EntryKind.DEADLINE_EXTENDED.word())
                && Objects.equals(set.body().get("provision"), entry.body().get("provision"))
                && entry.body().get("tasks") instanceof List<?> tasks
                && tasks.contains(set.subject().task());
    }

    private static @Nullable Entry last(List<Entry> entries, java.util.function.Predicate<Entry> wanted) {
        return entries.stream().filter(wanted).reduce((first, second) -> second).orElse(null);
    }
}
