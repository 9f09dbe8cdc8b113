package cymru.diogelu.worklist.pages;

import cymru.diogelu.deadlines.ServiceClock;
import cymru.diogelu.trace.CaseDeadlines.Dated;
import cymru.diogelu.trace.CaseDeadlines.Status;
import cymru.diogelu.trace.ToldCase;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The limits of a case as a page shows them: what is still to be done first, the soonest on top. */
@Component
class CaseDates {

    private static final Set<Status> WAITING = Set.of(Status.OPEN, Status.BREACHED);
    private static final Comparator<ToldCase.Limit> SOONEST =
            Comparator.comparing(limit -> limit.dated().due().toInstant());

    private final PageWords words;
    private final ServiceClock clock;

    CaseDates(PageWords words, ServiceClock clock) {
        this.words = words;
        this.clock = clock;
    }

    List<DateLine> waiting(ToldCase told, Locale locale) {
        return lines(told, limit -> WAITING.contains(limit.dated().status()), SOONEST, locale);
    }

    List<DateLine> settled(ToldCase told, Locale locale) {
        return lines(told, limit -> !WAITING.contains(limit.dated().status()), SOONEST.reversed(), locale);
    }

    private List<DateLine> lines(
            ToldCase told, Predicate<ToldCase.Limit> wanted, Comparator<ToldCase.Limit> order, Locale locale) {
        return told.limits().stream()
                .filter(wanted)
                .sorted(order)
                .map(limit -> line(limit, locale))
                .toList();
    }

    private DateLine line(ToldCase.Limit limit, Locale locale) {
        Dated dated = limit.dated();
        return new DateLine(
                limit.step(),
                limit.provision(),
                words.due(dated.start().toInstant(), locale),
                words.due(dated.due().toInstant(), locale),
                status(dated),
                written(dated.extendedTo(), locale),
                dated.status() != Status.OPEN && dated.status() != Status.MET,
                written(dated.done(), locale),
                limit.why());
    }

    /** What still waits stands as on the worklist; of the rest it is said what became of it. */
    private String status(Dated dated) {
        return WAITING.contains(dated.status())
                ? standing(dated).key()
                : dated.status().name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** By the later date where one was agreed, whose reminders are none. */
    private Standing standing(Dated dated) {
        Instant now = clock.instant();
        OffsetDateTime later = dated.extendedTo();
        return later != null
                ? Standing.of(later.toInstant(), false, now)
                : Standing.of(dated.due().toInstant(), reminded(dated, now), now);
    }

    private static boolean reminded(Dated dated, Instant now) {
        return dated.reminders().stream()
                .anyMatch(reminder -> !reminder.toInstant().isAfter(now));
    }

    private @Nullable String written(@Nullable OffsetDateTime time, Locale locale) {
        return time == null ? null : words.due(time.toInstant(), locale);
    }
}
