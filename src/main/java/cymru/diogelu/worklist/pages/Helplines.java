package cymru.diogelu.worklist.pages;

import cymru.diogelu.language.Bilingual;
import cymru.diogelu.language.Language;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;

/** Whom a child or a parent can call, as the Wales Safeguarding Procedures' practice guides name them; names hold no comma. */
@Component
class Helplines {

    private static final String FILE = "helplines/helplines.csv";
    private static final int COLUMNS = 5;

    private final List<Entry> entries;

    Helplines() {
        try {
            this.entries = new ClassPathResource(FILE)
                    .getContentAsString(StandardCharsets.UTF_8)
                    .lines()
                    .skip(1)
                    .map(Helplines::entry)
                    .toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /**
     * One line to call.
     *
     * @param text the number for text messages; empty where there is none
     */
    record Helpline(String name, String number, String text) {

        /** As a telephone dials it. */
        public String dialled() {
            return "tel:" + number.replace(" ", "");
        }
    }

    private record Entry(String caller, Bilingual name, String number, String text) {}

    /** @param caller {@code child} or {@code parent} */
    List<Helpline> of(String caller, Locale locale) {
        return entries.stream()
                .filter(entry -> entry.caller().equals(caller))
                .map(entry -> new Helpline(entry.name().in(Language.of(locale)), entry.number(), entry.text()))
                .toList();
    }

    private static Entry entry(String line) {
        String[] columns = line.split(",", -1);
        if (columns.length != COLUMNS) {
            throw new IllegalStateException(FILE + " has a line without its five columns: " + line);
        }
        return new Entry(columns[0], new Bilingual(columns[1], columns[2]), columns[3], columns[4]);
    }
}
