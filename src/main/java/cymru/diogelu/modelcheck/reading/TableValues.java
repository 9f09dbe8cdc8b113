package cymru.diogelu.modelcheck.reading;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The values that stand for all that a variable of a table can hold: two that no cell tells apart count once. */
final class TableValues {

    /** A text that no cell names, unless somebody means it to. */
    static final String OTHER = "…";

    /** Of a list; each pair of them is tried. */
    private static final int MOST_TEXTS = 200;

    private static final Pattern NUMBER = Pattern.compile("(?<![\\w\"])-?\\d+(\\.\\d+)?(?![\\w\"])");
    private static final Pattern TEXTS = Pattern.compile("\"[^\"]*\"");

    private final Decision decision;
    private final String variable;
    private final Given given;
    private final Set<String> named;
    private final List<String> cells = new ArrayList<>();
    private final List<String> expressions = new ArrayList<>();
    private boolean truth;

    TableValues(Decision decision, String variable, Given given) {
        this.decision = decision;
        this.variable = variable;
        this.given = given;
        this.named = Given.named(decision, variable);
        List<XmlElement> inputs = decision.inputs();
        for (int column = 0; column < inputs.size(); column++) {
            read(inputs.get(column), column);
        }
    }

    private void read(XmlElement input, int column) {
        String expression = Decision.expression(input);
        if (expression.equals(variable)) {
            decision.rules().stream()
                    .flatMap(rule ->
                            Decision.conditions(rule).stream().skip(column).limit(1))
                    .forEach(cells::add);
            truth |= input.child(Dmn.MODEL, "inputExpression")
                    .filter(asked -> asked.attribute("typeRef").equals("boolean"))
                    .isPresent();
        } else if (expression.matches("(?s).*\\b" + Pattern.quote(variable) + "\\b.*")) {
            expressions.add(expression);
        }
    }

    /**
     * Everything worth trying.
     *
     * @param possible whether to leave out what nothing in the set can give
     * @param unset whether the variable is known to hold nothing at times
     */
    List<@Nullable Object> toTry(boolean possible, boolean unset) {
        Set<@Nullable Object> values = new LinkedHashSet<>();
        if (list()) {
            values.addAll(lists(texts(possible)));
        } else if (truth || onlyTruth()) {
            values.addAll(List.of(true, false));
        } else if (!numbers().isEmpty() && named.isEmpty()) {
            values.addAll(numbers());
        } else {
            values.addAll(texts(possible));
        }
        if (mentions("null") || unset && !expressions.isEmpty()) {
            values.add(null);
        }
        return new ArrayList<>(values);
    }

    /** Whether a table compares a variable with {@code null}. */
    static boolean speaksOfNothing(Decision decision, String variable) {
        List<XmlElement> inputs = decision.inputs();
        return IntStream.range(0, inputs.size())
                .filter(column -> Decision.expression(inputs.get(column)).equals(variable))
                .anyMatch(column -> decision.rules().stream()
                        .flatMap(rule ->
                                Decision.conditions(rule).stream().skip(column).limit(1))
                        .anyMatch(cell -> cell.matches("(?s).*\\bnull\\b.*")));
    }

    private boolean list() {
        String name = Pattern.quote(variable);
        Pattern asList = Pattern.compile(
                "list contains\\(\\s*" + name + "\\s*,|\\bin " + name + " satisfies|count\\(\\s*" + name + "\\b");
        Pattern cellAsList = Pattern.compile("list contains\\(\\s*\\?|in \\? satisfies|count\\(\\s*\\?");
        return given.list()
                || expressions.stream().anyMatch(text -> asList.matcher(text).find())
                || cells.stream().anyMatch(text -> cellAsList.matcher(text).find());
    }

    private boolean onlyTruth() {
        return named.isEmpty() && (mentions("true") || mentions("false"));
    }

    private boolean mentions(String word) {
        return Stream.concat(cells.stream(), expressions.stream())
                .map(text -> TEXTS.matcher(text).replaceAll("\"\""))
                .anyMatch(text -> text.matches("(?s).*\\b" + word + "\\b.*"));
    }

    private Set<Object> numbers() {
        Set<Object> numbers = new LinkedHashSet<>();
        Stream.concat(cells.stream(), expressions.stream())
                .flatMap(text ->
                        NUMBER.matcher(TEXTS.matcher(text).replaceAll("\"\"")).results())
                .map(found -> new BigDecimal(found.group()))
                .forEach(bound ->
                        numbers.addAll(List.of(bound.subtract(BigDecimal.ONE), bound, bound.add(BigDecimal.ONE))));
        return numbers;
    }

    private Set<Object> texts(boolean possible) {
        Set<Object> texts = new LinkedHashSet<>(given.values());
        if (possible && given.known()) {
            texts.removeIf(text -> !named.contains(text) && given.settled().contains(text));
            return texts;
        }
        texts.addAll(named);
        texts.add(OTHER);
        return texts;
    }

    /** No more than two at once: what a cell asks of a list, it asks of one of its texts. */
    private List<Object> lists(Set<Object> texts) {
        List<Object> told = new ArrayList<>();
        texts.stream().filter(named::contains).limit(MOST_TEXTS).forEach(told::add);
        texts.stream().filter(text -> !named.contains(text)).limit(1).forEach(told::add);
        List<Object> lists = new ArrayList<>(List.of(List.of()));
        for (int first = 0; first < told.size(); first++) {
            lists.add(List.of(told.get(first)));
            for (int second = first + 1; second < told.size(); second++) {
                lists.add(List.of(told.get(first), told.get(second)));
            }
        }
        return lists;
    }
}
