package cymru.diogelu.operations;

import cymru.diogelu.deadlines.ServiceClock;
import cymru.diogelu.procedures.DueWork;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.Period;
import java.time.ZonedDateTime;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Lets a demonstration see limits pass: moves the one clock forward and answers when what fell due has run. */
@ConditionalOnProperty(name = "diogelu.demonstration", matchIfMissing = true)
@RestController
class DemonstrationClock {

    private final ServiceClock clock;
    private final DueWork dueWork;

    DemonstrationClock(ServiceClock clock, DueWork dueWork) {
        this.clock = clock;
        this.dueWork = dueWork;
    }

    @PostMapping("/api/v1/demo/clock")
    Moved move(@RequestBody Move move) {
        int ran = dueWork.advanceTo(move.target(clock));
        return new Moved(clock.instant().atZone(clock.getZone()).toOffsetDateTime(), ran);
    }

    /** Either a length of time ({@code P2D}, {@code PT3H}, {@code P1DT2H}) or an instant with offset. */
    record Move(@Nullable String advance, @Nullable String to) {

        Instant target(ServiceClock clock) {
            if ((advance == null) == (to == null)) {
                throw new IllegalArgumentException("either advance or to");
            }
            return to != null ? OffsetDateTime.parse(to).toInstant() : advanced(clock);
        }

        /** Days are days of the calendar in Wales, so that two of them stay two over a change of the clocks. */
        private Instant advanced(ServiceClock clock) {
            String text = String.valueOf(advance);
            int time = text.indexOf('T');
            ZonedDateTime target = clock.instant().atZone(clock.getZone());
            if (time != 1) {
                target = target.plus(Period.parse(time < 0 ? text : text.substring(0, time)));
            }
            return time < 0
                    ? target.toInstant()
                    : target.plus(Duration.parse("P" + text.substring(time))).toInstant();
        }
    }

    record Moved(OffsetDateTime now, int ran) {}
}
