package cymru.diogelu.modelcheck.lint;

import cymru.diogelu.modelcheck.Finding;
import cymru.diogelu.modelcheck.reading.Bpmn;
import cymru.diogelu.modelcheck.reading.Expression;
import cymru.diogelu.modelcheck.reading.Flow;
import cymru.diogelu.modelcheck.reading.Models;
import cymru.diogelu.modelcheck.reading.Node;
import cymru.diogelu.modelcheck.reading.Procedure;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A choice that a table makes leads somewhere: each of its outputs is compared, or there is a way for all others. */
final class UnusedOutputs implements Rule {

    private static final String ID = "unused-outputs";
    private static final Told NO_WAY = Told.warning(
            ID,
            "No way leads on from here when ‘%s’ is ‘%s’. Compare it with that value, or mark one way as the default.",
            "Nid oes ffordd ymlaen oddi yma pan fydd ‘%s’ yn ‘%s’. Cymharwch ef â'r gwerth hwnnw, neu nodwch un ffordd fel"
                    + " y rhagosodiad.");

    @Override
    public String id() {
        return ID;
    }

    @Override
    public Stream<Finding> check(Subject subject) {
        PossibleTexts possible = new PossibleTexts(subject.models());
        return subject.models().procedures().stream().flatMap(procedure -> procedure.nodes().stream()
                .filter(Node::splits)
                .flatMap(choice -> missing(procedure, choice, subject.models(), possible)));
    }

    private static Stream<Finding> missing(Procedure procedure, Node choice, Models models, PossibleTexts possible) {
        Set<Expression> conditions = choice.outgoing().stream()
                .map(Flow::condition)
                .map(Expression::of)
                .collect(Collectors.toSet());
        Set<String> variables = conditions.stream().map(Expression::name).collect(Collectors.toSet());
        boolean compares = conditions.stream()
                .allMatch(condition -> condition.shape() == Expression.Shape.COMPARISON
                        && condition.operator().equals("=="));
        if (!compares
                || variables.size() != 1
                || choice.xml().attribute("default").length() > 0) {
            return Stream.empty();
        }
        String variable = variables.iterator().next();
        Set<String> compared = conditions.stream()
                .flatMap(condition -> condition.texts().stream())
                .collect(Collectors.toSet());
        return decided(procedure, variable, models)
                ? possible.of(procedure, variable).stream()
                        .flatMap(Set::stream)
                        .filter(text -> !compared.contains(text))
                        .map(text -> NO_WAY.at(procedure.file(), choice.xml(), variable, text))
                : Stream.empty();
    }

    private static boolean decided(Procedure procedure, String variable, Models models) {
        return procedure
                .process()
                .all(Bpmn.MODEL, "businessRuleTask")
                .filter(task -> task.attribute(Bpmn.CAMUNDA, "resultVariable").equals(variable))
                .anyMatch(task -> models.decision(task.attribute(Bpmn.CAMUNDA, "decisionRef"))
                        .isPresent());
    }
}
