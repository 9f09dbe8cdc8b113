package cymru.diogelu.trace;

import cymru.diogelu.access.OpenedCase;
import cymru.diogelu.deadlines.ServiceClock;
import cymru.diogelu.ledger.ChainKind;
import cymru.diogelu.ledger.Entry;
import cymru.diogelu.ledger.Heading;
import cymru.diogelu.procedures.EntryKind;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/**
 * A case as it stood behind any entry of its record: where it was, what was asked of whom, what was known, and which
 * dates ran.
 */
@Component
public class MomentReading {

    private final CaseTrace trace;
    private final ChronologyText texts;
    private final RecordedAnswers answers;
    private final DateReading dates;
    private final WalkReading walks;
    private final ServiceClock clock;

    MomentReading(
            CaseTrace trace,
            ChronologyText texts,
            RecordedAnswers answers,
            DateReading dates,
            WalkReading walks,
            ServiceClock clock) {
        this.trace = trace;
        this.texts = texts;
        this.answers = answers;
        this.dates = dates;
        this.walks = walks;
        this.clock = clock;
    }

    /**
     * One moment.
     *
     * @param seq the last entry that had been written
     * @param last the number of the last entry of all
     * @param what that entry told
     * @param unread how many entries up to then cannot be read, so that what they told is missing here
     * @param tasks what was asked and not yet done
     * @param known what had been answered by then; a later answer to the same question stands in place of the earlier
     * @param dates each date that was set by then, as it stood then
     */
    public record Moment(
            long seq,
            long last,
            ZonedDateTime at,
            String what,
            long unread,
            List<Asked> tasks,
            List<Known> known,
            List<DateReading.Kept> dates,
            List<Walk> walks) {

        /** Which of the two hours it was where the clock shows one twice; else empty. */
        public String hour() {
            return ServiceClock.hourShownTwice(at);
        }
    }

    /**
     * A task that was open.
     *
     * @param task the number that the engine gave it
     * @param since when it was asked
     */
    public record Asked(String task, String text, ZonedDateTime since) {}

    /** What somebody had answered, in the words of the form. */
    public record Known(long seq, String text, ZonedDateTime at, List<RecordedAnswers.Answer> answers) {}

    /**
     * A procedure that the case had entered.
     *
     * @param anchor where it stands among the walks of a page
     * @param caller the step that called it; empty for the first
     * @param svg its diagram with where the case had been and was; empty where the model has none
     * @param turns each stay at a named step and each named way taken, in the order in which they began
     * @param path the same without words, as it is drawn
     */
    public record Walk(
            String anchor,
            String process,
            int version,
            String name,
            boolean open,
            Optional<Caller> caller,
            String svg,
            List<Turn> turns,
            CasePath path) {

        /** The ids of the steps at which the case was, parted by spaces. */
        public String here() {
            return ids(
                    path.elements().stream().filter(stay -> stay.left() == null).map(CasePath.Stay::element));
        }

        /** The id, within the picture, of the step that is looked at first: the newest at which the case was; else empty. */
        public String begin() {
            return path.elements().stream()
                    .filter(stay -> stay.left() == null)
                    .reduce((first, second) -> second)
                    .map(stay -> "p-" + process + "-" + stay.element())
                    .orElse("");
        }

        /** The ids of the steps and ways that were behind the case, parted by spaces. */
        public String behind() {
            return ids(Stream.concat(
                    path.elements().stream().filter(stay -> stay.left() != null).map(CasePath.Stay::element),
                    path.flows().stream().map(CasePath.Taken::flow)));
        }

        private static String ids(Stream<String> ids) {
            return ids.distinct().collect(Collectors.joining(" "));
        }

        /** The step of another walk from which this one was called. */
        public record Caller(String anchor, String step) {}
    }

    /**
     * A stay at a step, or a way taken.
     *
     * @param left empty while the stay lasted
     * @param moved whether the stay went on under another version of the models
     * @param called the anchor of the procedure that the step called, behind a hash sign
     */
    public record Turn(
            String name,
            boolean way,
            ZonedDateTime entered,
            Optional<ZonedDateTime> left,
            boolean interrupted,
            boolean moved,
            Optional<String> called) {}

    /** The number of the last entry that had been written at an instant; 0 before the first. */
    public long entryAt(OpenedCase opened, Instant instant) {
        return trace.headings(opened, ChainKind.CASE).stream()
                .filter(entry -> !entry.at().isAfter(instant))
                .mapToLong(Heading::seq)
                .max()
                .orElse(0);
    }

    /** @param seq the entry behind which to look; the nearest one that there is counts */
    public Moment at(OpenedCase opened, long seq, Locale locale) {
        List<Entry> all = trace.read(opened, heading -> true);
        int end = (int) Math.max(1, Math.min(seq, all.size()));
        List<Entry> then = all.subList(0, end).stream().filter(Entry::readable).toList();
        Entry newest = all.get(end - 1);
        Instant now = end == all.size() ? clock.instant() : newest.at();
        return new Moment(
                end,
                all.size(),
                local(newest.at()),
                texts.of(newest, locale),
                end - then.size(),
                tasks(then, locale),
                known(then, locale),
                dates.of(then, now, locale),
                walks.of(then, CaseDeadlines.of(then, now), locale));
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

    private List<Known> known(List<Entry> then, Locale locale) {
        Map<String, Entry> newest = new LinkedHashMap<>();
        then.stream().filter(entry -> entry.body().containsKey("answers")).forEach(entry -> {
            newest.remove(question(entry));
            newest.put(question(entry), entry);
        });
        return newest.values().stream()
                .map(entry -> new Known(
                        entry.seq(),
                        texts.of(entry, locale),
                        local(entry.at()),
                        Optional.ofNullable(answers.of(entry, locale)).orElse(List.of())))
                .toList();
    }

    /** A step that is asked of several, such as each invited agency, is a question to each of them. */
    private static String question(Entry entry) {
        return entry.subject().process() + "/" + entry.subject().element() + " "
                + entry.body().get("about");
    }

    private static ZonedDateTime local(Instant at) {
        return at.atZone(ServiceClock.LONDON);
    }
}
