package cymru.diogelu.deadlines;

import static org.assertj.core.api.Assertions.assertThat;

import cymru.diogelu.statute.Limit;
import cymru.diogelu.statute.Limit.Unit;
import cymru.diogelu.statute.Provisions;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

/** The dates in the tables were worked out by hand from the calendar, with the reasoning in the note of each row. */
class DueDateTableTests {

    private static final WorkingCalendar CALENDAR = WorkingCalendar.load();
    private static final Deadlines DEADLINES = new Deadlines(
            Provisions.load("classpath:deadlines/overrides"), CALENDAR, ServiceClock.fixedAt(Instant.EPOCH));

    @ParameterizedTest
    @CsvFileSource(resources = "/deadlines/golden.csv", delimiter = '|', numLinesToSkip = 1)
    void fallsDueWhenTheTableSays(String what, String authority, String start, String due, String note) {
        OffsetDateTime from = OffsetDateTime.parse(start);

        OffsetDateTime found = what.endsWith(" months")
                ? monthsAfter(from, Integer.parseInt(what.split(" ")[0]))
                : DEADLINES.calculate(what, from.toInstant(), authority).due();

        assertThat(found)
                .as(note)
                .isEqualTo(OffsetDateTime.parse(due))
                .hasToString(OffsetDateTime.parse(due).toString());
    }

    @ParameterizedTest
    @CsvFileSource(resources = "/deadlines/reminders.csv", delimiter = '|', numLinesToSkip = 1)
    void remindsWhenTheTableSays(String provision, String authority, String start, String reminders, String note) {
        List<OffsetDateTime> expected = reminders == null
                ? List.of()
                : Arrays.stream(reminders.split(" ")).map(OffsetDateTime::parse).toList();

        Deadline deadline =
                DEADLINES.calculate(provision, OffsetDateTime.parse(start).toInstant(), authority);

        assertThat(deadline.reminders()).as(note).isEqualTo(expected).hasSize(DEADLINES.reminderCount(provision));
    }

    private static OffsetDateTime monthsAfter(OffsetDateTime start, int months) {
        return new DueDates(CALENDAR)
                .count(new Limit(months, Unit.MONTHS, Limit.TASK_OFFERED), start.atZoneSameInstant(ServiceClock.LONDON))
                .due()
                .toOffsetDateTime();
    }
}
