package cymru.diogelu.modelcheck.lint;

import cymru.diogelu.modelcheck.Finding;
import cymru.diogelu.modelcheck.reading.Bpmn;
import cymru.diogelu.modelcheck.reading.Decision;
import cymru.diogelu.modelcheck.reading.FormFile;
import cymru.diogelu.modelcheck.reading.Node;
import cymru.diogelu.modelcheck.reading.Procedure;
import cymru.diogelu.modelcheck.reading.XmlElement;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** Whatever is named by its id has one, and only one thing has it. */
final class UniqueIds implements Rule {

    private static final String ID = "unique-ids";
    private static final Told IN_FILE = Told.error(
            ID,
            "The id ‘%s’ stands in this file before. Give this one another.",
            "Mae'r id ‘%s’ yn sefyll yn y ffeil hon o'r blaen. Rhowch un arall i hwn.");
    private static final Told IN_SET = Told.error(
            ID,
            "The id ‘%s’ stands in %s as well. A procedure, a decision and a form have an id of their own.",
            "Mae'r id ‘%s’ yn sefyll yn %s hefyd. Mae gan weithdrefn, penderfyniad a ffurflen id ei hun.");
    private static final Told CODE = Told.error(
            ID,
            "‘%s’ stands in this file before. An escalation or a message is listed once and referred to by its id.",
            "Mae ‘%s’ yn sefyll yn y ffeil hon o'r blaen. Rhestrir uwchgyfeiriad neu neges unwaith a chyfeirir ati wrth ei"
                    + " id.");
    private static final Told NONE = Told.error(
            ID,
            "‘%s’ has no id. Open the file in Camunda Modeler and give it one.",
            "Nid oes gan ‘%s’ id. Agorwch y ffeil yn Camunda Modeler a rhowch un iddi.");

    @Override
    public String id() {
        return ID;
    }

    @Override
    public Stream<Finding> check(Subject subject) {
        Stream<Finding> inFiles = subject.models().roots().entrySet().stream()
                .flatMap(entry -> Stream.concat(
                        twice(entry.getKey(), entry.getValue()), without(entry.getKey(), entry.getValue())));
        Stream<Finding> codes = subject.models().procedures().stream()
                .flatMap(procedure -> Stream.concat(
                        codes(procedure, "escalation", "escalationCode"), codes(procedure, "message", "name")));
        return Stream.of(inFiles, codes, inSet(subject)).flatMap(found -> found);
    }

    /** A listener's id stands only for itself within its task. */
    private static Stream<Finding> twice(String file, XmlElement root) {
        Set<String> seen = new HashSet<>();
        return root.all()
                .filter(element -> !element.name().namespace().equals(Bpmn.CAMUNDA))
                .filter(element -> !element.id().isEmpty() && !seen.add(element.id()))
                .map(element -> IN_FILE.at(file, element, element.id()));
    }

    private static Stream<Finding> without(String file, XmlElement root) {
        return root.all()
                .filter(UniqueIds::isNamed)
                .filter(element -> element.id().isBlank())
                .map(element -> NONE.at(file, element, element.type()));
    }

    private static boolean isNamed(XmlElement element) {
        return Node.drawnAs(element)
                || Set.of("process", "sequenceFlow", "escalation", "message", "decision", "rule")
                        .contains(element.type());
    }

    private static Stream<Finding> codes(Procedure procedure, String kind, String attribute) {
        Set<String> seen = new HashSet<>();
        return procedure
                .root()
                .children(Bpmn.MODEL, kind)
                .filter(element -> !element.attribute(attribute).isEmpty() && !seen.add(element.attribute(attribute)))
                .map(element -> CODE.at(procedure.file(), element, element.attribute(attribute)));
    }

    private static Stream<Finding> inSet(Subject subject) {
        Map<String, String> procedures = new HashMap<>();
        Map<String, String> decisions = new HashMap<>();
        Map<String, String> forms = new HashMap<>();
        return Stream.of(
                        subject.models().procedures().stream().flatMap(found -> again(found, procedures)),
                        subject.models().decisions().stream().flatMap(found -> again(found, decisions)),
                        subject.models().forms().stream().flatMap(found -> again(found, forms)))
                .flatMap(found -> found);
    }

    private static Stream<Finding> again(Procedure procedure, Map<String, String> files) {
        String other = files.putIfAbsent(procedure.id(), procedure.file());
        return other == null
                ? Stream.empty()
                : Stream.of(IN_SET.at(procedure.file(), procedure.process(), procedure.id(), other));
    }

    private static Stream<Finding> again(Decision decision, Map<String, String> files) {
        String other = files.putIfAbsent(decision.id(), decision.file());
        return other == null || other.equals(decision.file())
                ? Stream.empty()
                : Stream.of(IN_SET.at(decision.file(), decision.xml(), decision.id(), other));
    }

    private static Stream<Finding> again(FormFile form, Map<String, String> files) {
        String other = form.id().isEmpty() ? null : files.putIfAbsent(form.id(), form.file());
        return other == null
                ? Stream.empty()
                : Stream.of(IN_SET.at(form.file(), form.id(), form.json().line(form.id()), form.id(), other));
    }
}
