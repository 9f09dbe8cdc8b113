package cymru.diogelu.deadlines;

import cymru.diogelu.language.Bilingual;
import cymru.diogelu.statute.Limit;
import cymru.diogelu.statute.LocalLimit;
import cymru.diogelu.statute.Provision;
import cymru.diogelu.statute.Provisions;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Optional;

/**
 * From a provision, a start and an authority to the date that can explain itself. Counting is by the rule of part 2 of
 * the domain document, kept in the decision record on counting of time.
 */
public final class Deadlines {

    private final Provisions provisions;
    private final WorkingCalendar calendar;
    private final Clock clock;

    public Deadlines(Provisions provisions, WorkingCalendar calendar, Clock clock) {
        this.provisions = provisions;
        this.calendar = calendar;
        this.clock = clock;
    }

    /**
     * @param start when the provision's clock fact happened; for a limit that counts back, when the event will be
     * @param gss the authority whose own length counts where it has set one
     * @throws cymru.diogelu.statute.UnknownProvision when the register does not hold the provision
     * @throws IllegalArgumentException when the provision is an invariant and has no limit
     */
    public Deadline calculate(String provisionId, Instant start, String gss) {
        Provision provision = provisions.get(provisionId);
        Limit limit = provisions.limitFor(provisionId, gss);
        ZonedDateTime from = start.atZone(ServiceClock.LONDON);
        DueDate counted = new DueDates(calendar).count(limit, from);
        List<OffsetDateTime> reminders = new ReminderTimes(calendar)
                .of(provision.reminders(), limit, counted).stream()
                        .map(ZonedDateTime::toOffsetDateTime)
                        .toList();
        Optional<LocalLimit> local = provisions.localLimit(provisionId, gss);
        return deadline(provision, limit, local, from.toOffsetDateTime(), counted, reminders);
    }

    private static Deadline deadline(
            Provision provision,
            Limit limit,
            Optional<LocalLimit> local,
            OffsetDateTime start,
            DueDate counted,
            List<OffsetDateTime> reminders) {
        Explanation explanation = new Explanation(
                provision,
                start,
                counted.countsFrom().toOffsetDateTime(),
                counted.beginning(),
                Wording.rule(limit),
                counted.skipped(),
                counted.due().toOffsetDateTime(),
                local.orElse(null),
                counted.notes(),
                counted.warnings());
        return new Deadline(provision, limit, start, explanation.due(), reminders, explanation);
    }

    /**
     * How many reminders a deadline of this provision has, at every authority.
     *
     * @throws cymru.diogelu.statute.UnknownProvision when the register does not hold the provision
     */
    public int reminderCount(String provisionId) {
        return provisions.get(provisionId).reminders().size();
    }

    /**
     * The deadline with the later date that somebody has granted; who may grant it is for the caller to check
     * (INV-25, INV-32), and the original stays on the record.
     *
     * @throws IllegalArgumentException when the new date is not later
     */
    public Deadline extended(Deadline original, Instant newDue) {
        if (!newDue.isAfter(original.due().toInstant())) {
            throw new IllegalArgumentException("%s is not later than %s".formatted(newDue, original.due()));
        }
        OffsetDateTime due = newDue.atZone(ServiceClock.LONDON).toOffsetDateTime();
        return new Deadline(
                original.provision(),
                original.limit(),
                original.start(),
                due,
                List.of(),
                original.explanation().granted(due));
    }

    /** What to tell an operator when the known bank holidays end within a year from now. */
    public Optional<Bilingual> horizonWarning() {
        LocalDate inAYear = LocalDate.now(clock.withZone(ServiceClock.LONDON)).plusYears(1);
        return calendar.horizon().isBefore(inAYear)
                ? Optional.of(Wording.horizonNear(calendar.horizon()))
                : Optional.empty();
    }
}
