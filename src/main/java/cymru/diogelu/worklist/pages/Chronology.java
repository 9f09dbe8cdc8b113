package cymru.diogelu.worklist.pages;

import cymru.diogelu.trace.ToldCase;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A page of what has happened in a case, newest first, by days in Europe/London.
 *
 * @param newest whether nothing has happened since
 * @param earlier before which entry the page that follows ends; absent on the last page
 */
record Chronology(List<Day> days, boolean newest, @Nullable Long earlier) {

    private static final int PAGE = 20;

    /** What happened on one day. */
    record Day(String date, List<Line> lines) {}

    /** One sentence with the time of day. */
    record Line(String time, String text) {}

    /** @param before the entry behind the page; null for the newest */
    static Chronology page(ToldCase told, @Nullable Long before, PageWords words, Locale locale) {
        List<ToldCase.Event> events = told.events().stream()
                .filter(event -> before == null || event.seq() < before)
                .toList();
        boolean more = events.size() > PAGE;
        List<ToldCase.Event> page = more ? events.subList(0, PAGE) : events;
        return new Chronology(
                days(page, words, locale),
                events.size() == told.events().size(),
                more ? page.get(PAGE - 1).seq() : null);
    }

    static Chronology whole(ToldCase told, PageWords words, Locale locale) {
        return new Chronology(days(told.events(), words, locale), true, null);
    }

    private static List<Day> days(List<ToldCase.Event> events, PageWords words, Locale locale) {
        List<Day> days = new ArrayList<>();
        for (ToldCase.Event event : events) {
            String date = words.day(event.at(), locale);
            if (days.isEmpty() || !days.get(days.size() - 1).date().equals(date)) {
                days.add(new Day(date, new ArrayList<>()));
            }
            days.get(days.size() - 1).lines().add(new Line(words.time(event.at(), locale), event.text()));
        }
        return days;
    }
}
