package cymru.diogelu.modelcheck.lint;

import cymru.diogelu.modelcheck.Finding;
import cymru.diogelu.modelcheck.reading.Bpmn;
import cymru.diogelu.modelcheck.reading.Dmn;
import cymru.diogelu.modelcheck.reading.Extensions;
import cymru.diogelu.modelcheck.reading.FormFile;
import cymru.diogelu.modelcheck.reading.ProvisionIds;
import cymru.diogelu.modelcheck.reading.XmlElement;
import cymru.diogelu.statute.Provisions;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Every provision that a text names stands in the register. */
final class KnownProvisions implements Rule {

    private static final String ID = "known-provisions";
    private static final Told UNKNOWN = Told.error(
            ID,
            "The provision ‘%s’ is not in the register. Correct its id, or add it to src/main/resources/statute/provisions.",
            "Nid yw'r ddarpariaeth ‘%s’ yn y gofrestr. Cywirwch ei id, neu ychwanegwch hi at"
                    + " src/main/resources/statute/provisions.");
    private static final Pattern BLANKS = Pattern.compile("[\\s,]+");

    @Override
    public String id() {
        return ID;
    }

    @Override
    public Stream<Finding> check(Subject subject) {
        Stream<Finding> texts = subject.models().roots().entrySet().stream()
                .flatMap(entry -> entry.getValue().all().flatMap(element -> ProvisionIds.in(words(element)).stream()
                        .filter(id -> subject.provisions().find(id).isEmpty())
                        .map(id -> UNKNOWN.at(entry.getKey(), element, id))));
        return Stream.concat(texts, subject.models().forms().stream().flatMap(form -> form.components()
                        .flatMap(component -> named(form, component, subject.provisions()))))
                .distinct();
    }

    /** What an element says for people. */
    private static String words(XmlElement element) {
        if (element.is(Bpmn.MODEL, "documentation")
                || element.is(Bpmn.MODEL, "text")
                || element.is(Dmn.MODEL, "description")
                || element.is(Dmn.WORDS, "cy")) {
            return element.text();
        }
        return Extensions.welshDocumentation(element);
    }

    private static Stream<Finding> named(FormFile form, Map<?, ?> component, Provisions provisions) {
        String element = FormFile.name(component);
        return BLANKS.splitAsStream(FormFile.text(FormFile.properties(component), "provision")
                        .strip())
                .filter(id -> !id.isEmpty() && provisions.find(id).isEmpty())
                .map(id -> UNKNOWN.at(form.file(), element, form.json().line(component), id));
    }
}
