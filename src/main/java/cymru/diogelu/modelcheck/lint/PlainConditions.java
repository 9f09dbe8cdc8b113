package cymru.diogelu.modelcheck.lint;

import cymru.diogelu.modelcheck.Finding;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** A condition on a flow compares one variable with one value; whatever needs more is a decision and has a table. */
final class PlainConditions implements Rule {

    private static final String ID = "plain-conditions";
    private static final Pattern COMPARISON =
            Pattern.compile("[$#]\\{\\s*[a-z][a-zA-Z0-9]*\\s*(==|!=)\\s*('[^']*'|\"[^\"]*\"|true|false|-?\\d+)\\s*}");

    /** Only the engine knows whether another procedure's step is still open: no variable can hold it. */
    private static final Pattern STEP_DONE = Pattern.compile("[$#]\\{\\s*overdue\\.done\\(\\)\\s*}");

    private static final Told NOT_PLAIN = Told.error(
            ID,
            "‘%s’ is more than one variable compared with one value; put what it decides into a table and ask for the"
                    + " table's answer.",
            "Mae ‘%s’ yn fwy nag un newidyn wedi'i gymharu ag un gwerth; rhowch yr hyn y mae'n ei benderfynu mewn tabl a"
                    + " gofynnwch am ateb y tabl.");

    @Override
    public String id() {
        return ID;
    }

    @Override
    public Stream<Finding> check(Subject subject) {
        return subject.models().procedures().stream().flatMap(procedure -> procedure.flows().stream()
                .filter(flow -> !flow.condition().isEmpty() && !plain(flow.condition()))
                .map(flow -> NOT_PLAIN.at(procedure.file(), flow.xml(), flow.condition())));
    }

    private static boolean plain(String condition) {
        return COMPARISON.matcher(condition).matches()
                || STEP_DONE.matcher(condition).matches();
    }
}
