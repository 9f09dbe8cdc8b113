package cymru.diogelu.trace;

import cymru.diogelu.access.OpenedCase;
import cymru.diogelu.deadlines.ServiceClock;
import cymru.diogelu.language.Language;
import cymru.diogelu.ledger.Actor;
import cymru.diogelu.ledger.BundleFile;
import cymru.diogelu.ledger.Bundles;
import cymru.diogelu.ledger.ChainKind;
import cymru.diogelu.ledger.Entry;
import cymru.diogelu.procedures.EntryKind;
import cymru.diogelu.trace.ChronologyPage.Pictures;
import cymru.diogelu.trace.MomentReading.Walk;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;

/** The bundle of a case: what people read of it, beside what proves it. */
@Component
public class CaseBundle {

    private static final String STYLE_LINK = "<link rel=\"stylesheet\" href=\"chronology.css\"/>";

    private static final String BY_REPORTER = "recorded by the reporter";
    private static final String SOUGHT = "searched for in words that may be a name";
    private static final String WRITTEN = "holds what somebody wrote";

    private final CaseTrace trace;
    private final CaseTables tables;
    private final ChronologyPage chronology;
    private final RemovedPage removed;
    private final Bundles bundles;
    private final ServiceClock clock;

    CaseBundle(
            CaseTrace trace,
            CaseTables tables,
            ChronologyPage chronology,
            RemovedPage removed,
            Bundles bundles,
            ServiceClock clock) {
        this.removed = removed;
        this.trace = trace;
        this.tables = tables;
        this.chronology = chronology;
        this.bundles = bundles;
        this.clock = clock;
    }

    /** What a bundle keeps back. */
    public enum Profile {
        /** Nothing. */
        whole,
        /** What the reporter recorded, which may tell who they are. */
        reporter,
        /** What anybody wrote, and with it the names of the child and the family. */
        answers
    }

    /** @throws java.io.UncheckedIOException when the bundle cannot be written */
    public void write(OpenedCase opened, Profile profile, OutputStream out) {
        Map<Long, String> withheld = withheld(opened, profile);
        Actor by = new Actor(
                opened.viewer().user(), opened.viewer().role(), opened.viewer().agency());
        Bundles.Contents contents = new Bundles.Contents(
                opened.reference(),
                clock.instant(),
                by,
                profile.name(),
                Map.of(ChainKind.CASE, withheld, ChainKind.ACCESS, searches(opened, profile)));
        bundles.write(contents, out, zip -> readable(opened, profile, withheld, zip));
    }

    private void readable(OpenedCase opened, Profile profile, Map<Long, String> withheld, BundleFile zip) {
        for (Language language : Language.values()) {
            Locale locale = language.locale();
            String tag = locale.getLanguage();
            List<Walk> walks = chronology.walks(opened, locale);
            zip.add("chronology." + tag + ".html", chronology.html(opened, withheld, walks, Pictures.INSIDE, locale));
            zip.add("chronology." + tag + ".pdf", out -> pdf(opened, withheld, walks, locale, out));
            walks.forEach(walk -> zip.add("diagrams/" + picture(walk, "." + tag), walk.svg()));
            zip.add("removed." + tag + ".html", removed.html(opened, profile, withheld.keySet(), locale));
            zip.add("readme." + tag + ".txt", out -> copy("readme." + tag + ".txt", out));
            zip.add("access-log." + tag + ".csv", tables.looks(opened, profile == Profile.whole, locale)::to);
        }
        zip.add("chronology.css", out -> copy("chronology.css", out));
        zip.add("dates.csv", tables.dates(opened)::to);
        zip.add("decisions.csv", tables.decisions(opened)::to);
    }

    /** What somebody searched for may be the name of the child. */
    private Map<Long, String> searches(OpenedCase opened, Profile profile) {
        Map<Long, String> withheld = new LinkedHashMap<>();
        trace.looks(opened)
                .entries()
                .forEach(look -> keepBack(
                        look, profile != Profile.whole && look.body().containsKey("sought"), SOUGHT, withheld));
        return withheld;
    }

    private Map<Long, String> withheld(OpenedCase opened, Profile profile) {
        Map<Long, String> withheld = new LinkedHashMap<>();
        String reporter = opened.found().reporterGroup();
        trace.record(opened).entries().forEach(entry -> {
            switch (profile) {
                case whole -> {}
                case reporter -> keepBack(entry, answered(entry) && by(reporter, entry), BY_REPORTER, withheld);
                case answers -> keepBack(entry, written(entry), WRITTEN, withheld);
            }
        });
        return withheld;
    }

    private static void keepBack(Entry entry, boolean back, String why, Map<Long, String> withheld) {
        if (back) {
            withheld.put(entry.seq(), why);
        }
    }

    private static boolean answered(Entry entry) {
        return entry.kind().equals(EntryKind.CASE_OPENED.word())
                || entry.kind().equals(EntryKind.ANSWERS_SUBMITTED.word());
    }

    /** Whoever gives a task to somebody may write why. */
    private static boolean written(Entry entry) {
        return answered(entry) || entry.kind().equals(EntryKind.TASK_ASSIGNED.word());
    }

    private static boolean by(String group, Entry entry) {
        return group.equals(entry.actor().role() + "." + entry.actor().agency());
    }

    /** The chronology of a case alone, with nothing withheld. */
    void pdf(OpenedCase opened, Locale locale, OutputStream out) throws IOException {
        pdf(opened, Map.of(), chronology.walks(opened, locale), locale, out);
    }

    private void pdf(OpenedCase opened, Map<Long, String> withheld, List<Walk> walks, Locale locale, OutputStream out)
            throws IOException {
        Map<String, String> pictures = walks.stream().collect(Collectors.toMap(walk -> picture(walk, ""), Walk::svg));
        String html = chronology.html(opened, withheld, walks, Pictures.BESIDE, locale);
        TaggedPdf.write(styled(html), pictures, out);
    }

    /** @param language with its point, where the file says which */
    private static String picture(Walk walk, String language) {
        return walk.anchor() + language + ".svg";
    }

    /** A page that brings its style along. */
    private static String styled(String html) {
        return html.replace(STYLE_LINK, "<style>" + style() + "</style>");
    }

    private static String style() {
        ByteArrayOutputStream style = new ByteArrayOutputStream();
        try {
            copy("chronology.css", style);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        return style.toString(StandardCharsets.UTF_8);
    }

    /** A file that is the same in every bundle. */
    private static void copy(String name, OutputStream out) throws IOException {
        try (InputStream file = new ClassPathResource("bundle/" + name).getInputStream()) {
            file.transferTo(out);
        }
    }
}
