package cymru.diogelu.statute;

import cymru.diogelu.language.Bilingual;

/**
 * How long something may take and the clock fact it is counted from; how the counting goes is the matter of
 * {@code deadlines}.
 *
 * @param length number of units; 0 for {@link Unit#IMMEDIATELY}
 * @param startsAt name of the clock fact, or {@link #TASK_OFFERED}
 */
public record Limit(int length, Unit unit, String startsAt) {

    /** The clock fact of limits that run from the moment their task is offered. */
    public static final String TASK_OFFERED = "taskOffered";

    /** @throws IllegalArgumentException for a length that does not fit the unit or a start that is no camelCase name */
    public Limit {
        if (unit == Unit.IMMEDIATELY ? length != 0 : length < 1) {
            throw new IllegalArgumentException("a limit of %d does not fit %s".formatted(length, unit));
        }
        if (!startsAt.matches("[a-z][a-zA-Z0-9]*")) {
            throw new IllegalArgumentException("startsAt '%s' is not a camelCase name".formatted(startsAt));
        }
    }

    /** The units the procedures count in. {@code WORKING_DAYS_BEFORE} counts back from an event. */
    public enum Unit {
        CLOCK_HOURS,
        WORKING_DAYS,
        DAYS,
        WEEKS,
        MONTHS,
        IMMEDIATELY,
        WORKING_DAYS_BEFORE
    }

    /** Reads {@code 10 working-days}, {@code 6 weeks} or {@code immediately}. */
    static Limit parse(String text, String startsAt) {
        if (text.equals("immediately")) {
            return new Limit(0, Unit.IMMEDIATELY, startsAt);
        }
        if (!text.matches("\\d{1,3} [a-z-]+")) {
            throw new IllegalArgumentException("limit '%s' is not a number and a unit".formatted(text));
        }
        String[] parts = text.split(" ");
        Unit unit = RegisterEntry.constant(Unit.class, parts[1]);
        return new Limit(Integer.parseInt(parts[0]), unit, startsAt);
    }

    /** The same limit with another length; unit and start stay. */
    Limit ofLength(int other) {
        return new Limit(other, unit, startsAt);
    }

    /** The limit in words, such as "10 working days" and "10 diwrnod gwaith". */
    public Bilingual text() {
        return switch (unit) {
            case CLOCK_HOURS -> words("hour", "awr", "awr");
            case WORKING_DAYS -> words("working day", "diwrnod gwaith", "ddiwrnod gwaith");
            case DAYS -> words("day", "diwrnod", "ddiwrnod");
            case WEEKS -> words("week", "wythnos", "wythnos");
            case MONTHS -> words("month", "mis", "fis");
            case IMMEDIATELY -> new Bilingual("immediately", "ar unwaith");
            case WORKING_DAYS_BEFORE -> {
                Bilingual days = words("working day", "diwrnod gwaith", "ddiwrnod gwaith");
                yield new Bilingual(days.en() + " before", days.cy() + " cyn hynny");
            }
        };
    }

    /** Welsh keeps the noun singular after a number and softens it after two. */
    private Bilingual words(String en, String cy, String cyAfterTwo) {
        return new Bilingual(
                length + " " + en + (length == 1 ? "" : "s"), length + " " + (length == 2 ? cyAfterTwo : cy));
    }
}
