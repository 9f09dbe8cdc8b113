package cymru.diogelu.invariants;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The comparison of one variable with one word that a flow may ask for. */
record Condition(String variable, boolean equal, String word) {

    private static final Pattern COMPARISON =
            Pattern.compile("\\$\\{\\s*(\\w+)\\s*(==|!=)\\s*('[^']*'|true|false)\\s*}");

    /** Empty for a flow without condition and for any other expression. */
    static Optional<Condition> of(Flow flow) {
        Matcher comparison = COMPARISON.matcher(flow.condition());
        return comparison.matches()
                ? Optional.of(new Condition(
                        comparison.group(1),
                        comparison.group(2).equals("=="),
                        comparison.group(3).replace("'", "")))
                : Optional.empty();
    }

    boolean holds(@Nullable Object value) {
        return word.equals(String.valueOf(value)) == equal;
    }

    Condition not() {
        return new Condition(variable, !equal, word);
    }
}
