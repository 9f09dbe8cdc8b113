package cymru.diogelu.modelcheck.lint;

import cymru.diogelu.modelcheck.Finding;
import cymru.diogelu.modelcheck.reading.Expression;
import cymru.diogelu.modelcheck.reading.Extensions;
import cymru.diogelu.modelcheck.reading.Models;
import cymru.diogelu.modelcheck.reading.Node;
import cymru.diogelu.modelcheck.reading.NodeKind;
import cymru.diogelu.modelcheck.reading.Procedure;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** The procedures of a set hang together: one begins the case, calls the others, and all know its reference. */
final class ProcedureCalls implements Rule {

    private static final String ID = "procedure-calls";

    /** The procedure that every case begins with. */
    private static final String ROOT = "safeguarding-case";

    private static final Told NOT_EXECUTABLE = Told.error(
            ID,
            "The procedure ‘%s’ is not executable. Tick ‘Executable’ in Camunda Modeler.",
            "Nid oes modd cyflawni'r weithdrefn ‘%s’. Ticiwch ‘Executable’ yn Camunda Modeler.");
    private static final Told NOT_CALLED = Told.error(
            ID,
            "No procedure calls ‘%s’, and a case begins with ‘" + ROOT + "’. Call it, or take the file out.",
            "Nid oes gweithdrefn yn galw ‘%s’, ac mae achos yn dechrau gyda ‘" + ROOT
                    + "’. Galwch hi, neu tynnwch y ffeil allan.");
    private static final Told REFERENCE = Told.error(
            ID,
            "This call does not hand over the reference of the case. Add the business key #{execution.processBusinessKey}.",
            "Nid yw'r alwad hon yn trosglwyddo cyfeirnod yr achos. Ychwanegwch yr allwedd fusnes"
                    + " #{execution.processBusinessKey}.");
    private static final Told CIRCLE = Told.error(
            ID,
            "‘%s’ calls the procedure it stands in, itself or through others: the calls would never end.",
            "Mae ‘%s’ yn galw'r weithdrefn y mae'n sefyll ynddi, ei hun neu drwy eraill: ni ddeuai'r galwadau byth i ben.");

    @Override
    public String id() {
        return ID;
    }

    @Override
    public Stream<Finding> check(Subject subject) {
        Models models = subject.models();
        Variables variables = new Variables(models);
        return models.procedures().stream().flatMap(procedure -> Stream.of(
                        executable(procedure),
                        called(procedure, variables),
                        procedure
                                .nodes(NodeKind.CALL_ACTIVITY)
                                .filter(call -> !handsOverReference(call))
                                .map(call -> REFERENCE.at(procedure.file(), call.xml())),
                        procedure
                                .nodes(NodeKind.CALL_ACTIVITY)
                                .filter(call -> comesBack(call, models))
                                .map(call -> CIRCLE.at(procedure.file(), call.xml(), call.id())))
                .flatMap(found -> found));
    }

    private static Stream<Finding> executable(Procedure procedure) {
        return procedure.process().attribute("isExecutable").equals("true")
                ? Stream.empty()
                : Stream.of(NOT_EXECUTABLE.at(procedure.file(), procedure.process(), procedure.id()));
    }

    private static Stream<Finding> called(Procedure procedure, Variables variables) {
        boolean called = !variables.callers(procedure).isEmpty();
        return called || procedure.id().equals(ROOT)
                ? Stream.empty()
                : Stream.of(NOT_CALLED.at(procedure.file(), procedure.process(), procedure.id()));
    }

    private static boolean handsOverReference(Node call) {
        return Extensions.of(call.xml(), "in")
                .map(in -> Expression.of(in.attribute("businessKey")))
                .anyMatch(key -> key.shape() == Expression.Shape.REFERENCE);
    }

    private static boolean comesBack(Node call, Models models) {
        Set<String> passed = new HashSet<>();
        Deque<String> open = new ArrayDeque<>(List.of(call.xml().attribute("calledElement")));
        while (!open.isEmpty()) {
            String id = open.remove();
            if (id.equals(call.procedure().id())) {
                return true;
            }
            if (passed.add(id)) {
                models.procedure(id).stream()
                        .flatMap(procedure -> procedure.nodes(NodeKind.CALL_ACTIVITY))
                        .map(next -> next.xml().attribute("calledElement"))
                        .forEach(open::add);
            }
        }
        return false;
    }
}
