package cymru.diogelu.forms;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A date, a time of day, or a date with a time, to the minute. A date and time without an offset is read in Europe/London
 * (the earlier of the two in the night that has an hour twice) and kept in the format that the form asks for.
 */
record MomentKind(Subtype subtype, Format format, Bounds bounds) implements Kind {

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

    private static final Pattern TIME = Pattern.compile(Moment.CLOCK);

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
            case DATE -> LocalDate.parse(Moment.shaped(text, Moment.DATE)).toString();
            case TIME -> LocalTime.parse(Moment.shaped(text, TIME)).format(MINUTES);
            case DATETIME -> written(Moment.zoned(text));
        };
    }

    private String written(ZonedDateTime moment) {
        return switch (format) {
            case NO_TIMEZONE -> moment.format(LOCAL_MINUTES);
            case UTC_OFFSET -> moment.format(OFFSET_MINUTES);
            case UTC_NORMALIZED -> moment.withZoneSameInstant(ZoneOffset.UTC).format(UTC_MINUTES);
        };
    }

    @Override
    public void check(Object value, Trial trial) {
        if (subtype == Subtype.TIME) {
            return;
        }
        var moment = Moment.read((String) value);
        complain("tooLate", bounds.latest(), edge -> edge.isBefore(moment), trial);
        complain("tooEarly", bounds.earliest(), moment::isBefore, trial);
    }

    /** About the first bound that is passed: one is enough to put the date right. */
    private void complain(String code, List<Bound> bounds, Predicate<Moment> passed, Trial trial) {
        for (var bound : bounds) {
            var edge = bound.in(trial);
            if (edge != null && passed.test(edge)) {
                trial.complain(this.bounds.complaint(code, bound, edge, trial));
                return;
            }
        }
    }

    @Override
    public String noun() {
        return subtype.name().toLowerCase(Locale.ROOT);
    }

    @Override
    public Map<String, Object> constraints(Scope scope) {
        var constraints = new LinkedHashMap<String, Object>();
        constraints.put("subtype", noun());
        bounds.describe(constraints);
        return constraints;
    }
}
