package cymru.diogelu.worklist.pages;

import cymru.diogelu.forms.DateBoxes;
import cymru.diogelu.forms.Form;
import cymru.diogelu.forms.PostedAnswers;
import cymru.diogelu.language.Language;
import java.util.List;
import java.util.Map;
import org.springframework.util.MultiValueMap;

/** Words of a concern that are in no record, each under its question, so that whoever typed them can copy them. */
final class ConcernWords {

    private ConcernWords() {}

    /** Every answer of a concern. */
    static List<AnsweredLines.Line> of(Form form, Map<String, Object> answers, Language language, PageWords words) {
        return AnsweredLines.of(form.render(language, Map.of(), answers), words).stream()
                .filter(line -> line.value() != null)
                .toList();
    }

    /** Every word that was posted, also to questions that nobody is asked any more. */
    static List<AnsweredLines.Line> of(
            Form form, MultiValueMap<String, String> posted, Language language, PageWords words) {
        return AnsweredLines.withHidden(form.render(language, Map.of(), PostedAnswers.of(form, posted)), words).stream()
                .filter(line -> line.value() != null && posted(line.key(), posted))
                .toList();
    }

    /** The boxes of a date are posted one by one. */
    private static boolean posted(String key, MultiValueMap<String, String> posted) {
        return posted.containsKey(key) || DateBoxes.NAMES.stream().anyMatch(box -> posted.containsKey(key + "-" + box));
    }
}
