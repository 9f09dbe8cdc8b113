package cymru.diogelu.worklist.pages;

import static org.assertj.core.api.Assertions.assertThat;

import cymru.diogelu.procedures.OpenTask;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class StandingTests {

    private static final Instant NOW = Instant.parse("2027-04-19T09:00:00Z");

    @Test
    void aLimitIsSoonUpToTheInstantThatTheWorklistFiltersBy() {
        Instant last = OpenTask.soonUntil(NOW);

        assertThat(Standing.of(last, NOW)).isEqualTo(Standing.SOON);
        assertThat(Standing.of(last.plusMillis(1), NOW)).isEqualTo(Standing.RUNNING);
    }

    @Test
    void aLimitIsOverdueAtItsInstant() {
        assertThat(Standing.of(NOW, NOW)).isEqualTo(Standing.OVERDUE);
        assertThat(Standing.of(NOW.plusMillis(1), NOW)).isEqualTo(Standing.SOON);
    }
}
