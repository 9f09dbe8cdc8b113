package cymru.diogelu.statute;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One moment before a limit ends at which the responsible role is reminded.
 *
 * @param kind what the amount counts
 * @param amount percent, working hours or working days
 */
public record Reminder(Kind kind, int amount) {

    private static final Pattern FORM =
            Pattern.compile("(\\d{1,2}) (percent|working-hours-in|working-hours-before|working-days-before)");

    /** From where, and in what, the amount is counted. */
    public enum Kind {
        /** Share of the limit that has passed: elapsed time, or whole working days for limits in working days. */
        PERCENT,
        /** Working hours after counting begins. */
        WORKING_HOURS_IN,
        /** Working hours before the limit ends. */
        WORKING_HOURS_BEFORE,
        /** Working days before the day on which the limit ends. */
        WORKING_DAYS_BEFORE
    }

    /** @throws IllegalArgumentException when the amount is not 1 to 99 */
    public Reminder {
        if (amount < 1 || amount > 99) {
            throw new IllegalArgumentException("a reminder needs an amount of 1 to 99, not " + amount);
        }
    }

    static Reminder parse(String text) {
        Matcher parts = FORM.matcher(text);
        if (!parts.matches()) {
            throw new IllegalArgumentException("'%s' is not a reminder".formatted(text));
        }
        Kind kind = RegisterEntry.constant(Kind.class, parts.group(2));
        return new Reminder(kind, Integer.parseInt(parts.group(1)));
    }
}
