package cymru.diogelu.trace.pages;

import cymru.diogelu.trace.Choice;
import cymru.diogelu.trace.Part;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What the address of a record's page asks for, as it was typed; what is left out, or is none of what there is, is not
 * limited.
 *
 * @param after behind how many lines the page begins
 */
record Asked(Part part, String by, String agency, String from, String to, boolean reads, int after) {

    /** @param typed the parameters of the address */
    static Asked of(Map<String, String> typed) {
        return new Asked(
                Stream.of(Part.values())
                        .filter(part -> part.name().equals(typed.get("part")))
                        .findFirst()
                        .orElse(Part.STORY),
                typed.getOrDefault("by", ""),
                typed.getOrDefault("agency", ""),
                typed.getOrDefault("from", ""),
                typed.getOrDefault("to", ""),
                Boolean.parseBoolean(typed.get("reads")),
                lines(typed.getOrDefault("after", "")));
    }

    private static int lines(String typed) {
        return typed.matches("\\d{1,9}") ? Integer.parseInt(typed) : 0;
    }

    Choice choice() {
        return new Choice(part, by, agency, day(from), day(to), reads);
    }

    /** Whether a first day was typed that there is not. */
    public boolean wrongFrom() {
        return !from.isEmpty() && day(from) == null;
    }

    /** The same for the last day. */
    public boolean wrongTo() {
        return !to.isEmpty() && day(to) == null;
    }

    private static @Nullable LocalDate day(String typed) {
        try {
            return typed.isEmpty() ? null : LocalDate.parse(typed);
        } catch (DateTimeException none) {
            return null;
        }
    }
}
