package cymru.diogelu.worklist.pages;

import cymru.diogelu.forms.FieldError;
import cymru.diogelu.language.Language;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What is wrong with a page's answers, by the key of the field; a key has one message, the first. */
final class PageErrors {

    private PageErrors() {}

    static Map<String, String> of(List<FieldError> errors, Language language) {
        Map<String, String> byKey = new LinkedHashMap<>();
        errors.forEach(error -> byKey.putIfAbsent(error.key(), error.message().in(language)));
        return byKey;
    }
}
