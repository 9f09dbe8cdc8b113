package cymru.diogelu.deadlines;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.concurrent.atomic.AtomicReference;

/**
 * The one clock of the service, in Europe/London, in whole milliseconds because databases keep no more. Real time, or
 * time that a demonstration or a test has moved forward; it never goes back.
 */
public final class ServiceClock extends Clock {

    /** The zone that every limit is counted in. */
    public static final ZoneId LONDON = ZoneId.of("Europe/London");

    private final Clock source;
    private final boolean standing;
    private final AtomicReference<Duration> ahead;

    private ServiceClock(Clock source, boolean standing, Duration ahead) {
        this.source = source;
        this.standing = standing;
        this.ahead = new AtomicReference<>(ahead);
    }

    /** A clock that shows real time. */
    public static ServiceClock real() {
        return new ServiceClock(Clock.systemUTC(), false, Duration.ZERO);
    }

    /** A clock that shows a chosen instant now and runs on from it. */
    public static ServiceClock startingAt(Instant first) {
        Clock source = Clock.systemUTC();
        return new ServiceClock(source, false, Duration.between(source.instant(), first));
    }

    /** A clock that stands still until it is moved, for tests. */
    public static ServiceClock fixedAt(Instant instant) {
        return new ServiceClock(Clock.fixed(instant, LONDON), true, Duration.ZERO);
    }

    /** @throws IllegalArgumentException when the instant has already passed */
    public synchronized void moveTo(Instant instant) {
        Instant now = instant();
        if (instant.isBefore(now)) {
            throw new IllegalArgumentException("the clock shows %s and cannot go back to %s".formatted(now, instant));
        }
        ahead.set(Duration.between(source.instant(), instant));
    }

    /** Moves to the instant unless a running clock has passed it by itself meanwhile. */
    public synchronized void reach(Instant instant) {
        Duration distance = Duration.between(source.instant(), instant);
        if (distance.compareTo(ahead.get()) > 0) {
            ahead.set(distance);
        }
    }

    /**
     * Makes a standing clock show another instant, also an earlier one: each story of a scenario book has its own date.
     *
     * @throws IllegalStateException when this clock runs, because the time of real cases never goes back
     */
    public synchronized void standAt(Instant instant) {
        if (!standing) {
            throw new IllegalStateException("this clock runs; it can only be moved forward");
        }
        ahead.set(Duration.between(source.instant(), instant));
    }

    @Override
    public Instant instant() {
        return source.instant().plus(ahead.get()).truncatedTo(ChronoUnit.MILLIS);
    }

    @Override
    public ZoneId getZone() {
        return LONDON;
    }

    /** The same clock, moved when this one is moved, that reads local dates in another zone. */
    @Override
    public Clock withZone(ZoneId zone) {
        return new InZone(this, zone);
    }

    private static final class InZone extends Clock {

        private final ServiceClock clock;
        private final ZoneId zone;

        InZone(ServiceClock clock, ZoneId zone) {
            this.clock = clock;
            this.zone = zone;
        }

        @Override
        public Instant instant() {
            return clock.instant();
        }

        @Override
        public ZoneId getZone() {
            return zone;
        }

        @Override
        public Clock withZone(ZoneId other) {
            return clock.withZone(other);
        }
    }

    /** Which of the two hours of an autumn night it is that the clock in Wales shows twice; empty at any other time. */
    public static String hourShownTwice(ZonedDateTime at) {
        boolean twice = LONDON.getRules().getValidOffsets(at.toLocalDateTime()).size() > 1;
        return !twice ? "" : at.getOffset().getTotalSeconds() == 0 ? "GMT" : "BST";
    }
}
