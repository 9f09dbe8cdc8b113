package cymru.diogelu.forms;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A day in Europe/London, and the instant in it where that is known. Two moments are compared by their instants; where
 * one of them is a day only, by their days.
 */
record Moment(LocalDate day, @Nullable Instant at) {

    static final ZoneId LONDON = ZoneId.of("Europe/London");

    static final Pattern DATE = Pattern.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}");
    static final String CLOCK = "[0-9]{2}:[0-9]{2}(:[0-9]{2}(\\.[0-9]{1,9})?)?";
    private static final Pattern LOCAL = Pattern.compile(DATE + "T" + CLOCK);
    private static final Pattern OFFSET = Pattern.compile(DATE + "T" + CLOCK + "(Z|[+-][0-9]{2}:[0-9]{2})");

    /** Null for what is neither a date nor a date with a time. */
    static @Nullable Moment of(@Nullable Object known) {
        try {
            return known instanceof String text && !text.isBlank() ? read(text) : null;
        } catch (DateTimeException e) {
            return null;
        }
    }

    /** @throws DateTimeException when the text is neither a date nor a date with a time */
    static Moment read(String text) {
        if (DATE.matcher(text).matches()) {
            return new Moment(LocalDate.parse(text), null);
        }
        var moment = zoned(text);
        return new Moment(moment.toLocalDate(), moment.toInstant());
    }

    /** @throws DateTimeException when the text is no date with a time, or names an hour that the clocks skip */
    static ZonedDateTime zoned(String text) {
        if (OFFSET.matcher(text).matches()) {
            return OffsetDateTime.parse(text).atZoneSameInstant(LONDON);
        }
        var local = LocalDateTime.parse(shaped(text, LOCAL));
        if (LONDON.getRules().getValidOffsets(local).isEmpty()) {
            throw new DateTimeException("the clocks went over this hour");
        }
        return local.atZone(LONDON);
    }

    static String shaped(String text, Pattern shape) {
        if (!shape.matcher(text).matches()) {
            throw new DateTimeException("not of the shape " + shape);
        }
        return text;
    }

    static LocalDate day(Instant instant) {
        return instant.atZone(LONDON).toLocalDate();
    }

    boolean isBefore(Moment other) {
        return at != null && other.at != null ? at.isBefore(other.at) : day.isBefore(other.day);
    }
}
