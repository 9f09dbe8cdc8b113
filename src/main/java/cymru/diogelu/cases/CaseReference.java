package cymru.diogelu.cases;

import java.util.regex.Pattern;

/**
 * The public name of a case, {@code DGL-<year>-<six digits>}. The year is the one in which the case was opened, in
 * Europe/London.
 *
 * @throws IllegalArgumentException when the text has another form
 */
public record CaseReference(String value) {

    private static final Pattern FORM = Pattern.compile("DGL-[0-9]{4}-[0-9]{6}");

    public CaseReference {
        if (!FORM.matcher(value).matches()) {
            throw new IllegalArgumentException("a case reference has the form DGL-<year>-<six digits>");
        }
    }

    static CaseReference of(int year, long number) {
        return new CaseReference("DGL-%04d-%06d".formatted(year, number));
    }

    @Override
    public String toString() {
        return value;
    }
}
