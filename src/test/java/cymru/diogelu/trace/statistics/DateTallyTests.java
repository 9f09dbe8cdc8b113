package cymru.diogelu.trace.statistics;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class DateTallyTests {

    private static final Instant START = Instant.parse("2027-05-10T09:00:00Z");
    private static final Instant DUE = START.plusSeconds(7_200);

    private final DateTally tally = new DateTally();

    @Test
    void everyDateIsCountedUnderOneFate() {
        count(DUE, null, null);
        count(DUE.plusSeconds(60), null, null);
        count(null, DUE.minusSeconds(1), null);
        count(null, DUE, null);
        count(null, null, null);

        Compliance.Row row = tally.row("DL-03");

        assertThat(row.met()).isEqualTo(1);
        assertThat(row.late()).isEqualTo(1);
        assertThat(row.withdrawn()).isEqualTo(1);
        assertThat(row.neverDone()).isEqualTo(1);
        assertThat(row.openLate()).isEqualTo(1);
        assertThat(row.missed()).isEqualTo(3);
        assertThat(row.all()).isEqualTo(5);
        assertThat(row.shareMet()).isEqualTo(25.0);
    }

    @Test
    void moreTimeIsCountedAndMakesNothingLateMet() {
        count(DUE.plusSeconds(60), null, DUE.plusSeconds(3_600));

        assertThat(tally.row("DL-03").extended()).isEqualTo(1);
        assertThat(tally.row("DL-03").met()).isZero();
    }

    @Test
    void lengthsAreOfWhatWasDoneAndLatenessOfWhatWasDoneLate() {
        count(START.plusSeconds(10), null, null);
        count(START.plusSeconds(20), null, null);
        count(DUE.plusSeconds(30), null, null);
        count(START.minusSeconds(5), null, null);

        Compliance.Row row = tally.row("DL-03");

        assertThat(row.taken()).isEqualTo(new Spread(3, Duration.ofSeconds(20), Duration.ofSeconds(7_230)));
        assertThat(row.lateness()).isEqualTo(new Spread(1, Duration.ofSeconds(30), Duration.ofSeconds(30)));
    }

    @Test
    void whereNothingCanBeJudgedThereIsNoShare() {
        count(null, DUE.minusSeconds(1), null);

        assertThat(tally.row("DL-03").shareMet()).isNull();
    }

    private void count(@Nullable Instant done, @Nullable Instant withdrawn, @Nullable Instant extendedTo) {
        tally.add(
                new CountedDeadline(
                        "DGL-2027-000001",
                        "W06000015",
                        1,
                        "DL-03",
                        "section-130-report",
                        1,
                        "userTask_decide",
                        "team-manager.W06000015",
                        START,
                        DUE,
                        extendedTo,
                        done,
                        withdrawn),
                DUE.plusSeconds(86_400));
    }
}
