package cymru.diogelu.operations;

import cymru.diogelu.deadlines.ServiceClock;
import cymru.diogelu.procedures.DueWork;
import cymru.diogelu.worklist.InvalidRequest;
import io.swagger.v3.oas.annotations.Operation;
import java.time.DateTimeException;
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
    @Operation(
            summary = "Move the demonstration's clock",
            description =
                    "Forward only, by a length of time or to an instant. Runs what falls due on the way and answers when all of"
                            + " it has run. Moving `to` an instant twice is refused or changes nothing; `advance` moves each time.")
    Moved move(@RequestBody Move move) {
        ZonedDateTime now = clock.instant().atZone(clock.getZone());
        Instant target = move.target(now);
        int ran = target.equals(now.toInstant()) ? dueWork.runDue() : dueWork.advanceTo(target);
        return new Moved(clock.instant().atZone(clock.getZone()).toOffsetDateTime(), ran);
    }

    /** Either a length of time ({@code P2D}, {@code PT3H}, {@code P1DT2H}) or an instant with offset. */
    record Move(@Nullable String advance, @Nullable String to) {

        /** Far enough for a child's whole time under 18, near enough to come to an end. */
        private static final Period FARTHEST = Period.ofYears(18);

        Instant target(ZonedDateTime now) {
            if ((advance == null) == (to == null)) {
                throw new InvalidRequest(advance == null ? "advance" : "to", advance == null ? "required" : "either");
            }
            String key = advance != null ? "advance" : "to";
            Instant target = read(key, now);
            if (target.isBefore(now.toInstant())) {
                throw new InvalidRequest(key, "backwards");
            }
            if (target.isAfter(now.plus(FARTHEST).toInstant())) {
                throw new InvalidRequest(key, "tooFar");
            }
            return target;
        }

        private Instant read(String key, ZonedDateTime now) {
            try {
                return to != null ? OffsetDateTime.parse(to).toInstant() : advanced(now);
            } catch (DateTimeException | ArithmeticException noTime) {
                throw new InvalidRequest(key, "wrongType");
            }
        }

        /** Days are days of the calendar in Wales, so that two of them stay two over a change of the clocks. */
        private Instant advanced(ZonedDateTime now) {
            String text = String.valueOf(advance);
            int time = text.indexOf('T');
            ZonedDateTime target = now;
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
