package cymru.diogelu.modelcheck.lint;

import cymru.diogelu.forms.BrokenForm;
import cymru.diogelu.language.Bilingual;
import cymru.diogelu.modelcheck.Finding;
import cymru.diogelu.modelcheck.Severity;
import cymru.diogelu.modelcheck.reading.FormFile;
import cymru.diogelu.modelcheck.reading.JsonText;
import java.util.Map;
import java.util.stream.Stream;

/** Whatever people read of a model is there in Welsh and in English, and no Welsh is kept for what is not there. */
final class WelshWords implements Rule {

    private static final String ID = "welsh-words";
    private static final Told NO_NAME = Told.error(
            ID,
            "This needs its %s in both languages: in English in its field, in Welsh as %s.",
            "Mae angen y canlynol yn y ddwy iaith: %s; yn Saesneg yn ei faes, yn Gymraeg fel %s.");
    private static final Told NO_FORM = Told.error(
            ID,
            "This file holds the Welsh of a form that is not in the set: %s.",
            "Mae'r ffeil hon yn dal Cymraeg ffurflen nad yw yn y set: %s.");

    private final FormFaults faults = new FormFaults();

    @Override
    public String id() {
        return ID;
    }

    @Override
    public Stream<Finding> check(Subject subject) {
        Map<String, byte[]> files = subject.models().files();
        Stream<Finding> words = SpokenWords.of(subject.models())
                .filter(spoken -> spoken.en().isBlank() || spoken.cy().isBlank())
                .map(spoken -> NO_NAME.at(spoken.file(), spoken.element(), spoken.part(), spoken.place()));
        Stream<Finding> forms = subject.models().forms().stream().flatMap(form -> faults.of(form, files).stream()
                .filter(fault -> !fault.file().equals(form.file()))
                .map(fault -> told(form, fault)));
        Stream<Finding> alone = files.keySet().stream()
                .filter(file -> file.endsWith(".cy.json"))
                .filter(file -> !files.containsKey(formOf(file)))
                .map(file -> NO_FORM.at(file, "", 0, formOf(file)));
        return Stream.of(words, forms, alone).flatMap(found -> found).distinct();
    }

    private static String formOf(String welsh) {
        return welsh.replaceAll("\\.cy\\.json$", ".form");
    }

    private static Finding told(FormFile form, BrokenForm fault) {
        String element = fault.element().equals("Welsh texts") ? "" : fault.element();
        int line = form.welsh().map(welsh -> line(welsh, element)).orElse(0);
        Bilingual reason = fault.words();
        Bilingual sentence = new Bilingual(
                "The Welsh of this form is not whole: %s.".formatted(reason.en()),
                "Nid yw Cymraeg y ffurflen hon yn gyflawn: %s.".formatted(reason.cy()));
        return new Finding(ID, Severity.ERROR, fault.file(), element, line, sentence);
    }

    /** The entry of a component inside a group or a list is named by its whole path. */
    private static int line(JsonText welsh, String element) {
        return welsh.line(element) > 0 || !(welsh.members().get("components") instanceof Map<?, ?> entries)
                ? welsh.line(element)
                : entries.keySet().stream()
                        .map(String::valueOf)
                        .filter(entry -> entry.endsWith("." + element))
                        .findFirst()
                        .map(welsh::line)
                        .orElse(0);
    }
}
