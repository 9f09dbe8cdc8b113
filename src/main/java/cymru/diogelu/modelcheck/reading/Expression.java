package cymru.diogelu.modelcheck.reading;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * An expression of a procedure, read for its shape and never evaluated.
 *
 * @param name the variable that is asked or compared, the delegate, or the function that is called; else empty
 * @param operator of a comparison; else empty
 * @param literals what a variable is compared with, or a function's arguments, as they stand in the model
 */
public record Expression(Shape shape, String name, String operator, List<String> literals) {

    /** What an expression can be. */
    public enum Shape {
        /** Plain text: it is what it says. */
        WORDS,
        /** The reference of the case, which procedures hand to one another. */
        REFERENCE,
        NAME,
        COMPARISON,
        CALL,
        /** Anything else, which no procedure may hold. */
        OTHER
    }

    /** Longer than any that can be read; blanks without end would keep the patterns busy. */
    private static final int LONGEST = 500;

    private static final Pattern WRAPPED = Pattern.compile("[$#]\\{\\s*(.*?)\\s*}", Pattern.DOTALL);
    private static final Pattern NAME = Pattern.compile("[A-Za-z][A-Za-z0-9]*");
    private static final String LITERAL = "'[^'\\\\]*'|-?\\d+(?:\\.\\d+)?|true|false";
    private static final Pattern COMPARISON =
            Pattern.compile("([A-Za-z][A-Za-z0-9]*)\\s*(==|!=|<=|>=|<|>)\\s*(" + LITERAL + ")");
    private static final Pattern CALL = Pattern.compile("([A-Za-z]+\\.[A-Za-z]+)\\(([^()]*)\\)");
    private static final String REFERENCE = "execution.processBusinessKey";

    public static Expression of(String text) {
        if (!standsIn(text)) {
            return new Expression(Shape.WORDS, "", "", List.of(text));
        }
        Matcher wrapped = WRAPPED.matcher(text.strip());
        return text.length() <= LONGEST && wrapped.matches() ? inside(wrapped.group(1)) : other();
    }

    /** Whether the engine would evaluate any of a text. */
    public static boolean standsIn(String text) {
        return text.contains("${") || text.contains("#{");
    }

    private static Expression inside(String inner) {
        if (inner.equals(REFERENCE)) {
            return new Expression(Shape.REFERENCE, "", "", List.of());
        }
        if (NAME.matcher(inner).matches()) {
            return new Expression(Shape.NAME, inner, "", List.of());
        }
        Matcher comparison = COMPARISON.matcher(inner);
        if (comparison.matches()) {
            return new Expression(
                    Shape.COMPARISON, comparison.group(1), comparison.group(2), List.of(comparison.group(3)));
        }
        Matcher call = CALL.matcher(inner);
        return call.matches() ? new Expression(Shape.CALL, call.group(1), "", arguments(call.group(2))) : other();
    }

    private static List<String> arguments(String text) {
        return text.isBlank()
                ? List.of()
                : Stream.of(text.split(",", -1)).map(String::strip).toList();
    }

    private static Expression other() {
        return new Expression(Shape.OTHER, "", "", List.of());
    }

    /** Whether it calls a function of a bean, such as {@code deadline}. */
    public boolean calls(String bean) {
        return shape == Shape.CALL && name.startsWith(bean + ".");
    }

    /** The literals that are texts, without their quotation marks. */
    public List<String> texts() {
        return literals.stream()
                .filter(literal -> literal.matches("'[^'\\\\]*'"))
                .map(literal -> literal.substring(1, literal.length() - 1))
                .toList();
    }
}
