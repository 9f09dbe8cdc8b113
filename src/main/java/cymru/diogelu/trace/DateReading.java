package cymru.diogelu.trace;

import cymru.diogelu.agencies.Agencies;
import cymru.diogelu.agencies.Group;
import cymru.diogelu.deadlines.RecordedExplanation;
import cymru.diogelu.deadlines.ServiceClock;
import cymru.diogelu.language.Language;
import cymru.diogelu.ledger.Entry;
import cymru.diogelu.procedures.EntryKind;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZonedDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** The dates of a case in words: whose each was, how it was counted, by how much it was kept, and who was told of it when. */
@Component
public class DateReading {

    /** The kinds of entries that tell of dates. */
    static final EntryKind[] KINDS = {
        EntryKind.TASK_OFFERED,
        EntryKind.PROCEDURE_STARTED,
        EntryKind.REMINDER_DUE,
        EntryKind.DEADLINE_SET,
        EntryKind.DEADLINE_EXTENDED,
        EntryKind.DEADLINE_BREACHED,
        EntryKind.DEADLINE_LIFTED,
        EntryKind.ANSWERS_SUBMITTED,
        EntryKind.TASK_WITHDRAWN
    };

    private final ChronologyText texts;
    private final Agencies agencies;
    private final MessageSource messages;

    DateReading(ChronologyText texts, Agencies agencies, MessageSource messages) {
        this.texts = texts;
        this.agencies = agencies;
        this.messages = messages;
    }

    /**
     * One date.
     *
     * @param seq the entry that set it
     * @param step what was to be done
     * @param limit the provision, with its id
     * @param team whose step it was; empty where the record does not tell
     * @param due the date that counts: the extended one where there is one
     * @param first the date first set, where it was extended
     * @param ended when the step was done or no longer asked; empty while it is open
     * @param margin how long before or after the date first set that was
     * @param counting how the date was counted, with each day that was skipped, as it was said then
     * @param told who was told of it, in order
     */
    public record Kept(
            long seq,
            String step,
            String limit,
            String team,
            ZonedDateTime start,
            ZonedDateTime due,
            Optional<ZonedDateTime> first,
            Optional<ZonedDateTime> ended,
            CaseDeadlines.Status status,
            String margin,
            List<String> counting,
            List<Telling> told) {}

    /** Something that told somebody of a date; {@code seq} is its entry. */
    public record Telling(long seq, ZonedDateTime at, String text) {}

    /**
     * In the order in which they were set.
     *
     * @param entries readable ones of one record, in order: all, or all of {@link #KINDS}
     */
    List<Kept> of(List<Entry> entries, Instant now, Locale locale) {
        Map<String, Entry> offers = new HashMap<>();
        Map<String, String> callers = new HashMap<>();
        entries.forEach(entry -> remember(entry, offers, callers));
        List<Entry> telling = entries.stream().filter(CaseDeadlines::tells).toList();
        return entries.stream()
                .filter(CaseDeadlines::sets)
                .map(set -> {
                    Entry offer = offers.get(String.valueOf(set.subject().task()));
                    Stream<Entry> told = entries.stream().filter(entry -> tells(entry, set, offer, callers));
                    return kept(set, offer, CaseDeadlines.dated(set, telling, now), told, now, locale);
                })
                .toList();
    }

    private static void remember(Entry entry, Map<String, Entry> offers, Map<String, String> callers) {
        if (is(entry, EntryKind.TASK_OFFERED)) {
            offers.put(String.valueOf(entry.subject().task()), entry);
        } else if (is(entry, EntryKind.PROCEDURE_STARTED) && entry.body().get("caller") instanceof String caller) {
            callers.put(String.valueOf(entry.body().get("run")), caller);
        }
    }

    private Kept kept(
            Entry set,
            @Nullable Entry offer,
            CaseDeadlines.Dated dated,
            Stream<Entry> told,
            Instant now,
            Locale locale) {
        OffsetDateTime extended = dated.extendedTo();
        OffsetDateTime ended = dated.done() == null ? dated.withdrawn() : dated.done();
        return new Kept(
                set.seq(),
                texts.step(set, Language.of(locale)),
                texts.limit(set, Language.of(locale)),
                offer != null
                                && offer.body().get("group") instanceof String group
                                && agencies.allGroups().contains(group)
                        ? agencies.describe(Group.parse(group), Language.of(locale))
                        : "",
                local(dated.start()),
                local(extended == null ? dated.due() : extended),
                Optional.ofNullable(extended).map(later -> local(dated.due())),
                Optional.ofNullable(ended).map(DateReading::local),
                dated.status(),
                margin(dated.due().toInstant(), ended == null ? now : ended.toInstant(), locale),
                RecordedExplanation.lines(dated.explanation(), Language.of(locale)),
                told.map(entry -> new Telling(
                                entry.seq(), entry.at().atZone(ServiceClock.LONDON), texts.of(entry, locale)))
                        .toList());
    }

    /** The offer of the step, what reminded of its date, that it passed, that it was moved, and whoever was called in. */
    private static boolean tells(Entry entry, Entry set, @Nullable Entry offer, Map<String, String> callers) {
        Object task = set.subject().task();
        return Objects.equals(entry, offer)
                || (is(entry, EntryKind.REMINDER_DUE)
                        && Objects.equals(entry.subject().task(), task))
                || ((is(entry, EntryKind.DEADLINE_BREACHED) || is(entry, EntryKind.DEADLINE_EXTENDED))
                        && Objects.equals(
                                entry.body().get("provision"), set.body().get("provision"))
                        && entry.body().get("tasks") instanceof List<?> tasks
                        && tasks.contains(task))
                || escalates(entry, set, offer, callers);
    }

    /** An escalation runs in a procedure of its own, called from where the late step stands, and names that step. */
    private static boolean escalates(Entry entry, Entry set, @Nullable Entry offer, Map<String, String> callers) {
        return offer != null
                && is(entry, EntryKind.TASK_OFFERED)
                && entry.seq() > set.seq()
                && Objects.equals(entry.body().get("about"), set.subject().element())
                && Objects.equals(
                        callers.get(String.valueOf(entry.body().get("run"))),
                        offer.body().get("run"));
    }

    private static boolean is(Entry entry, EntryKind kind) {
        return entry.kind().equals(kind.word());
    }

    private String margin(Instant due, Instant then, Locale locale) {
        Duration size = Duration.between(due, then).abs();
        Object[] parts = {size.toDays(), size.toHoursPart(), size.toMinutesPart()};
        String form = size.toDays() > 0 ? "days" : size.toHours() > 0 ? "hours" : "minutes";
        String side = then.isAfter(due) ? "after" : "before";
        return messages.getMessage("record.margin." + form + "." + side, parts, locale);
    }

    private static ZonedDateTime local(OffsetDateTime at) {
        return at.atZoneSameInstant(ServiceClock.LONDON);
    }
}
