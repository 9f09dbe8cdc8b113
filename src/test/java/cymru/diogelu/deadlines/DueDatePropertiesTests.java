package cymru.diogelu.deadlines;

import static org.assertj.core.api.Assertions.assertThat;

import cymru.diogelu.statute.Limit;
import cymru.diogelu.statute.Limit.Unit;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

class DueDatePropertiesTests {

    private static final Instant FIRST = Instant.parse("2025-02-01T00:00:00Z");
    private static final Instant LAST = Instant.parse("2028-08-01T00:00:00Z");

    private final WorkingCalendar calendar = WorkingCalendar.load();
    private final DueDates dueDates = new DueDates(calendar);

    @Property(seed = "20260401")
    void fallsAfterItsStart(
            @ForAll("starts") ZonedDateTime start,
            @ForAll("forward") Unit unit,
            @ForAll @IntRange(min = 1, max = 42) int length) {
        assertThat(due(unit, length, start)).isAfter(start);
    }

    @Property(seed = "20260402")
    void endsAtClosingOfAWorkingDay(
            @ForAll("starts") ZonedDateTime start, @ForAll @IntRange(min = 1, max = 42) int length) {
        ZonedDateTime due = due(Unit.WORKING_DAYS, length, start);

        assertThat(calendar.isWorkingDay(due.toLocalDate())).isTrue();
        assertThat(due.toLocalTime()).isEqualTo("17:00");
    }

    @Property(seed = "20260403")
    void hasExactlyItsNumberOfWorkingDays(
            @ForAll("starts") ZonedDateTime start, @ForAll @IntRange(min = 1, max = 42) int length) {
        DueDate counted = dueDates.count(new Limit(length, Unit.WORKING_DAYS, Limit.TASK_OFFERED), start);

        assertThat(workingDaysAfter(
                        counted.countsFrom().toLocalDate(), counted.due().toLocalDate()))
                .isEqualTo(length);
    }

    @Property(seed = "20260404")
    void countsBackAsManyWorkingDaysAsForward(
            @ForAll("starts") ZonedDateTime event, @ForAll @IntRange(min = 1, max = 15) int length) {
        LocalDate due = due(Unit.WORKING_DAYS_BEFORE, length, event).toLocalDate();

        assertThat(workingDaysAfter(due.minusDays(1), event.toLocalDate().minusDays(1)))
                .isEqualTo(length);
    }

    @Property(seed = "20260405")
    void neverFallsEarlierForALaterStart(
            @ForAll("starts") ZonedDateTime start,
            @ForAll @IntRange(min = 0, max = 20_000) int minutesLater,
            @ForAll("exact") Unit unit,
            @ForAll @IntRange(min = 1, max = 42) int length) {
        ZonedDateTime later = start.plus(Duration.ofMinutes(minutesLater));

        assertThat(due(unit, length, later)).isAfterOrEqualTo(due(unit, length, start));
    }

    @Property(seed = "20260406")
    void letsHoursReallyPass(@ForAll("starts") ZonedDateTime start, @ForAll @IntRange(min = 1, max = 200) int length) {
        assertThat(Duration.between(start, due(Unit.CLOCK_HOURS, length, start)))
                .isEqualTo(Duration.ofHours(length));
    }

    @Property(seed = "20260407")
    void accountsForEveryDayInBetween(
            @ForAll("starts") ZonedDateTime start, @ForAll @IntRange(min = 1, max = 42) int length) {
        DueDate counted = dueDates.count(new Limit(length, Unit.WORKING_DAYS, Limit.TASK_OFFERED), start);
        LocalDate from = counted.countsFrom().toLocalDate();
        LocalDate until = counted.due().toLocalDate();

        long skipped = counted.skipped().stream()
                .filter(day -> day.date().isAfter(from))
                .count();

        assertThat(skipped + length).isEqualTo(from.until(until, ChronoUnit.DAYS));
    }

    @Property(seed = "20260408")
    void addsAndTakesAwayTheSameWorkingTime(
            @ForAll("starts") ZonedDateTime start, @ForAll @IntRange(min = 1, max = 479) int minutes) {
        ZonedDateTime from = calendar.openFrom(start);
        ZonedDateTime there = calendar.plusWorkingTime(from, Duration.ofMinutes(minutes));

        assertThat(calendar.plusWorkingTime(
                        calendar.minusWorkingTime(there, Duration.ofMinutes(minutes)), Duration.ofMinutes(minutes)))
                .isEqualTo(there);
    }

    private long workingDaysAfter(LocalDate from, LocalDate until) {
        return from.plusDays(1)
                .datesUntil(until.plusDays(1))
                .filter(calendar::isWorkingDay)
                .count();
    }

    private ZonedDateTime due(Unit unit, int length, ZonedDateTime start) {
        return dueDates.count(new Limit(length, unit, Limit.TASK_OFFERED), start)
                .due();
    }

    @Provide
    Arbitrary<ZonedDateTime> starts() {
        return Arbitraries.longs()
                .between(FIRST.getEpochSecond(), LAST.getEpochSecond())
                .map(second -> Instant.ofEpochSecond(second).atZone(ServiceClock.LONDON));
    }

    @Provide
    Arbitrary<Unit> forward() {
        return Arbitraries.of(Unit.CLOCK_HOURS, Unit.WORKING_DAYS, Unit.DAYS, Unit.WEEKS, Unit.MONTHS);
    }

    @Provide
    Arbitrary<Unit> exact() {
        return Arbitraries.of(Unit.CLOCK_HOURS, Unit.WORKING_DAYS, Unit.WORKING_DAYS_BEFORE);
    }
}
