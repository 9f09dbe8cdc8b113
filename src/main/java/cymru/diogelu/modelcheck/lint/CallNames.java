package cymru.diogelu.modelcheck.lint;

import cymru.diogelu.modelcheck.Finding;
import cymru.diogelu.modelcheck.reading.Models;
import cymru.diogelu.modelcheck.reading.Node;
import cymru.diogelu.modelcheck.reading.NodeKind;
import java.util.stream.Stream;

/** A call bears the name of the procedure that it calls, so that a reader finds the one behind the other. */
final class CallNames implements Rule {

    private static final String ID = "call-names";
    private static final Told NONE = Told.warning(
            ID,
            "This call has no name; it should bear that of the procedure it calls.",
            "Nid oes enw ar yr alwad hon; dylai ddwyn enw'r weithdrefn y mae'n ei galw.");
    private static final Told OTHER = Told.warning(
            ID,
            "‘%s’ calls the procedure ‘%s’ and should be named after it.",
            "Mae ‘%s’ yn galw'r weithdrefn ‘%s’ a dylid ei henwi ar ei hôl.");

    @Override
    public String id() {
        return ID;
    }

    @Override
    public Stream<Finding> check(Subject subject) {
        return subject.models().procedures().stream()
                .flatMap(procedure -> procedure.nodes(NodeKind.CALL_ACTIVITY))
                .flatMap(call -> call(subject.models(), call));
    }

    private static Stream<Finding> call(Models models, Node call) {
        String file = call.procedure().file();
        if (call.name().isBlank()) {
            return Stream.of(NONE.at(file, call.xml()));
        }
        return models.procedure(call.xml().attribute("calledElement")).stream()
                .map(called -> called.process().attribute("name"))
                .filter(name -> !name.isBlank() && !alike(call.name(), name))
                .map(name -> OTHER.at(file, call.xml(), call.name(), name));
    }

    /** One may be longer than the other: a shorter name fits the drawing, a longer one says what the call is for. */
    private static boolean alike(String some, String other) {
        return some.startsWith(other) || other.startsWith(some);
    }
}
