package cymru.diogelu.modelcheck.lint;

import cymru.diogelu.modelcheck.Finding;
import cymru.diogelu.modelcheck.reading.Bpmn;
import cymru.diogelu.modelcheck.reading.Expression;
import cymru.diogelu.modelcheck.reading.Extensions;
import cymru.diogelu.modelcheck.reading.Flow;
import cymru.diogelu.modelcheck.reading.FormFile;
import cymru.diogelu.modelcheck.reading.Models;
import cymru.diogelu.modelcheck.reading.Node;
import cymru.diogelu.modelcheck.reading.NodeKind;
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

    private static final Told NOBODY_READS = Told.warning(
            ID,
            "The result ‘%s’ of this table is read by no condition, table, form or call. Use it, or take the step out.",
            "Nid oes amod, tabl, ffurflen na galwad yn darllen canlyniad ‘%s’ y tabl hwn. Defnyddiwch ef, neu tynnwch y cam"
                    + " allan.");

    @Override
    public String id() {
        return ID;
    }

    @Override
    public Stream<Finding> check(Subject subject) {
        PossibleTexts possible = new PossibleTexts(subject.models());
        Variables variables = new Variables(subject.models());
        Set<String> inForms = subject.models().forms().stream()
                .flatMap(FormFile::expressions)
                .flatMap(expression -> variables.names(expression.text()).stream())
                .collect(Collectors.toSet());
        return subject.models().procedures().stream()
                .flatMap(procedure -> Stream.concat(
                        unread(procedure, variables, inForms),
                        procedure.nodes().stream()
                                .filter(Node::splits)
                                .flatMap(choice -> missing(procedure, choice, subject.models(), possible))));
    }

    private static Stream<Finding> unread(Procedure procedure, Variables variables, Set<String> inForms) {
        Set<String> read =
                variables.reads(procedure).map(Variables.Read::variable).collect(Collectors.toSet());
        read.addAll(inForms);
        variables.callers(procedure).forEach(call -> Extensions.of(call.xml(), "out")
                .forEach(out -> read.add(out.attribute("source"))));
        return procedure
                .nodes(NodeKind.BUSINESS_RULE_TASK)
                .filter(task -> !read.contains(task.camunda("resultVariable")))
                .map(task -> NOBODY_READS.at(procedure.file(), task.xml(), task.camunda("resultVariable")));
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
