package cymru.diogelu.modelcheck.lint;

import cymru.diogelu.modelcheck.Finding;
import cymru.diogelu.modelcheck.reading.Bpmn;
import cymru.diogelu.modelcheck.reading.Decision;
import cymru.diogelu.modelcheck.reading.Dmn;
import cymru.diogelu.modelcheck.reading.Expression;
import cymru.diogelu.modelcheck.reading.FormFile;
import cymru.diogelu.modelcheck.reading.Node;
import cymru.diogelu.modelcheck.reading.Procedure;
import cymru.diogelu.modelcheck.reading.XmlElement;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** A variable is compared only with what it can be. A misspelt value would never be met, and its way never taken. */
final class ComparedValues implements Rule {

    private static final String ID = "compared-values";
    private static final Told NEVER = Told.error(
            ID,
            "‘%s’ is compared with ‘%s’, which it can never be. It can be: %s.",
            "Cymherir ‘%s’ â ‘%s’, na all fod byth. Gall fod yn: %s.");

    @Override
    public String id() {
        return ID;
    }

    @Override
    public Stream<Finding> check(Subject subject) {
        PossibleTexts possible = new PossibleTexts(subject.models());
        return Stream.of(
                        subject.models().procedures().stream().flatMap(procedure -> conditions(procedure, possible)),
                        subject.models().decisions().stream().flatMap(decision -> table(decision, possible)),
                        subject.models().forms().stream().flatMap(form -> form(form, possible)))
                .flatMap(found -> found)
                .distinct();
    }

    private static Stream<Finding> conditions(Procedure procedure, PossibleTexts possible) {
        return procedure.process().all(Bpmn.MODEL, "conditionExpression").flatMap(condition -> {
            Expression expression = Expression.of(condition.text());
            return expression.texts().stream()
                    .filter(text -> expression.shape() == Expression.Shape.COMPARISON)
                    .flatMap(text -> possible
                            .of(procedure, expression.name())
                            .filter(texts -> !texts.contains(text))
                            .map(texts -> told(procedure.file(), condition, expression.name(), text, texts))
                            .stream());
        });
    }

    private static Stream<Finding> table(Decision decision, PossibleTexts possible) {
        List<Procedure> askers =
                possible.askers(decision).stream().map(Node::procedure).toList();
        return IntStream.range(0, decision.inputs().size()).boxed().flatMap(position -> {
            XmlElement input = decision.inputs().get(position);
            String expression = Decision.expression(input);
            Stream<Finding> inside = FeelTexts.comparisons(expression)
                    .flatMap(compared ->
                            never(decision.file(), input, compared, possible.found(askers, compared.variable())));
            return FeelTexts.isName(expression)
                    ? cells(decision, position, expression, possible.found(askers, expression))
                    : inside;
        });
    }

    private static Stream<Finding> cells(
            Decision decision, int position, String variable, Optional<Set<String>> texts) {
        return decision.rules().stream()
                .flatMap(rule ->
                        rule.children(Dmn.MODEL, "inputEntry").skip(position).limit(1))
                .flatMap(cell -> FeelTexts.compared(cell.text(Dmn.MODEL, "text")).stream()
                        .flatMap(text -> never(decision.file(), cell, new FeelTexts.Compared(variable, text), texts)));
    }

    private static Stream<Finding> never(
            String file, XmlElement at, FeelTexts.Compared compared, Optional<Set<String>> texts) {
        return texts
                .filter(found -> !found.contains(compared.text()))
                .map(found -> told(file, at, compared.variable(), compared.text(), found))
                .stream();
    }

    private static Stream<Finding> form(FormFile form, PossibleTexts possible) {
        return form.expressions().flatMap(expression -> FeelTexts.comparisons(expression.text())
                .flatMap(compared -> possible
                        .anywhere(compared.variable())
                        .filter(texts -> !texts.contains(compared.text()))
                        .map(texts -> NEVER.at(
                                form.file(),
                                expression.component(),
                                expression.line(),
                                compared.variable(),
                                compared.text(),
                                String.join(", ", texts)))
                        .stream()));
    }

    private static Finding told(String file, XmlElement at, String variable, String text, Set<String> texts) {
        return NEVER.at(file, at, variable, text, String.join(", ", texts));
    }
}
