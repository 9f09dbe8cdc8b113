package cymru.diogelu.trace;

import cymru.diogelu.access.OpenedCase;
import cymru.diogelu.deadlines.ServiceClock;
import cymru.diogelu.ledger.Entry;
import cymru.diogelu.trace.MomentReading.Walk;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.thymeleaf.context.Context;
import org.thymeleaf.spring6.SpringTemplateEngine;

/**
 * The whole chronology of a case as one page of HTML that needs nothing else: it is read outside the service. Turns of the
 * path are told with the diagrams.
 */
@Component
class ChronologyPage {

    private final CaseTrace trace;
    private final ChronologyText texts;
    private final RecordedAnswers answers;
    private final WalkReading walks;
    private final ServiceClock clock;
    private final SpringTemplateEngine templates;

    ChronologyPage(
            CaseTrace trace,
            ChronologyText texts,
            RecordedAnswers answers,
            WalkReading walks,
            ServiceClock clock,
            SpringTemplateEngine templates) {
        this.trace = trace;
        this.texts = texts;
        this.answers = answers;
        this.walks = walks;
        this.clock = clock;
        this.templates = templates;
    }

    /**
     * One entry.
     *
     * @param answers in the words of their form; nothing where there are none or they are withheld
     */
    record Line(long seq, String at, String text, List<RecordedAnswers.Answer> answers, boolean withheld, String hash) {

        /** As in the record's pages. */
        public Set<String> marks() {
            return RecordedAnswers.Answer.told(answers);
        }
    }

    /** How a page holds its diagrams. */
    enum Pictures {
        /** In the page itself. */
        INSIDE,
        /** Beside it, to be asked for by the anchor of the walk: {@code picture:walk-strategy-meeting-v1.svg}. */
        BESIDE
    }

    /** A diagram as large as fits on a page across, in pixels of CSS; none is drawn larger than it is. */
    record Figure(Walk walk, long width, long height) {

        private static final Pattern SIZE = Pattern.compile(" width=\"([0-9.]+)\" height=\"([0-9.]+)\"");
        private static final double MOST_WIDTH = 1000;
        private static final double MOST_HEIGHT = 430;

        static Figure of(Walk walk) {
            Matcher size = SIZE.matcher(walk.svg());
            if (!size.find()) {
                return new Figure(walk, 0, 0);
            }
            double width = Double.parseDouble(size.group(1));
            double height = Double.parseDouble(size.group(2));
            double scale = Math.min(1, Math.min(MOST_WIDTH / width, MOST_HEIGHT / height));
            return new Figure(walk, Math.round(width * scale), Math.round(height * scale));
        }
    }

    /** The diagrams of the case as it stands, in the order in which their procedures were entered. */
    List<Walk> walks(OpenedCase opened, Locale locale) {
        List<Entry> readable = trace.read(opened, heading -> true).stream()
                .filter(Entry::readable)
                .toList();
        return walks.of(readable, CaseDeadlines.of(readable, clock.instant()), locale);
    }

    /** @param withheld the numbers of the entries whose answers are not told */
    String html(OpenedCase opened, Map<Long, String> withheld, List<Walk> walked, Pictures pictures, Locale locale) {
        CaseTrace.Page record = trace.record(opened);
        Context context = new Context(locale);
        context.setVariable("reference", opened.reference());
        context.setVariable("intact", record.intact());
        context.setVariable("made", written(clock.instant(), locale));
        context.setVariable("figures", walked.stream().map(Figure::of).toList());
        context.setVariable("inside", pictures == Pictures.INSIDE);
        context.setVariable(
                "lines",
                record.entries().stream()
                        .filter(entry -> Part.STORY.holds(entry.kind()))
                        .map(entry -> line(entry, withheld.containsKey(entry.seq()), locale))
                        .toList());
        return templates.process("bundle-chronology", context);
    }

    private Line line(Entry entry, boolean withheld, Locale locale) {
        @Nullable List<RecordedAnswers.Answer> told = withheld || !entry.readable() ? null : answers.of(entry, locale);
        return new Line(
                entry.seq(),
                written(entry.at(), locale),
                texts.of(entry, locale),
                told == null ? List.of() : told,
                withheld,
                entry.hash());
    }

    private static String written(Instant at, Locale locale) {
        ZonedDateTime shown = at.atZone(ServiceClock.LONDON);
        String hour = ServiceClock.hourShownTwice(shown);
        return (DateTimeFormatter.ofPattern("d MMMM uuuu, HH:mm:ss", locale).format(shown) + " " + hour).strip();
    }
}
