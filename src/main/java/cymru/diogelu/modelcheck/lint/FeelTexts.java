package cymru.diogelu.modelcheck.lint;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The texts in quotation marks of FEEL, and which variables they are compared with. */
final class FeelTexts {

    private static final String TEXT = "\"([^\"\\\\]*)\"";
    private static final String NAME = "(?<![\\w.])([A-Za-z_]\\w*)";
    private static final Pattern LITERAL = Pattern.compile(TEXT);
    private static final Pattern ONLY_TEXT = Pattern.compile(TEXT);

    /** A cell that lists texts, perhaps to be denied or looked for in a list. */
    private static final Pattern LISTED = Pattern.compile("(?:" + TEXT + "|not\\(|list contains\\(|[?,()\\s\\[\\]-])*");

    private static final Pattern EQUAL = Pattern.compile(NAME + "\\s*!?=\\s*" + TEXT);
    private static final Pattern CONTAINS = Pattern.compile("list contains\\(\\s*" + NAME + "\\s*,\\s*" + TEXT);

    /** FEEL that is longer is refused by another rule. */
    private static final int LONGEST = 2_000;

    /** @param text with which the variable is compared */
    record Compared(String variable, String text) {}

    private FeelTexts() {}

    /** Whether a cell gives out one text as it stands. */
    static boolean isText(String cell) {
        return ONLY_TEXT.matcher(cell).matches();
    }

    static List<String> texts(String cell) {
        return LITERAL.matcher(cell).results().map(found -> found.group(1)).toList();
    }

    /** The texts that a cell compares its column with; none where it asks in another way. */
    static List<String> compared(String cell) {
        return cell.length() <= LONGEST && LISTED.matcher(cell).matches() ? texts(cell) : List.of();
    }

    /** The comparisons of variables with texts in a whole expression. */
    static Stream<Compared> comparisons(String expression) {
        return Stream.of(EQUAL, CONTAINS)
                .filter(pattern -> expression.length() <= LONGEST)
                .flatMap(pattern -> pattern.matcher(expression).results())
                .map(found -> new Compared(found.group(1), found.group(2)));
    }

    static boolean isName(String expression) {
        return expression.matches("[A-Za-z_]\\w*");
    }
}
