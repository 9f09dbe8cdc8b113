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

        assertThat(Standing.of(last, true, NOW)).isEqualTo(Standing.SOON);
        assertThat(Standing.of(last.plusMillis(1), false, NOW)).isEqualTo(Standing.RUNNING);
        assertThat(Standing.of(last.plusMillis(1), true, NOW)).isEqualTo(Standing.REMINDED);
    }

    @Test
    void aLimitIsOverdueAtItsInstant() {
        assertThat(Standing.of(NOW, true, NOW)).isEqualTo(Standing.OVERDUE);
        assertThat(Standing.of(NOW.plusMillis(1), false, NOW)).isEqualTo(Standing.SOON);
    }
}
