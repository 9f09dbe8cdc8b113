package cymru.diogelu.forms;

import cymru.diogelu.language.Bilingual;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Text on one line or on several. Lengths count UTF-16 units, as form-js and the maxlength of HTML do, so that browser
 * and judge agree. No text may carry an image in it (INV-03).
 */
record TextKind(
        boolean onOneLine,
        Limit minLength,
        Limit maxLength,
        @Nullable Pattern pattern,
        @Nullable Bilingual patternMessage,
        String validationType)
        implements Kind {

    /** For a text field and a text area whose form sets no maximum. */
    static final int LONGEST_LINE = 1_000;

    static final int LONGEST_AREA = 20_000;

    /** The address pattern that the HTML standard gives for input type=email. */
    private static final Pattern EMAIL = Pattern.compile("[a-zA-Z0-9.!#$%&'*+/=?^_`{|}~-]+"
            + "@[a-zA-Z0-9](?:[a-zA-Z0-9-]{0,61}[a-zA-Z0-9])?(?:\\.[a-zA-Z0-9](?:[a-zA-Z0-9-]{0,61}[a-zA-Z0-9])?)*");

    private static final Pattern PHONE = Pattern.compile("(?:\\+|00)[1-9][0-9]{6,14}|0[1-9][0-9]{8,9}");

    private static final Pattern IMAGE = Pattern.compile("data:\\s*(image|video)/", Pattern.CASE_INSENSITIVE);

    @Override
    public Object empty() {
        return "";
    }

    @Override
    public Reading read(Object raw, Map<String, Object> facts) {
        if (!(raw instanceof String text)) {
            return Reading.refused(Complaint.of("wrongType", "text"));
        }
        if (Characters.anyIllegal(text)) {
            return Reading.refused(Complaint.of("illegalCharacter"));
        }
        return Reading.of(onOneLine ? Characters.onOneLine(Characters.tidy(text)) : Characters.tidy(text));
    }

    @Override
    public void check(Object value, Trial trial) {
        var text = (String) value;
        var longest = maxLength.in(trial.scope());
        var shortest = minLength.in(trial.scope());
        if (longest != null && text.length() > longest.longValue()) {
            trial.complain(Complaint.limit("tooLong", longest.toPlainString()));
            return;
        }
        if (shortest != null && text.length() < shortest.longValue()) {
            trial.complain(Complaint.limit("tooShort", shortest.toPlainString()));
        }
        checkForm(text, trial);
    }

    private void checkForm(String text, Trial trial) {
        if (IMAGE.matcher(text).find()) {
            trial.complain(Complaint.of("image"));
        }
        if (pattern != null && !pattern.matcher(text).find()) {
            trial.complain(patternComplaint());
        }
        if (validationType.equals("email") && !EMAIL.matcher(text).matches()) {
            trial.complain(Complaint.of("email"));
        }
        if (validationType.equals("phone") && !isPhone(text)) {
            trial.complain(Complaint.of("phone"));
        }
    }

    private Complaint patternComplaint() {
        return patternMessage == null
                ? Complaint.of("pattern")
                : new Complaint("pattern", "own", Map.of("en", patternMessage.en(), "cy", patternMessage.cy()));
    }

    /** Numbers of the United Kingdom as people write them, and others with their country's prefix. */
    private static boolean isPhone(String text) {
        return PHONE.matcher(text.replaceAll("[ ()./-]", "")).matches();
    }

    @Override
    public String noun() {
        return "text";
    }

    @Override
    public Map<String, Object> constraints(Scope scope) {
        var constraints = new LinkedHashMap<String, Object>();
        minLength.describe("minLength", scope, constraints);
        maxLength.describe("maxLength", scope, constraints);
        if (pattern != null) {
            constraints.put("pattern", pattern.pattern());
        }
        if (!validationType.isEmpty()) {
            constraints.put("validationType", validationType);
        }
        return constraints;
    }
}
