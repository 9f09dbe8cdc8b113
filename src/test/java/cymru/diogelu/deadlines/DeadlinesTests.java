package cymru.diogelu.deadlines;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cymru.diogelu.statute.Provision;
import cymru.diogelu.statute.Provisions;
import cymru.diogelu.statute.UnknownProvision;
import java.time.Instant;
import java.time.OffsetDateTime;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DeadlinesTests {

    private static final String CARDIFF = "W06000015";
    private static final Instant START = Instant.parse("2026-03-10T10:00:00Z");

    private final ServiceClock clock = ServiceClock.fixedAt(START);
    private final Provisions provisions = Provisions.load();
    private final Deadlines deadlines = new Deadlines(provisions, WorkingCalendar.load(), clock);

    @Test
    void refusesWhatHasNoLimit() {
        assertThatThrownBy(() -> deadlines.calculate("DL-99", START, CARDIFF)).isInstanceOf(UnknownProvision.class);
        assertThatThrownBy(() -> deadlines.calculate("INV-01", START, CARDIFF))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void givesEveryLimitAsManyRemindersAsItAnnounces() {
        assertThat(provisions.all().stream().filter(provision -> provision.kind() == Provision.Kind.LIMIT))
                .allSatisfy(provision -> assertThat(deadlines
                                .calculate(provision.id(), START, CARDIFF)
                                .reminders())
                        .hasSize(deadlines.reminderCount(provision.id())));
    }

    @ParameterizedTest
    @CsvSource({"DL-01, 0", "DL-03, 1", "DL-28, 2", "DL-10, 2", "DL-05, 2", "DL-18, 2", "DL-24, 2", "INV-01, 0"})
    void announcesHowManyRemindersThereWillBe(String provision, int count) {
        assertThat(deadlines.reminderCount(provision)).isEqualTo(count);
    }

    @Test
    void extendsToALaterDateAndSaysSo() {
        Deadline original = deadlines.calculate("DL-09", START, CARDIFF);

        Deadline extended = deadlines.extended(original, Instant.parse("2026-04-01T16:00:00Z"));

        assertThat(extended.due()).isEqualTo(OffsetDateTime.parse("2026-04-01T17:00:00+01:00"));
        assertThat(extended.start()).isEqualTo(original.start());
        assertThat(extended.reminders()).isEmpty();
        assertThat(extended.explanation().due()).isEqualTo(extended.due());
        assertThat(extended.explanation().notes()).last().satisfies(note -> assertThat(note.en())
                .isEqualTo("More time was granted: from Tuesday 24 March 2026 17:00"
                        + " to Wednesday 1 April 2026 17:00."));
    }

    @Test
    void refusesAnExtensionThatIsNotLater() {
        Deadline original = deadlines.calculate("DL-09", START, CARDIFF);

        assertThatThrownBy(() -> deadlines.extended(original, original.due().toInstant()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("is not later than");
    }

    @Test
    void warnsWhenTheCalendarEndsWithinAYear() {
        clock.moveTo(Instant.parse("2027-12-31T12:00:00Z"));
        assertThat(deadlines.horizonWarning()).isEmpty();

        clock.moveTo(Instant.parse("2028-01-01T00:00:00Z"));
        assertThat(deadlines.horizonWarning().orElseThrow().en())
                .isEqualTo(
                        "Bank holidays are known only up to Sunday 31 December 2028. Bring the calendar up to date.");
    }
}
