package cymru.diogelu.trace;

import cymru.diogelu.access.OpenedCase;
import cymru.diogelu.deadlines.ServiceClock;
import cymru.diogelu.language.Language;
import cymru.diogelu.ledger.Entry;
import cymru.diogelu.procedures.EntryKind;
import cymru.diogelu.procedures.WalkedModels;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** A case as it stood behind any entry of its record: where it was, what was asked of whom, and which dates ran. */
@Component
public class MomentReading {

    private final CaseTrace trace;
    private final ChronologyText texts;
    private final WalkedModels models;
    private final CaseDrawing drawing;
    private final ServiceClock clock;

    MomentReading(CaseTrace trace, ChronologyText texts, WalkedModels models, CaseDrawing drawing, ServiceClock clock) {
        this.trace = trace;
        this.texts = texts;
        this.models = models;
        this.drawing = drawing;
        this.clock = clock;
    }

    /**
     * One moment.
     *
     * @param seq the last entry that had been written
     * @param last the number of the last entry of all
     * @param what that entry told
     * @param tasks what was asked and not yet done
     * @param dates each date that was set by then, as it stood then
     */
    public record Moment(
            long seq,
            long last,
            ZonedDateTime at,
            String what,
            List<Asked> tasks,
            List<Date> dates,
            List<Walk> walks) {}

    /**
     * A task that was open.
     *
     * @param task the number that the engine gave it
     * @param since when it was asked
     */
    public record Asked(String task, String text, ZonedDateTime since) {}

    /** A date as it stood. */
    public record Date(String step, String provision, ZonedDateTime due, CaseDeadlines.Status status) {}

    /**
     * A procedure that the case had entered.
     *
     * @param svg its diagram with where the case had been and was; empty where the model has none
     * @param steps each stay at a named step, in the order in which it began
     * @param path the same without words, as it is drawn
     */
    public record Walk(
            String process, int version, String name, boolean open, String svg, List<Step> steps, CasePath path) {}

    /** A stay at a step; {@code left} is empty while it lasted. */
    public record Step(String name, ZonedDateTime entered, Optional<ZonedDateTime> left, boolean interrupted) {}

    /** @param seq the entry behind which to look; the nearest one that there is counts */
    public Moment at(OpenedCase opened, long seq, Locale locale) {
        List<Entry> all = trace.record(opened).entries();
        int end = (int) Math.max(1, Math.min(seq, all.size()));
        List<Entry> then = all.subList(0, end).stream().filter(Entry::readable).toList();
        Entry newest = all.get(end - 1);
        Instant now = end == all.size() ? clock.instant() : newest.at();
        return new Moment(
                end,
                all.size(),
                local(newest.at()),
                texts.of(newest, locale),
                tasks(then, locale),
                dates(then, now, Language.of(locale)),
                walks(then, now, locale));
    }

    private List<Asked> tasks(List<Entry> then, Locale locale) {
        Map<String, Entry> open = new LinkedHashMap<>();
        for (Entry entry : then) {
            String task = entry.subject().task();
            if (entry.kind().equals(EntryKind.TASK_OFFERED.word())) {
                open.put(String.valueOf(task), entry);
            } else if (entry.kind().equals(EntryKind.ANSWERS_SUBMITTED.word())
                    || entry.kind().equals(EntryKind.TASK_WITHDRAWN.word())) {
                open.remove(String.valueOf(task));
            }
        }
        return open.values().stream()
                .map(offer ->
                        new Asked(String.valueOf(offer.subject().task()), texts.of(offer, locale), local(offer.at())))
                .toList();
    }

    private List<Date> dates(List<Entry> then, Instant now, Language language) {
        return then.stream()
                .filter(entry -> entry.kind().equals(EntryKind.DEADLINE_SET.word()))
                .map(set -> date(set, CaseDeadlines.dated(set, then, now), language))
                .toList();
    }

    private Date date(Entry set, CaseDeadlines.Dated dated, Language language) {
        var due = dated.extendedTo() == null ? dated.due() : dated.extendedTo();
        return new Date(
                texts.step(set, language),
                texts.limit(set, language),
                due.atZoneSameInstant(ServiceClock.LONDON),
                dated.status());
    }

    private List<Walk> walks(List<Entry> then, Instant now, Locale locale) {
        CasePath path = CasePath.of(then.stream().filter(CasePath::tells).toList());
        Map<String, CasePath.Stay> procedures = new LinkedHashMap<>();
        path.elements().forEach(stay -> procedures.putIfAbsent(stay.process() + " " + stay.version(), stay));
        return procedures.values().stream()
                .map(first -> walk(path, first.process(), first.version(), CaseDeadlines.of(then, now), locale))
                .toList();
    }

    private Walk walk(CasePath path, String process, int version, CaseDeadlines dates, Locale locale) {
        CasePath own = path.in(process, version);
        boolean open = own.elements().stream().anyMatch(stay -> stay.left() == null);
        return new Walk(
                process,
                version,
                name(process, version, null, locale).orElse(process),
                open,
                drawing.svg(own, process, version, dates, locale),
                own.elements().stream()
                        .flatMap(stay -> step(stay, locale).stream())
                        .toList(),
                own);
    }

    private Optional<Step> step(CasePath.Stay stay, Locale locale) {
        return name(stay.process(), stay.version(), stay.element(), locale)
                .filter(name -> !name.equals(
                        name(stay.process(), stay.version(), null, locale).orElse("")))
                .map(name -> new Step(
                        name,
                        local(stay.entered()),
                        Optional.ofNullable(stay.left()).map(MomentReading::local),
                        stay.interrupted()));
    }

    private Optional<String> name(String process, int version, @Nullable String element, Locale locale) {
        return models.name(process, version, element, null).map(name -> name.in(Language.of(locale)));
    }

    private static ZonedDateTime local(Instant at) {
        return at.atZone(ServiceClock.LONDON);
    }
}
