package cymru.diogelu.modelcheck.lint;

import cymru.diogelu.modelcheck.Finding;
import cymru.diogelu.modelcheck.reading.Bpmn;
import cymru.diogelu.modelcheck.reading.FormFile;
import cymru.diogelu.modelcheck.reading.XmlElement;
import java.util.Set;
import java.util.stream.Stream;

/** A property that nobody reads does nothing: behind most of them is a name that is misspelt. */
final class KnownProperties implements Rule {

    private static final String ID = "known-properties";
    private static final Told UNKNOWN = Told.error(
            ID,
            "Nothing reads a property ‘%s’. It can be one of: %s.",
            "Nid oes dim yn darllen priodwedd ‘%s’. Gall fod yn un o: %s.");
    private static final Set<String> OF_PROCEDURES = Set.of("cy", "cy-documentation", "outcome");
    private static final Set<String> OF_FORMS = Set.of(
            "clock",
            "departsFrom",
            "distinct",
            "fact",
            "maxRows",
            "minRows",
            "mustInclude",
            "notAfter",
            "notBefore",
            "page",
            "provision",
            "routes",
            "says",
            "tells");

    @Override
    public String id() {
        return ID;
    }

    @Override
    public Stream<Finding> check(Subject subject) {
        Stream<Finding> procedures = subject.models().procedures().stream().flatMap(procedure -> procedure
                .root()
                .all(Bpmn.CAMUNDA, "property")
                .filter(property -> !OF_PROCEDURES.contains(property.attribute("name")) && !limitOfTimer(property))
                .map(property ->
                        UNKNOWN.at(procedure.file(), property, property.attribute("name"), sorted(OF_PROCEDURES))));
        Stream<Finding> forms = subject.models().forms().stream()
                .flatMap(form -> form.components().flatMap(component -> FormFile.properties(component).keySet().stream()
                        .map(String::valueOf)
                        .filter(name -> !OF_FORMS.contains(name))
                        .map(name -> UNKNOWN.at(
                                form.file(),
                                FormFile.name(component),
                                form.json().line(component),
                                name,
                                sorted(OF_FORMS)))));
        return Stream.concat(procedures, forms);
    }

    /** The element template of a deadline keeps the limit that was chosen, and timer-names holds the date against it. */
    private static boolean limitOfTimer(XmlElement property) {
        return property.attribute("name").equals("provision")
                && property.parent()
                        .flatMap(XmlElement::parent)
                        .flatMap(XmlElement::parent)
                        .flatMap(event -> event.child(Bpmn.MODEL, "timerEventDefinition"))
                        .isPresent();
    }

    private static String sorted(Set<String> names) {
        return String.join(", ", names.stream().sorted().toList());
    }
}
