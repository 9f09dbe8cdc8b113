package cymru.diogelu.trace;

import cymru.diogelu.access.OpenedCase;
import cymru.diogelu.deadlines.ServiceClock;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.thymeleaf.context.Context;
import org.thymeleaf.spring6.SpringTemplateEngine;

/** The page of a bundle that says what it keeps back and why, and what it cannot keep back. */
@Component
class RemovedPage {

    private final CaseTrace trace;
    private final ChronologyText texts;
    private final SpringTemplateEngine templates;

    RemovedPage(CaseTrace trace, ChronologyText texts, SpringTemplateEngine templates) {
        this.trace = trace;
        this.texts = texts;
        this.templates = templates;
    }

    /** An entry whose body is kept back. */
    record Line(long seq, String at, String text) {}

    String html(OpenedCase opened, CaseBundle.Profile profile, Set<Long> withheld, Locale locale) {
        Context context = new Context(locale);
        context.setVariable("reference", opened.reference());
        context.setVariable("profile", profile.name());
        context.setVariable("lines", lines(opened, withheld, locale));
        return templates.process("bundle-removed", context);
    }

    private List<Line> lines(OpenedCase opened, Set<Long> withheld, Locale locale) {
        return trace.record(opened).entries().stream()
                .filter(entry -> withheld.contains(entry.seq()))
                .map(entry -> new Line(entry.seq(), written(entry.at(), locale), texts.of(entry, locale)))
                .toList();
    }

    private static String written(Instant at, Locale locale) {
        ZonedDateTime shown = at.atZone(ServiceClock.LONDON);
        String hour = ServiceClock.hourShownTwice(shown);
        return (DateTimeFormatter.ofPattern("d MMMM uuuu, HH:mm:ss", locale).format(shown) + " " + hour).strip();
    }
}
