package cymru.diogelu.worklist.pages;

import cymru.diogelu.forms.Form;
import cymru.diogelu.language.Language;
import cymru.diogelu.worklist.drafts.Drafts;
import cymru.diogelu.worklist.drafts.TypedOn;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.util.MultiValueMap;
import org.springframework.web.servlet.ModelAndView;

/**
 * Asked of a person who sends words from a page and has typed newer ones on another: which are to stay is theirs to say,
 * and until then both are there.
 */
@Component
class NewerWords {

    private final PageWords words;

    NewerWords(PageWords words) {
        this.words = words;
    }

    /**
     * The task that both were typed for.
     *
     * @param facts what its form shows of the case
     */
    record Task(String id, String name, String caseReference, Form form, Map<String, Object> facts) {}

    ModelAndView page(
            String person, Task task, Drafts.Draft newer, MultiValueMap<String, String> posted, Locale locale) {
        var page = new ModelAndView("task-elsewhere");
        page.setStatus(HttpStatus.CONFLICT);
        page.addObject("name", task.name());
        page.addObject("reference", task.caseReference());
        page.addObject("at", words.due(newer.savedAt(), locale));
        page.addObject("kept", new KeptRequest("/tasks/" + task.id(), person, toSend(posted, newer)));
        page.addObject("lines", differences(task, PostedAnswers.of(task.form(), posted), newer, locale));
        return page;
    }

    private static Map<String, List<String>> toSend(MultiValueMap<String, String> posted, Drafts.Draft newer) {
        Map<String, List<String>> fields = new LinkedHashMap<>(posted);
        fields.remove("_csrf");
        fields.put(TypedOn.VERSION, List.of(String.valueOf(newer.version())));
        return fields;
    }

    private List<ComparedLines.Line> differences(
            Task task, Map<String, Object> sent, Drafts.Draft newer, Locale locale) {
        return ComparedLines.of(task.form(), task.facts(), Language.of(locale), sent, newer.answers(), words).stream()
                .filter(ComparedLines.Line::differs)
                .toList();
    }
}
