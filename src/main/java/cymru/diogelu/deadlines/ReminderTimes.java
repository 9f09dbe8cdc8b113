package cymru.diogelu.deadlines;

import cymru.diogelu.statute.Limit;
import cymru.diogelu.statute.Limit.Unit;
import cymru.diogelu.statute.Reminder;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.Comparator;
import java.util.List;

/**
 * When the reminders of a limit fall; those that count working days fall at 09:00. None comes before the limit begins or
 * after it ends.
 */
record ReminderTimes(WorkingCalendar calendar) {

    List<ZonedDateTime> of(List<Reminder> reminders, Limit limit, DueDate counted) {
        return reminders.stream()
                .map(reminder -> within(limit, counted, at(reminder, limit, counted)))
                .sorted(Comparator.naturalOrder())
                .toList();
    }

    private ZonedDateTime at(Reminder reminder, Limit limit, DueDate counted) {
        int amount = reminder.amount();
        ZonedDateTime due = counted.due();
        return switch (reminder.kind()) {
            case PERCENT -> share(amount, limit, counted);
            case WORKING_HOURS_IN -> calendar.plusWorkingTime(counted.countsFrom(), Duration.ofHours(amount));
            case WORKING_HOURS_BEFORE -> calendar.minusWorkingTime(due, Duration.ofHours(amount));
            case WORKING_DAYS_BEFORE -> calendar.opening(calendar.plusWorkingDays(due.toLocalDate(), -amount));
        };
    }

    private ZonedDateTime share(int percent, Limit limit, DueDate counted) {
        if (limit.unit() == Unit.WORKING_DAYS) {
            LocalDate dayZero = counted.countsFrom().toLocalDate();
            int days = (limit.length() * percent + 99) / 100;
            return calendar.opening(calendar.plusWorkingDays(dayZero, days));
        }
        Duration whole = Duration.between(counted.countsFrom(), counted.due());
        return counted.countsFrom().plus(whole.multipliedBy(percent).dividedBy(100));
    }

    /** A limit that counts back from an event may remind long before: its start is the event itself. */
    private static ZonedDateTime within(Limit limit, DueDate counted, ZonedDateTime reminder) {
        if (reminder.isAfter(counted.due())) {
            return counted.due();
        }
        boolean early = limit.unit() != Unit.WORKING_DAYS_BEFORE && reminder.isBefore(counted.countsFrom());
        return early ? counted.countsFrom() : reminder;
    }
}
