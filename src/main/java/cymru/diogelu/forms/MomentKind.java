package cymru.diogelu.forms;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A date, a time of day, or a date with a time, to the minute. A date and time without an offset is read in Europe/London
 * (the earlier of the two in the night that has an hour twice) and kept in the format that the form asks for.
 */
record MomentKind(Subtype subtype, Format format, Bound earliest, Bound latest) implements Kind {

    enum Subtype {
        DATE,
        TIME,
        DATETIME
    }

    /** How form-js writes a date with a time: local time, local time with its offset, or UTC. */
    enum Format {
        NO_TIMEZONE,
        UTC_OFFSET,
        UTC_NORMALIZED
    }

    /** Up to where a moment may lie, seen from the instant of the submission; days are those of Europe/London. */
    enum Bound {
        NONE,
        TODAY,
        NOW
    }

    private static final ZoneId LONDON = ZoneId.of("Europe/London");

    private static final Pattern DATE = Pattern.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}");
    private static final String CLOCK = "[0-9]{2}:[0-9]{2}(:[0-9]{2}(\\.[0-9]{1,9})?)?";
    private static final Pattern TIME = Pattern.compile(CLOCK);
    private static final Pattern LOCAL = Pattern.compile(DATE + "T" + CLOCK);
    private static final Pattern OFFSET = Pattern.compile(DATE + "T" + CLOCK + "(Z|[+-][0-9]{2}:[0-9]{2})");

    private static final DateTimeFormatter MINUTES = DateTimeFormatter.ofPattern("HH:mm");
    private static final DateTimeFormatter LOCAL_MINUTES = DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm");
    private static final DateTimeFormatter OFFSET_MINUTES = DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mmxxx");
    private static final DateTimeFormatter UTC_MINUTES = DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm'Z'");

    @Override
    public @Nullable Object empty() {
        return null;
    }

    @Override
    public Reading read(Object raw, Map<String, Object> facts) {
        if (!(raw instanceof String text)) {
            return Reading.refused(Complaint.of("wrongType", noun()));
        }
        if (text.isBlank()) {
            return Reading.of(null);
        }
        try {
            return Reading.of(canonical(text.strip()));
        } catch (DateTimeException e) {
            return Reading.refused(Complaint.of("notADate", noun()));
        }
    }

    private String canonical(String text) {
        return switch (subtype) {
            case DATE -> LocalDate.parse(shaped(text, DATE)).toString();
            case TIME -> LocalTime.parse(shaped(text, TIME)).format(MINUTES);
            case DATETIME -> written(moment(text));
        };
    }

    private static ZonedDateTime moment(String text) {
        if (OFFSET.matcher(text).matches()) {
            return OffsetDateTime.parse(text).atZoneSameInstant(LONDON);
        }
        var local = LocalDateTime.parse(shaped(text, LOCAL));
        if (LONDON.getRules().getValidOffsets(local).isEmpty()) {
            throw new DateTimeException("the clocks went over this hour");
        }
        return local.atZone(LONDON);
    }

    private String written(ZonedDateTime moment) {
        return switch (format) {
            case NO_TIMEZONE -> moment.format(LOCAL_MINUTES);
            case UTC_OFFSET -> moment.format(OFFSET_MINUTES);
            case UTC_NORMALIZED -> moment.withZoneSameInstant(ZoneOffset.UTC).format(UTC_MINUTES);
        };
    }

    private static String shaped(String text, Pattern shape) {
        if (!shape.matcher(text).matches()) {
            throw new DateTimeException("not of the shape " + shape);
        }
        return text;
    }

    @Override
    public void check(Object value, Trial trial) {
        if (subtype == Subtype.TIME) {
            return;
        }
        var text = (String) value;
        if (side(text, trial.now(), latest) > 0) {
            trial.complain(Complaint.of("inTheFuture"));
        }
        if (side(text, trial.now(), earliest) < 0) {
            trial.complain(Complaint.of("inThePast"));
        }
    }

    /** On which side of the bound the value lies; a date alone is a whole day, so that now means today to it. */
    private int side(String text, Instant now, Bound bound) {
        if (bound == Bound.NONE) {
            return 0;
        }
        if (bound == Bound.NOW && subtype == Subtype.DATETIME) {
            return moment(text).toInstant().compareTo(now);
        }
        var day = subtype == Subtype.DATE ? LocalDate.parse(text) : moment(text).toLocalDate();
        return day.compareTo(now.atZone(LONDON).toLocalDate());
    }

    @Override
    public String noun() {
        return subtype.name().toLowerCase(Locale.ROOT);
    }

    @Override
    public Map<String, Object> constraints(Scope scope) {
        var constraints = new LinkedHashMap<String, Object>();
        constraints.put("subtype", noun());
        if (latest != Bound.NONE) {
            constraints.put("notAfter", latest.name().toLowerCase(Locale.ROOT));
        }
        if (earliest != Bound.NONE) {
            constraints.put("notBefore", earliest.name().toLowerCase(Locale.ROOT));
        }
        return constraints;
    }
}
