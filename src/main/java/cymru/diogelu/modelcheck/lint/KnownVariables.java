package cymru.diogelu.modelcheck.lint;

import cymru.diogelu.modelcheck.Finding;
import cymru.diogelu.modelcheck.reading.Extensions;
import cymru.diogelu.modelcheck.reading.Models;
import cymru.diogelu.modelcheck.reading.Node;
import cymru.diogelu.modelcheck.reading.NodeKind;
import cymru.diogelu.modelcheck.reading.Procedure;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Whatever a procedure reads of a case is set by its forms, tables or callers. A name that is misspelt would stop the
 * first case that comes to it or, in a table, pass for an unanswered question.
 */
final class KnownVariables implements Rule {

    private static final String ID = "known-variables";
    private static final Told NOBODY_SETS = Told.error(
            ID,
            "This reads ‘%s’, which nothing sets. Correct the name, let a form route it, or let every call hand it over.",
            "Mae hyn yn darllen ‘%s’, nad oes dim yn ei osod. Cywirwch yr enw, gadewch i ffurflen ei lwybro, neu i bob"
                    + " galwad ei drosglwyddo.");
    private static final Told NOT_HANDED_OVER = Told.error(
            ID,
            "This call does not hand over ‘%s’, which ‘%s’ reads.",
            "Nid yw'r alwad hon yn trosglwyddo ‘%s’, y mae ‘%s’ yn ei ddarllen.");
    private static final Told NOT_TAKEN_BACK = Told.error(
            ID,
            "This call takes back ‘%s’, which ‘%s’ never sets.",
            "Mae'r alwad hon yn cymryd ‘%s’ yn ôl, nad yw ‘%s’ byth yn ei osod.");

    @Override
    public String id() {
        return ID;
    }

    @Override
    public Stream<Finding> check(Subject subject) {
        Variables variables = new Variables(subject.models());
        return subject.models().procedures().stream()
                .flatMap(procedure -> Stream.concat(
                        unset(procedure, variables),
                        procedure
                                .nodes(NodeKind.CALL_ACTIVITY)
                                .flatMap(call -> handedOver(call, subject.models(), variables))))
                .distinct();
    }

    private static Stream<Finding> unset(Procedure procedure, Variables variables) {
        Set<String> known = new HashSet<>(variables.sets(procedure));
        variables.callers(procedure).forEach(call -> known.addAll(Variables.targets(call)));
        return variables
                .reads(procedure)
                .filter(read -> !known.contains(read.variable()))
                .map(read -> NOBODY_SETS.at(procedure.file(), read.element(), read.variable()));
    }

    private static Stream<Finding> handedOver(Node call, Models models, Variables variables) {
        return models.procedure(call.xml().attribute("calledElement")).stream().flatMap(called -> {
            Set<String> known = new HashSet<>(variables.sets(called));
            known.addAll(Variables.targets(call));
            Stream<Finding> missing = variables
                    .reads(called)
                    .map(Variables.Read::variable)
                    .distinct()
                    .filter(name -> !known.contains(name))
                    .map(name -> told(NOT_HANDED_OVER, call, name, called));
            Stream<Finding> inVain = Extensions.of(call.xml(), "out")
                    .map(out -> out.attribute("source"))
                    .filter(name -> !known.contains(name))
                    .map(name -> told(NOT_TAKEN_BACK, call, name, called));
            return Stream.concat(missing, inVain);
        });
    }

    private static Finding told(Told told, Node call, String name, Procedure called) {
        return told.at(call.procedure().file(), call.xml(), name, called.id());
    }
}
