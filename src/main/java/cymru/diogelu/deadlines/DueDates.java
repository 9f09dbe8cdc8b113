package cymru.diogelu.deadlines;

import cymru.diogelu.language.Bilingual;
import cymru.diogelu.statute.Limit;
import cymru.diogelu.statute.Limit.Unit;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Counts a limit from a start; the rules are those of the decision record on counting of time. */
record DueDates(WorkingCalendar calendar) {

    DueDate count(Limit limit, ZonedDateTime start) {
        return switch (limit.unit()) {
            case IMMEDIATELY -> elapsed(start, start);
            case CLOCK_HOURS -> hours(limit, start);
            case WORKING_DAYS -> workingDays(limit, start);
            case WORKING_DAYS_BEFORE -> workingDaysBefore(limit, start);
            case DAYS -> calendarTime(limit, start, start.plusDays(limit.length()));
            case WEEKS -> calendarTime(limit, start, start.plusWeeks(limit.length()));
            case MONTHS -> calendarTime(limit, start, start.plusMonths(limit.length()));
        };
    }

    private static DueDate elapsed(ZonedDateTime start, ZonedDateTime due) {
        List<Bilingual> notes = start.getOffset().equals(due.getOffset()) ? List.of() : List.of(Wording.clockChange());
        return new DueDate(start, Wording.beginsAtOnce(), due, List.of(), notes, List.of());
    }

    /** ZonedDateTime adds hours on the time-line, so that they are hours that really pass. */
    private static DueDate hours(Limit limit, ZonedDateTime start) {
        return elapsed(start, start.plusHours(limit.length()));
    }

    private DueDate workingDays(Limit limit, ZonedDateTime start) {
        ZonedDateTime from = calendar.openFrom(start);
        LocalDate last = calendar.plusWorkingDays(from.toLocalDate(), limit.length());
        Bilingual beginning = from.equals(start) ? Wording.beginsInHours() : Wording.beginsAtOpening(from);
        List<SkippedDay> skipped = closedDays(start.toLocalDate(), last);
        return new DueDate(
                from, beginning, calendar.closing(last), skipped, List.of(), warnings(start.toLocalDate(), last));
    }

    private DueDate workingDaysBefore(Limit limit, ZonedDateTime event) {
        LocalDate day = event.toLocalDate();
        LocalDate last = calendar.plusWorkingDays(day, -limit.length());
        return new DueDate(
                event,
                Wording.beginsAtEvent(),
                calendar.closing(last),
                closedDays(last, day.minusDays(1)),
                List.of(),
                warnings(last, day));
    }

    private DueDate calendarTime(Limit limit, ZonedDateTime start, ZonedDateTime due) {
        LocalDate day = due.toLocalDate();
        List<Bilingual> notes = new ArrayList<>();
        if (limit.unit() == Unit.MONTHS && day.getDayOfMonth() != start.getDayOfMonth()) {
            notes.add(Wording.shortMonth(day));
        }
        if (!due.toLocalTime().equals(start.toLocalTime())) {
            notes.add(Wording.clockChange());
        }
        calendar.closure(day).ifPresent(reason -> notes.add(Wording.notMoved(new SkippedDay(day, reason))));
        return new DueDate(start, Wording.beginsAtOnce(), due, List.of(), notes, warnings(start.toLocalDate(), day));
    }

    private List<SkippedDay> closedDays(LocalDate first, LocalDate last) {
        return first.datesUntil(last.plusDays(1))
                .flatMap(day -> calendar.closure(day).stream().map(reason -> new SkippedDay(day, reason)))
                .toList();
    }

    private List<Bilingual> warnings(LocalDate first, LocalDate last) {
        boolean known = Stream.of(first, last).allMatch(calendar::knows);
        return known ? List.of() : List.of(Wording.unknownHolidays(calendar));
    }
}
