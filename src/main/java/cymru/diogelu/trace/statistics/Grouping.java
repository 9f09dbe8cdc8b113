package cymru.diogelu.trace.statistics;

import cymru.diogelu.deadlines.ServiceClock;
import java.time.YearMonth;
import java.util.function.Function;

/** By what dates are put together. */
public enum Grouping {
    PROVISION(CountedDeadline::provision),
    /** A step of a procedure, {@code process/element}. */
    STEP(deadline -> deadline.process() + "/" + deadline.element()),
    AGENCY(CountedDeadline::agency),
    /** The group that was asked, {@code role.place}. */
    TEAM(CountedDeadline::team),
    AUTHORITY(CountedDeadline::authority),
    /** Of the due date in Europe/London, {@code 2027-04}. */
    MONTH(deadline -> YearMonth.from(deadline.due().atZone(ServiceClock.LONDON)).toString());

    private final Function<CountedDeadline, String> key;

    Grouping(Function<CountedDeadline, String> key) {
        this.key = key;
    }

    String of(CountedDeadline deadline) {
        return key.apply(deadline);
    }
}
