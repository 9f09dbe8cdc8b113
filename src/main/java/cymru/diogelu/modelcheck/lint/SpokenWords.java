package cymru.diogelu.modelcheck.lint;

import cymru.diogelu.modelcheck.reading.Bpmn;
import cymru.diogelu.modelcheck.reading.Decision;
import cymru.diogelu.modelcheck.reading.Dmn;
import cymru.diogelu.modelcheck.reading.Extensions;
import cymru.diogelu.modelcheck.reading.Models;
import cymru.diogelu.modelcheck.reading.Node;
import cymru.diogelu.modelcheck.reading.Procedure;
import cymru.diogelu.modelcheck.reading.XmlElement;
import java.util.stream.Stream;

/**
 * A text of a procedure or a table that people read, and its Welsh; blank where there is none.
 *
 * @param part what the text is called in Camunda Modeler, such as {@code name}
 * @param place where its Welsh belongs
 */
record SpokenWords(String file, XmlElement element, String part, String place, String en, String cy) {

    /** Every text that has to be there in both languages. */
    static Stream<SpokenWords> of(Models models) {
        return Stream.concat(
                models.procedures().stream().flatMap(SpokenWords::of),
                models.decisions().stream().flatMap(SpokenWords::of));
    }

    private static Stream<SpokenWords> of(Procedure procedure) {
        Stream<SpokenWords> names = Stream.concat(
                        Stream.of(procedure.process()),
                        procedure.process().children().stream().filter(SpokenWords::isNamed))
                .map(element -> name(procedure, element));
        Stream<SpokenWords> documentation = procedure.nodes().stream()
                .filter(SpokenWords::isExplained)
                .map(Node::xml)
                .map(element -> new SpokenWords(
                        procedure.file(),
                        element,
                        "documentation",
                        "cy-documentation",
                        Extensions.documentation(element),
                        Extensions.welshDocumentation(element)));
        return Stream.concat(names, documentation);
    }

    /** Joins and plain ways have no name; whatever has one in either language needs it in both. */
    private static boolean isNamed(XmlElement element) {
        boolean drawn = Node.drawnAs(element) || element.is(Bpmn.MODEL, "sequenceFlow");
        boolean named = element.attributes().containsKey(new XmlElement.Name("", "name"));
        return drawn && (named || !Extensions.welshName(element).isEmpty());
    }

    /** Above its form people read what the law asks of a step. */
    private static boolean isExplained(Node node) {
        return node.xml().is(Bpmn.MODEL, "userTask") || !node.form().isEmpty();
    }

    private static SpokenWords name(Procedure procedure, XmlElement element) {
        return new SpokenWords(
                procedure.file(), element, "name", "cy", element.attribute("name"), Extensions.welshName(element));
    }

    private static Stream<SpokenWords> of(Decision decision) {
        return Stream.of(
                        Stream.of(words(decision, decision.xml(), "name", decision.name())),
                        decision.inputs().stream()
                                .map(input -> words(decision, input, "label", input.attribute("label"))),
                        decision.outputs().stream()
                                .map(output -> words(decision, output, "label", output.attribute("label"))),
                        decision.rules().stream()
                                .map(rule -> words(decision, rule, "description", rule.text(Dmn.MODEL, "description"))))
                .flatMap(words -> words);
    }

    private static SpokenWords words(Decision decision, XmlElement element, String part, String english) {
        return new SpokenWords(decision.file(), element, part, "diogelu:cy", english, Dmn.welsh(element));
    }
}
