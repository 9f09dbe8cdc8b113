package cymru.diogelu.modelcheck.proof;

import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The condition of a flow: one variable compared with one text, or something that is not followed and may hold or not. */
record Guard(@Nullable String variable, boolean equal, String text) {

    private static final Pattern COMPARISON = Pattern.compile("\\s*[$#]\\{\\s*(\\w+)\\s*(==|!=)\\s*'([^']*)'\\s*}\\s*");

    private static final Pattern STEP_DONE = Pattern.compile("\\s*[$#]\\{\\s*overdue\\.done\\(\\)\\s*}\\s*");

    static Guard of(String expression) {
        Matcher comparison = COMPARISON.matcher(expression);
        return comparison.matches()
                ? new Guard(comparison.group(1), comparison.group(2).equals("=="), comparison.group(3))
                : new Guard(null, true, expression);
    }

    /** Whether it asks if the step has been done because of whose limit the procedure was called. */
    boolean asksWhetherDone() {
        return variable == null && STEP_DONE.matcher(text).matches();
    }

    /** Empty where it is not followed. */
    Optional<Boolean> holds(Map<String, Object> variables) {
        return variable == null
                ? Optional.empty()
                : Optional.of(Objects.equals(variables.get(variable), text) == equal);
    }
}
