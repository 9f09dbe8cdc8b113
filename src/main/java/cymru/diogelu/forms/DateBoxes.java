package cymru.diogelu.forms;

import cymru.diogelu.deadlines.ServiceClock;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The boxes of a date field: puts them together as ISO 8601, and takes an answer apart again. What is no date yet is kept
 * a line for each box, because no box holds a line break, so that it comes back as it was typed.
 */
public class DateBoxes {

    public static final List<String> NAMES = List.of("day", "month", "year", "time");

    private static final Pattern AS_TYPED =
            Pattern.compile("(?<day>.*)\n(?<month>.*)\n(?<year>.*)\n(?<time>.*)", Pattern.DOTALL);
    private static final Pattern ISO =
            Pattern.compile("(?:(?<year>[^-T]*)-(?<month>[^-T]*)-(?<day>[^-T]*))?T?(?<time>.*)", Pattern.DOTALL);
    private static final Pattern DATE = Pattern.compile("\\d{4}-\\d\\d-\\d\\d");
    private static final DateTimeFormatter LOCAL = DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm");

    /** @param typed what the boxes hold that the field has, by the names of the boxes */
    public static @Nullable String answer(Map<String, String> typed) {
        if (typed.values().stream().allMatch(String::isBlank)) {
            return null;
        }
        try {
            return Stream.of(date(typed), time(typed)).flatMap(Optional::stream).collect(Collectors.joining("T"));
        } catch (DateTimeException noDateYet) {
            return NAMES.stream().map(name -> typed.getOrDefault(name, "")).collect(Collectors.joining("\n"));
        }
    }

    public Map<String, String> of(@Nullable Object answer) {
        String text = answer == null ? "" : local(answer.toString());
        Matcher typed = AS_TYPED.matcher(text);
        Matcher parts = typed.matches() ? typed : ISO.matcher(text);
        return parts.matches()
                ? NAMES.stream().collect(Collectors.toMap(Function.identity(), name -> part(parts, name)))
                : Map.of();
    }

    private static Optional<String> date(Map<String, String> typed) {
        if (!typed.containsKey("day")) {
            return Optional.empty();
        }
        String date = "%s-%s-%s".formatted(box(typed, "year"), padded(box(typed, "month")), padded(box(typed, "day")));
        if (!DATE.matcher(date).matches()) {
            throw new DateTimeException("a date has four digits, two and two");
        }
        return Optional.of(LocalDate.parse(date).toString());
    }

    private static Optional<String> time(Map<String, String> typed) {
        String time = box(typed, "time").replace('.', ':');
        return typed.containsKey("time")
                ? Optional.of(LocalTime.parse(time.indexOf(':') == 1 ? "0" + time : time)
                        .toString())
                : Optional.empty();
    }

    private static String box(Map<String, String> typed, String name) {
        return typed.getOrDefault(name, "").strip();
    }

    private static String padded(String digits) {
        return digits.length() == 1 ? "0" + digits : digits;
    }

    private static String local(String answer) {
        try {
            return OffsetDateTime.parse(answer)
                    .atZoneSameInstant(ServiceClock.LONDON)
                    .format(LOCAL);
        } catch (DateTimeException asItWasTyped) {
            return answer;
        }
    }

    private static String part(Matcher parts, String name) {
        String part = parts.group(name);
        return part == null ? "" : part;
    }
}
