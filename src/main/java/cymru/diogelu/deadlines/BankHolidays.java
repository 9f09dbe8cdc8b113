package cymru.diogelu.deadlines;

import cymru.diogelu.language.Bilingual;
import java.io.IOException;
import java.io.InputStream;
import java.time.LocalDate;
import java.time.Month;
import java.time.format.DateTimeParseException;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import org.springframework.core.io.DefaultResourceLoader;
import org.springframework.core.io.Resource;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The bank holidays of England and Wales by date, from the two files that GOV.UK publishes: {@code bank-holidays.json}
 * and, with the Welsh titles, {@code gwyliau-banc.json}.
 */
final class BankHolidays {

    private static final String ENGLISH = "bank-holidays.json";
    private static final String WELSH = "gwyliau-banc.json";

    private final NavigableMap<LocalDate, Bilingual> titles;

    private BankHolidays(NavigableMap<LocalDate, Bilingual> titles) {
        this.titles = titles;
    }

    static BankHolidays read(String folder) {
        Map<LocalDate, String> english = events(folder, ENGLISH, "england-and-wales");
        Map<LocalDate, String> welsh = events(folder, WELSH, "cymru-a-lloegr");
        if (!english.keySet().equals(welsh.keySet())) {
            throw new BrokenCalendar(WELSH, "its dates are not those of " + ENGLISH);
        }
        NavigableMap<LocalDate, Bilingual> titles = new TreeMap<>();
        english.forEach((date, title) -> titles.put(date, new Bilingual(title, welsh.getOrDefault(date, ""))));
        if (titles.isEmpty()) {
            throw new BrokenCalendar(ENGLISH, "there are no bank holidays");
        }
        return new BankHolidays(titles);
    }

    private static Map<LocalDate, String> events(String folder, String file, String division) {
        Resource resource = new DefaultResourceLoader().getResource(folder + "/" + file);
        try (InputStream stream = resource.getInputStream()) {
            Map<LocalDate, String> events = new TreeMap<>();
            for (JsonNode event :
                    new JsonMapper().readTree(stream).path(division).path("events")) {
                add(events, file, event);
            }
            return events;
        } catch (IOException | JacksonException unreadable) {
            throw new BrokenCalendar(file, "cannot be read: " + unreadable.getMessage(), unreadable);
        }
    }

    private static void add(Map<LocalDate, String> events, String file, JsonNode event) {
        String title = event.path("title").asString("");
        String date = event.path("date").asString("");
        try {
            if (title.isBlank() || events.put(LocalDate.parse(date), title) != null) {
                throw new BrokenCalendar(file, "the event of '%s' has no title or stands there twice".formatted(date));
            }
        } catch (DateTimeParseException wrong) {
            throw new BrokenCalendar(file, "'%s' is not a date".formatted(date), wrong);
        }
    }

    Optional<Bilingual> on(LocalDate date) {
        return Optional.ofNullable(titles.get(date));
    }

    /** The first day covered: the year's first, when the data begins with a January. */
    LocalDate first() {
        LocalDate first = titles.firstKey();
        return first.getMonth() == Month.JANUARY ? first.withDayOfYear(1) : first;
    }

    /** The last day covered: the year's last, when the data ends with a December. */
    LocalDate horizon() {
        LocalDate last = titles.lastKey();
        return last.getMonth() == Month.DECEMBER ? last.withDayOfMonth(31) : last;
    }
}
