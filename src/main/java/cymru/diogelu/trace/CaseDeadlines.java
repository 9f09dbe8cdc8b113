package cymru.diogelu.trace;

import cymru.diogelu.deadlines.ServiceClock;
import cymru.diogelu.ledger.Entry;
import cymru.diogelu.procedures.EntryKind;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Every statutory date of a case: why it is what it is, and whether it was kept. */
public record CaseDeadlines(List<Dated> deadlines) {

    static final EntryKind[] KINDS = {
        EntryKind.DEADLINE_SET,
        EntryKind.DEADLINE_EXTENDED,
        EntryKind.DEADLINE_LIFTED,
        EntryKind.ANSWERS_SUBMITTED,
        EntryKind.TASK_WITHDRAWN
    };

    /** How a date stands; that it passed while the step was open is never taken back. */
    public enum Status {
        /** Still to come. */
        OPEN,
        /** Done in time. */
        MET,
        /** Past, and the step is not done. */
        BREACHED,
        /** Done, but after the date. */
        LATE,
        /** No longer asked before the date came. */
        WITHDRAWN,
        /** Past while the step was open; later the step was no longer asked, and was never done. */
        BREACHED_THEN_WITHDRAWN
    }

    /**
     * One date.
     *
     * @param due the date first set, by which {@code status} judges
     * @param extendedTo the later date agreed by a senior manager or chair
     * @param done when the step was done; absent for a step that was not
     * @param withdrawn when the step was no longer asked of anybody, or no longer by this date
     */
    public record Dated(
            String provision,
            String process,
            String element,
            @Nullable String task,
            OffsetDateTime start,
            OffsetDateTime due,
            @Nullable OffsetDateTime extendedTo,
            List<OffsetDateTime> reminders,
            @Nullable OffsetDateTime done,
            @Nullable OffsetDateTime withdrawn,
            Status status,
            @Nullable Object explanation) {}

    static CaseDeadlines of(List<Entry> entries, Instant now) {
        List<Entry> telling = entries.stream().filter(CaseDeadlines::tells).toList();
        List<Dated> dated = new ArrayList<>();
        for (Entry entry : telling) {
            if (sets(entry)) {
                dated.add(dated(entry, telling, now));
            }
        }
        return new CaseDeadlines(dated);
    }

    /**
     * One date and what became of it.
     *
     * @param set the entry that set it
     * @param entries those of the case that {@link #tells tell} of dates
     * @throws java.time.DateTimeException when the entry does not hold what one of its kind must
     */
    public static Dated dated(Entry set, List<Entry> entries, Instant now) {
        Map<String, Object> body = set.body();
        OffsetDateTime due = time(body.get("due"));
        Entry lifted = lifted(set, entries);
        Entry done = lifted != null ? null : last(entries, entry -> ends(entry, set, EntryKind.ANSWERS_SUBMITTED));
        Entry withdrawn = lifted != null ? lifted : last(entries, entry -> ends(entry, set, EntryKind.TASK_WITHDRAWN));
        Entry extension = last(entries, entry -> laterDate(entry, set));
        return new Dated(
                String.valueOf(body.get("provision")),
                String.valueOf(set.subject().process()),
                String.valueOf(set.subject().element()),
                set.subject().task(),
                time(body.get("start")),
                due,
                extension == null ? null : time(extension.body().get("newDue")),
                reminders(body),
                local(done),
                local(withdrawn),
                status(due.toInstant(), at(done), at(withdrawn), now),
                body.get("explanation"));
    }

    /** Kept is what is done up to and including the due instant; what is still open at it is breached, as the timers say. */
    public static Status status(Instant due, @Nullable Instant done, @Nullable Instant withdrawn, Instant now) {
        if (done != null) {
            return done.isAfter(due) ? Status.LATE : Status.MET;
        }
        if (withdrawn != null) {
            return withdrawn.isBefore(due) ? Status.WITHDRAWN : Status.BREACHED_THEN_WITHDRAWN;
        }
        return now.isBefore(due) ? Status.OPEN : Status.BREACHED;
    }

    /** Whether an entry sets a date, as it must to be told: a forged one may hold something else. */
    static boolean sets(Entry entry) {
        return entry.kind().equals(EntryKind.DEADLINE_SET.word())
                && isTime(entry.body().get("start"))
                && isTime(entry.body().get("due"))
                && reminderTimes(entry.body()).allMatch(CaseDeadlines::isTime);
    }

    private static boolean isTime(@Nullable Object written) {
        try {
            time(written);
            return true;
        } catch (DateTimeException noTime) {
            return false;
        }
    }

    private static Stream<?> reminderTimes(Map<String, Object> body) {
        return body.get("reminders") instanceof List<?> reminders ? reminders.stream() : Stream.empty();
    }

    /** Whether an entry has a part in what becomes of dates. */
    public static boolean tells(Entry entry) {
        return Stream.of(KINDS).anyMatch(kind -> kind.word().equals(entry.kind()));
    }

    private static @Nullable Instant at(@Nullable Entry entry) {
        return entry == null ? null : entry.at();
    }

    private static boolean ends(Entry entry, Entry set, EntryKind end) {
        return entry.kind().equals(end.word())
                && Objects.equals(entry.subject().task(), set.subject().task());
    }

    /** What ends a date whose step goes on: the case was moved to models that do not set it. */
    private static @Nullable Entry lifted(Entry set, List<Entry> entries) {
        return entries.stream()
                .filter(entry -> entry.seq() > set.seq())
                .filter(entry -> ends(entry, set, EntryKind.DEADLINE_LIFTED))
                .filter(entry ->
                        Objects.equals(set.body().get("provision"), entry.body().get("provision")))
                .findFirst()
                .orElse(null);
    }

    private static List<OffsetDateTime> reminders(Map<String, Object> body) {
        return reminderTimes(body).map(CaseDeadlines::time).toList();
    }

    private static OffsetDateTime time(@Nullable Object written) {
        return OffsetDateTime.parse(String.valueOf(written));
    }

    private static @Nullable OffsetDateTime local(@Nullable Entry entry) {
        return entry == null ? null : entry.at().atZone(ServiceClock.LONDON).toOffsetDateTime();
    }

    /** A later date is that of the tasks it was agreed for: other steps and rounds may have the same provision. */
    private static boolean laterDate(Entry entry, Entry set) {
        return entry.kind().equals(EntryKind.DEADLINE_EXTENDED.word())
                && isTime(entry.body().get("newDue"))
                && Objects.equals(set.body().get("provision"), entry.body().get("provision"))
                && entry.body().get("tasks") instanceof List<?> tasks
                && tasks.contains(set.subject().task());
    }

    private static @Nullable Entry last(List<Entry> entries, java.util.function.Predicate<Entry> wanted) {
        return entries.stream().filter(wanted).reduce((first, second) -> second).orElse(null);
    }
}
