package cymru.diogelu.modelcheck.lint;

import cymru.diogelu.modelcheck.Finding;
import cymru.diogelu.modelcheck.reading.Bpmn;
import cymru.diogelu.modelcheck.reading.Expression;
import cymru.diogelu.modelcheck.reading.Expression.Shape;
import cymru.diogelu.modelcheck.reading.ModelWords;
import cymru.diogelu.modelcheck.reading.XmlElement;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * Every expression of a procedure has a shape that routes and never runs code, and stands only where its kind is asked
 * for.
 */
final class AllowedExpressions implements Rule {

    private static final String ID = "allowed-expressions";
    private static final Told SHAPE = Told.error(
            ID,
            "‘%s’ is not allowed: use a variable, one comparison with a literal, or a named function.",
            "Ni chaniateir ‘%s’: defnyddiwch newidyn, un gymhariaeth â gwerth, neu ffwythiant a enwir.");
    private static final Told FUNCTION = Told.error(
            ID,
            "‘%s’ calls what is none of the functions %s.",
            "Mae ‘%s’ yn galw'r hyn nad yw'n un o'r ffwythiannau %s.");
    private static final Told ARGUMENTS = Told.error(
            ID,
            "‘%s’ does not hand over what the function takes: %s.",
            "Nid yw ‘%s’ yn trosglwyddo'r hyn y mae'r ffwythiant yn ei gymryd: %s.");
    private static final Told CONDITION = Told.error(
            ID,
            "‘%s’ is no condition; a condition stands in braces, such as ${route == 'report'}.",
            "Nid amod yw ‘%s’; saif amod mewn bachau, megis ${route == 'report'}.");
    private static final Told DATE = Told.error(
            ID,
            "This waits for ‘%s’; a date is asked of the register, such as ${deadline.due('DL-03')}.",
            "Mae hyn yn aros am ‘%s’; gofynnir i'r gofrestr am ddyddiad, megis ${deadline.due('DL-03')}.");
    private static final Told GROUP = Told.error(
            ID,
            "This task is offered to ‘%s’; a task is offered by a function, such as ${group.named('front-door')}.",
            "Cynigir y dasg hon i ‘%s’; cynigir tasg drwy ffwythiant, megis ${group.named('front-door')}.");
    private static final Told DELEGATE = Told.error(
            ID,
            "This runs ‘%s’; a step of the service is one of %s, in braces.",
            "Mae hyn yn rhedeg ‘%s’; un o %s, mewn bachau, yw cam o'r gwasanaeth.");
    private static final Told LIST = Told.error(
            ID,
            "This is repeated for each of ‘%s’; the name of one variable is expected.",
            "Ailadroddir hyn ar gyfer pob un o ‘%s’; disgwylir enw un newidyn.");
    private static final Told REFERENCE = Told.error(
            ID,
            "‘%s’ stands where only #{execution.processBusinessKey}, the reference of the case, may stand.",
            "Saif ‘%s’ lle na chaiff ond #{execution.processBusinessKey}, cyfeirnod yr achos, sefyll.");
    private static final Told ELSEWHERE = Told.error(
            ID,
            "No expression may stand in ‘%s’, but here is ‘%s’. Write plain words, or hand a variable over by its name.",
            "Ni chaiff mynegiad sefyll yn ‘%s’, ond dyma ‘%s’. Ysgrifennwch eiriau plaen, neu trosglwyddwch newidyn wrth"
                    + " ei enw.");

    @Override
    public String id() {
        return ID;
    }

    @Override
    public Stream<Finding> check(Subject subject) {
        return subject.models().roots().entrySet().stream()
                .filter(entry -> entry.getKey().endsWith(".bpmn"))
                .flatMap(entry -> entry.getValue().all().flatMap(element -> check(entry.getKey(), element)));
    }

    private static Stream<Finding> check(String file, XmlElement element) {
        Stream<Finding> own =
                switch (element.type()) {
                    case "conditionExpression" ->
                        read(file, element, element.text(), AllowedExpressions::asks, CONDITION);
                    case "timerEventDefinition" ->
                        read(file, element, element.text(Bpmn.MODEL, "timeDate"), date -> date.calls("deadline"), DATE);
                    case "userTask" ->
                        read(
                                file,
                                element,
                                element.attribute(Bpmn.CAMUNDA, "candidateGroups"),
                                group -> group.calls("group"),
                                GROUP);
                    case "serviceTask" ->
                        delegate(file, element, element.attribute(Bpmn.CAMUNDA, "delegateExpression"));
                    case "taskListener" -> delegate(file, element, element.attribute("delegateExpression"));
                    default -> Stream.empty();
                };
        return Stream.concat(
                own,
                element.attributes().entrySet().stream()
                        .flatMap(
                                entry -> attribute(file, element, entry.getKey().local(), entry.getValue())));
    }

    /** A condition asks a variable, compares one, or asks whether a late step is done. */
    private static boolean asks(Expression condition) {
        return condition.shape() == Shape.NAME
                || condition.shape() == Shape.COMPARISON && ordersNumbersOnly(condition)
                || condition.calls("overdue");
    }

    /** The engine asks for the order of numbers only; a text is equal to another or not. */
    private static boolean ordersNumbersOnly(Expression comparison) {
        return comparison.operator().matches("[=!]=")
                || comparison.literals().get(0).matches("-?\\d.*");
    }

    private static Stream<Finding> delegate(String file, XmlElement element, String text) {
        Expression expression = Expression.of(text);
        boolean known = expression.shape() == Shape.NAME && ModelWords.DELEGATES.contains(expression.name());
        return known ? Stream.empty() : Stream.of(DELEGATE.at(file, element, text, sorted(ModelWords.DELEGATES)));
    }

    private static Stream<Finding> attribute(String file, XmlElement element, String name, String text) {
        return switch (name) {
            case "candidateGroups", "delegateExpression" -> Stream.empty();
            case "businessKey" -> read(file, element, text, key -> key.shape() == Shape.REFERENCE, REFERENCE);
            case "collection" ->
                read(
                        file,
                        element,
                        text,
                        list -> list.shape() == Shape.NAME || text.matches("[A-Za-z][A-Za-z0-9]*"),
                        LIST);
            default -> Expression.standsIn(text) ? Stream.of(ELSEWHERE.at(file, element, name, text)) : Stream.empty();
        };
    }

    private static Stream<Finding> read(
            String file, XmlElement element, String text, Predicate<Expression> wanted, Told otherwise) {
        Expression expression = Expression.of(text);
        if (expression.shape() == Shape.OTHER) {
            return Stream.of(SHAPE.at(file, element, text));
        }
        if (expression.shape() == Shape.CALL && !ModelWords.FUNCTIONS.containsKey(expression.name())) {
            return Stream.of(FUNCTION.at(file, element, text, sorted(ModelWords.FUNCTIONS.keySet())));
        }
        if (expression.shape() == Shape.CALL && !ModelWords.fits(expression)) {
            return Stream.of(ARGUMENTS.at(file, element, text, types(expression)));
        }
        return wanted.test(expression) ? Stream.empty() : Stream.of(otherwise.at(file, element, text));
    }

    private static String types(Expression call) {
        List<Class<?>> types = ModelWords.FUNCTIONS.getOrDefault(call.name(), List.of());
        return types.stream()
                .map(type -> type == Number.class ? "1" : "'…'")
                .toList()
                .toString()
                .replaceAll("^\\[", "(")
                .replaceAll("]$", ")");
    }

    private static String sorted(Set<String> names) {
        return String.join(", ", names.stream().sorted().toList());
    }
}
