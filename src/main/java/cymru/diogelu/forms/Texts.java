package cymru.diogelu.forms;

import cymru.diogelu.language.Bilingual;
import cymru.diogelu.language.Language;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** The words of a component that people see, by their name in the form file, and the labels of its options by value. */
record Texts(Map<String, Bilingual> words, Map<String, Bilingual> options) {

    static final List<String> NAMES = List.of(
            "label",
            "description",
            "text",
            "content",
            "dateLabel",
            "timeLabel",
            "patternErrorMessage",
            "prefixAdorner",
            "suffixAdorner");

    /** Where in the component a text stands. */
    static List<String> place(String name) {
        return switch (name) {
            case "patternErrorMessage" -> List.of("validate", name);
            case "prefixAdorner", "suffixAdorner" -> List.of("appearance", name);
            default -> List.of(name);
        };
    }

    /** The name of the component in a sentence about it; what has no label is called by its key. */
    Bilingual label(String otherwise) {
        return List.of("label", "dateLabel", "timeLabel").stream()
                .map(words::get)
                .filter(Objects::nonNull)
                .findFirst()
                .orElseGet(() -> new Bilingual(otherwise, otherwise));
    }

    Map<String, String> in(Language language) {
        var texts = new LinkedHashMap<String, String>();
        words.forEach((name, text) -> texts.put(name, text.in(language)));
        return texts;
    }
}
