package cymru.diogelu.worklist.pages;

import cymru.diogelu.deadlines.ServiceClock;
import java.time.DateTimeException;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Takes an answer of a date field apart into its boxes, also one that is no date yet. */
class DateBoxes {

    private static final Pattern PARTS =
            Pattern.compile("(?:(?<year>[^-T]*)-(?<month>[^-T]*)-(?<day>[^-T]*))?T?(?<time>.*)", Pattern.DOTALL);
    private static final DateTimeFormatter LOCAL = DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm");

    public Map<String, String> of(@Nullable Object answer) {
        Matcher parts = PARTS.matcher(answer == null ? "" : local(answer.toString()));
        return parts.matches()
                ? Map.of(
                        "day", part(parts, "day"),
                        "month", part(parts, "month"),
                        "year", part(parts, "year"),
                        "time", part(parts, "time"))
                : Map.of();
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
