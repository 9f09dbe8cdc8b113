package cymru.diogelu.modelcheck.lint;

import cymru.diogelu.modelcheck.Finding;
import cymru.diogelu.modelcheck.reading.NodeKind;
import cymru.diogelu.modelcheck.reading.Procedure;
import java.util.Optional;
import java.util.stream.Stream;

/** A case begins with one procedure, and that procedure with the form in which somebody raises a concern. */
final class StartForm implements Rule {

    private static final String ID = "start-form";
    private static final String ROOT = "safeguarding-case";
    private static final String FORM = "concern";
    private static final String FILE = "processes/safeguarding-case/safeguarding-case.bpmn";

    private static final Told NO_ROOT = Told.error(
            ID,
            "There is no procedure ‘" + ROOT + "’, with which every case begins.",
            "Nid oes gweithdrefn ‘" + ROOT + "’, y mae pob achos yn dechrau gyda hi.");
    private static final Told NOT_ASKED = Told.error(
            ID,
            "The start event asks no form ‘" + FORM + "’, in which a concern is raised (camunda:formRef).",
            "Nid yw'r digwyddiad cychwyn yn gofyn ffurflen ‘" + FORM + "’, y codir pryder ynddi (camunda:formRef).");

    @Override
    public String id() {
        return ID;
    }

    @Override
    public Stream<Finding> check(Subject subject) {
        Optional<Procedure> root = subject.models().procedure(ROOT);
        if (root.isEmpty()) {
            return Stream.of(NO_ROOT.at(FILE, "", 0));
        }
        boolean asks = root.get().nodes(NodeKind.START_EVENT).anyMatch(start -> start.form()
                .equals(FORM));
        return asks
                ? Stream.empty()
                : Stream.of(NOT_ASKED.at(root.get().file(), root.get().process()));
    }
}
