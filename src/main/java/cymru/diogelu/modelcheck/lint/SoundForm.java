package cymru.diogelu.modelcheck.lint;

import cymru.diogelu.forms.BrokenForm;
import cymru.diogelu.language.Bilingual;
import cymru.diogelu.modelcheck.Finding;
import cymru.diogelu.modelcheck.Severity;
import cymru.diogelu.modelcheck.reading.FormFile;
import java.util.Map;
import java.util.stream.Stream;

/** A form can be shown and its answers judged: every component is of a kind and with limits that the service keeps. */
final class SoundForm implements Rule {

    private static final String ID = "sound-form";
    private static final String WHOLE = "form";

    private final FormFaults faults = new FormFaults();

    @Override
    public String id() {
        return ID;
    }

    @Override
    public Stream<Finding> check(Subject subject) {
        Map<String, byte[]> files = subject.models().files();
        return subject.models().forms().stream()
                .flatMap(form -> faults.of(form, files).stream()
                        .filter(fault -> fault.file().equals(form.file()))
                        .map(fault -> told(form, fault)))
                .distinct();
    }

    private static Finding told(FormFile form, BrokenForm fault) {
        String element = fault.element().equals(WHOLE) ? "" : fault.element();
        Bilingual reason = fault.words();
        Bilingual sentence = new Bilingual(
                "This form cannot be used: %s.".formatted(reason.en()),
                "Ni ellir defnyddio'r ffurflen hon: %s.".formatted(reason.cy()));
        return new Finding(ID, Severity.ERROR, form.file(), element, form.json().line(element), sentence);
    }
}
