package cymru.diogelu.procedures.recording;

import cymru.diogelu.ledger.Entry;
import cymru.diogelu.ledger.Ledger;
import cymru.diogelu.procedures.EntryKind;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The dates of one task as its case's record has them, by provision. */
final class DatesOnRecord {

    /** What the record says of one date: when it is, whether it was passed, and the later one that was agreed. */
    static final class DateOnRecord {

        private final Instant due;
        private final List<Instant> reminders;
        private boolean breached;
        private @Nullable Instant extended;

        private DateOnRecord(Instant due, List<Instant> reminders) {
            this.due = due;
            this.reminders = reminders;
        }

        Instant due() {
            return due;
        }

        List<Instant> reminders() {
            return reminders;
        }

        boolean breached() {
            return breached;
        }

        @Nullable
        Instant extended() {
            return extended;
        }
    }

    private final String task;
    private final Map<String, DateOnRecord> dates = new LinkedHashMap<>();

    private DatesOnRecord(String task) {
        this.task = task;
    }

    static Map<String, DateOnRecord> of(Ledger ledger, String caseReference, String task) {
        DatesOnRecord dates = new DatesOnRecord(task);
        ledger.forEach(caseReference, dates::read);
        return dates.dates;
    }

    private void read(Entry entry) {
        String provision = String.valueOf(entry.body().get("provision"));
        DateOnRecord date = dates.get(provision);
        if (is(entry, EntryKind.DEADLINE_SET) && task.equals(entry.subject().task())) {
            dates.put(provision, new DateOnRecord(instant(entry.body().get("due")), reminders(entry)));
        } else if (is(entry, EntryKind.DEADLINE_LIFTED)
                && task.equals(entry.subject().task())) {
            dates.remove(provision);
        } else if (date != null && entry.body().get("tasks") instanceof List<?> tasks && tasks.contains(task)) {
            date.breached |= is(entry, EntryKind.DEADLINE_BREACHED);
            if (is(entry, EntryKind.DEADLINE_EXTENDED)) {
                date.extended = instant(entry.body().get("newDue"));
            }
        }
    }

    private static List<Instant> reminders(Entry entry) {
        return entry.body().get("reminders") instanceof List<?> all
                ? all.stream().map(DatesOnRecord::instant).toList()
                : List.of();
    }

    private static boolean is(Entry entry, EntryKind kind) {
        return entry.kind().equals(kind.word());
    }

    private static Instant instant(@Nullable Object written) {
        return OffsetDateTime.parse(String.valueOf(written)).toInstant();
    }
}
