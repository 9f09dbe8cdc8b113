package cymru.diogelu.deadlines;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ServiceClockTests {

    private static final Instant NOON = Instant.parse("2026-06-01T11:00:00Z");

    @Test
    void standsStillUntilItIsMoved() {
        ServiceClock clock = ServiceClock.fixedAt(NOON);

        clock.moveTo(NOON.plusSeconds(60));

        assertThat(clock.instant()).isEqualTo(NOON.plusSeconds(60));
        assertThat(clock.millis()).isEqualTo(NOON.plusSeconds(60).toEpochMilli());
    }

    @Test
    void neverGoesBack() {
        ServiceClock clock = ServiceClock.fixedAt(NOON);

        assertThatThrownBy(() -> clock.moveTo(NOON.minusMillis(1)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("cannot go back");
        assertThat(clock.instant()).isEqualTo(NOON);
    }

    @Test
    void runsOnFromAChosenInstant() {
        ServiceClock clock = ServiceClock.startingAt(NOON);

        Instant first = clock.instant();
        clock.moveTo(first.plus(Duration.ofDays(2)));

        assertThat(first).isBetween(NOON.minusMillis(1), NOON.plusSeconds(30));
        assertThat(clock.instant()).isBetween(first.plus(Duration.ofDays(2)), NOON.plus(Duration.ofDays(3)));
    }

    @Test
    void showsWholeMilliseconds() {
        assertThat(ServiceClock.fixedAt(NOON.plusNanos(1_999_999)).instant()).isEqualTo(NOON.plusMillis(1));
        assertThat(ServiceClock.real().instant().getNano() % 1_000_000).isZero();
    }

    @Test
    void readsDatesInLondon() {
        ServiceClock clock = ServiceClock.fixedAt(Instant.parse("2026-06-01T23:30:00Z"));

        assertThat(LocalDate.now(clock)).isEqualTo("2026-06-02");
        assertThat(LocalDate.now(clock.withZone(ZoneOffset.UTC))).isEqualTo("2026-06-01");
    }

    @Test
    void movesItsOtherZonesWithIt() {
        ServiceClock clock = ServiceClock.fixedAt(NOON);
        Clock tokyo = clock.withZone(ZoneId.of("Asia/Tokyo"));

        clock.moveTo(NOON.plusSeconds(5));

        assertThat(tokyo.instant()).isEqualTo(NOON.plusSeconds(5));
        assertThat(tokyo.getZone()).isEqualTo(ZoneId.of("Asia/Tokyo"));
        assertThat(tokyo.withZone(ZoneOffset.UTC).instant()).isEqualTo(NOON.plusSeconds(5));
    }

    @ParameterizedTest
    @CsvSource({
        "2027-10-31T00:59:59+01:00, ''",
        "2027-10-31T01:20:00+01:00, BST",
        "2027-10-31T01:20:00+00:00, GMT",
        "2027-10-31T02:00:00+00:00, ''",
        "2027-03-28T02:00:00+01:00, ''"
    })
    void tellsApartTheHourThatTheClockShowsTwice(String at, String hour) {
        ZonedDateTime shown = OffsetDateTime.parse(at).atZoneSameInstant(ServiceClock.LONDON);
        assertThat(ServiceClock.hourShownTwice(shown)).isEqualTo(hour);
    }
}
