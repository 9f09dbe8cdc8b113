package cymru.diogelu.modelcheck.lint;

import cymru.diogelu.modelcheck.Finding;
import cymru.diogelu.modelcheck.reading.FormFile;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The Welsh is Welsh, and not the English once more. Options may be names that are alike in both languages. */
final class EnglishAsWelsh implements Rule {

    private static final String ID = "english-as-welsh";
    private static final Told SAME = Told.warning(
            ID,
            "‘%s’ stands as the Welsh and as the English. Translate it.",
            "Saif ‘%s’ fel y Gymraeg ac fel y Saesneg. Cyfieithwch ef.");

    /** A word of three letters may well be the same. */
    private static final String WORDS = "(?s).*\\p{L}{4}.*";

    private static final List<String> TEXTS =
            List.of("label", "description", "text", "content", "dateLabel", "timeLabel");

    @Override
    public String id() {
        return ID;
    }

    @Override
    public Stream<Finding> check(Subject subject) {
        Stream<Finding> words = SpokenWords.of(subject.models())
                .filter(spoken -> alike(spoken.en(), spoken.cy()))
                .map(spoken -> SAME.at(spoken.file(), spoken.element(), spoken.en()));
        return Stream.concat(words, subject.models().forms().stream().flatMap(EnglishAsWelsh::form));
    }

    private static Stream<Finding> form(FormFile form) {
        return form.components().flatMap(component -> TEXTS.stream()
                .filter(text -> alike(FormFile.text(component, text), welsh(form, component, text)))
                .map(text -> SAME.at(
                        form.file(),
                        FormFile.name(component),
                        form.json().line(component),
                        FormFile.text(component, text))));
    }

    private static boolean alike(String english, String welsh) {
        return english.strip().equals(welsh.strip()) && english.matches(WORDS);
    }

    private static String welsh(FormFile form, Map<?, ?> component, String text) {
        Object entries = form.welsh()
                .<Object>map(welsh -> welsh.members().get("components"))
                .orElse(Map.of());
        return entries instanceof Map<?, ?> map
                ? map.entrySet().stream()
                        .filter(entry -> names(component, String.valueOf(entry.getKey())))
                        .map(entry -> entry.getValue() instanceof Map<?, ?> words ? FormFile.text(words, text) : "")
                        .filter(found -> !found.isEmpty())
                        .findFirst()
                        .orElse("")
                : "";
    }

    private static boolean names(Map<?, ?> component, String entry) {
        return Stream.of("key", "path", "id")
                .map(name -> FormFile.text(component, name))
                .filter(name -> !name.isEmpty())
                .anyMatch(name -> entry.equals(name) || entry.endsWith("." + name));
    }
}
