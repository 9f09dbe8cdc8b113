package cymru.diogelu.deadlines;

import cymru.diogelu.language.Bilingual;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.util.Optional;

/**
 * Working days (Monday to Friday without the bank holidays of England and Wales) and working hours (09:00 to 17:00 in
 * London). Days outside {@link #first()} to {@link #horizon()} are taken as if they were no bank holidays.
 */
public final class WorkingCalendar {

    static final LocalTime OPENS = LocalTime.of(9, 0);
    static final LocalTime CLOSES = LocalTime.of(17, 0);

    private final BankHolidays holidays;

    WorkingCalendar(BankHolidays holidays) {
        this.holidays = holidays;
    }

    /**
     * The calendar that comes with this program, for use without Spring.
     *
     * @throws BrokenCalendar when its data does not hold together
     */
    public static WorkingCalendar load() {
        return new WorkingCalendar(BankHolidays.read("classpath:calendar"));
    }

    public boolean isWorkingDay(LocalDate date) {
        return closure(date).isEmpty();
    }

    /** Why a day is not a working day: the weekend or the holiday's name; empty for a working day. */
    public Optional<Bilingual> closure(LocalDate date) {
        Optional<Bilingual> holiday = holidays.on(date);
        return holiday.isPresent() ? holiday : weekend(date.getDayOfWeek());
    }

    private static Optional<Bilingual> weekend(DayOfWeek day) {
        return day == DayOfWeek.SATURDAY || day == DayOfWeek.SUNDAY
                ? Optional.of(new Bilingual("weekend", "penwythnos"))
                : Optional.empty();
    }

    /** The first day whose bank holidays are known. */
    public LocalDate first() {
        return holidays.first();
    }

    /** The last day whose bank holidays are known. */
    public LocalDate horizon() {
        return holidays.horizon();
    }

    boolean knows(LocalDate date) {
        return !date.isBefore(first()) && !date.isAfter(horizon());
    }

    /** The n-th working day after a date, or before it when n is negative; the date itself is not counted. */
    LocalDate plusWorkingDays(LocalDate date, int n) {
        LocalDate day = date;
        for (int left = Math.abs(n); left > 0; left -= isWorkingDay(day) ? 1 : 0) {
            day = day.plusDays(n < 0 ? -1 : 1);
        }
        return day;
    }

    /** The moment itself in working hours, both ends included; else the next opening. */
    ZonedDateTime openFrom(ZonedDateTime moment) {
        LocalDate day = moment.toLocalDate();
        if (isWorkingDay(day) && !moment.toLocalTime().isAfter(CLOSES)) {
            return moment.toLocalTime().isBefore(OPENS) ? opening(day) : moment;
        }
        return opening(plusWorkingDays(day, 1));
    }

    /** The moment itself in working hours, both ends included; else the last closing before it. */
    private ZonedDateTime openUntil(ZonedDateTime moment) {
        LocalDate day = moment.toLocalDate();
        if (isWorkingDay(day) && !moment.toLocalTime().isBefore(OPENS)) {
            return moment.toLocalTime().isAfter(CLOSES) ? closing(day) : moment;
        }
        return closing(plusWorkingDays(day, -1));
    }

    ZonedDateTime opening(LocalDate day) {
        return day.atTime(OPENS).atZone(ServiceClock.LONDON);
    }

    ZonedDateTime closing(LocalDate day) {
        return day.atTime(CLOSES).atZone(ServiceClock.LONDON);
    }

    /** The moment at which so much working time has passed. */
    ZonedDateTime plusWorkingTime(ZonedDateTime moment, Duration time) {
        ZonedDateTime from = openFrom(moment);
        Duration left = time;
        while (left.compareTo(untilClosing(from)) > 0) {
            left = left.minus(untilClosing(from));
            from = opening(plusWorkingDays(from.toLocalDate(), 1));
        }
        return from.plus(left);
    }

    /** The moment from which so much working time passes until the given one. */
    ZonedDateTime minusWorkingTime(ZonedDateTime moment, Duration time) {
        ZonedDateTime until = openUntil(moment);
        Duration left = time;
        while (left.compareTo(sinceOpening(until)) > 0) {
            left = left.minus(sinceOpening(until));
            until = closing(plusWorkingDays(until.toLocalDate(), -1));
        }
        return until.minus(left);
    }

    private Duration untilClosing(ZonedDateTime moment) {
        return Duration.between(moment, closing(moment.toLocalDate()));
    }

    private Duration sinceOpening(ZonedDateTime moment) {
        return Duration.between(opening(moment.toLocalDate()), moment);
    }
}
