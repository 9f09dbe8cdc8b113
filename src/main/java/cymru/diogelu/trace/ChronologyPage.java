package cymru.diogelu.trace;

import cymru.diogelu.access.OpenedCase;
import cymru.diogelu.deadlines.ServiceClock;
import cymru.diogelu.ledger.Entry;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.thymeleaf.context.Context;
import org.thymeleaf.spring6.SpringTemplateEngine;

/** The whole chronology of a case as one page of HTML that needs nothing else: it is read outside the service. */
@Component
class ChronologyPage {

    private final CaseTrace trace;
    private final ChronologyText texts;
    private final RecordedAnswers answers;
    private final ServiceClock clock;
    private final SpringTemplateEngine templates;

    ChronologyPage(
            CaseTrace trace,
            ChronologyText texts,
            RecordedAnswers answers,
            ServiceClock clock,
            SpringTemplateEngine templates) {
        this.trace = trace;
        this.texts = texts;
        this.answers = answers;
        this.clock = clock;
        this.templates = templates;
    }

    /**
     * One entry.
     *
     * @param answers in the words of their form; nothing where there are none or they are withheld
     */
    record Line(
            long seq, String at, String text, List<RecordedAnswers.Answer> answers, boolean withheld, String hash) {}

    /** @param withheld the numbers of the entries whose answers are not told */
    String html(OpenedCase opened, Map<Long, String> withheld, Locale locale) {
        CaseTrace.Page record = trace.record(opened);
        Context context = new Context(locale);
        context.setVariable("reference", opened.reference());
        context.setVariable("intact", record.intact());
        context.setVariable("made", written(clock.instant(), locale));
        context.setVariable(
                "lines",
                record.entries().stream()
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
        return DateTimeFormatter.ofPattern("d MMMM uuuu, HH:mm:ss", locale).format(at.atZone(ServiceClock.LONDON));
    }
}
