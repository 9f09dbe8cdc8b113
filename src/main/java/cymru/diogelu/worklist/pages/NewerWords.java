package cymru.diogelu.worklist.pages;

import cymru.diogelu.forms.Form;
import cymru.diogelu.forms.PostedAnswers;
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
        Map<String, Object> sent = PostedAnswers.of(task.form(), posted);
        List<ComparedLines.Line> lines =
                ComparedLines.of(task.form(), task.facts(), Language.of(locale), sent, newer.answers(), words);
        var fields = toSend(posted, TypedOn.VERSION, String.valueOf(newer.version()));
        return page(new KeptRequest("/tasks/" + task.id(), person, fields), lines)
                .addObject("caption", task.name() + ", " + task.caseReference())
                .addObject("what", words.say("elsewhere.what", locale, words.due(newer.savedAt(), locale)));
    }

    /**
     * The page of a concern that both were typed on.
     *
     * @param sent the answers of the concern with those that were sent
     * @param newer the answers of the concern with the newer ones
     * @param mark of the newer ones of this page
     */
    record ConcernPage(FormStep step, Form form, Map<String, Object> sent, Map<String, Object> newer, String mark) {}

    ModelAndView page(String person, ConcernPage concern, MultiValueMap<String, String> posted, Locale locale) {
        List<ComparedLines.Line> lines =
                ComparedLines.of(concern.form(), Map.of(), Language.of(locale), concern.sent(), concern.newer(), words);
        var fields = toSend(posted, SeenOn.SEEN, concern.mark());
        return page(
                        new KeptRequest("/concern/" + concern.step().address(), person, fields),
                        lines.stream()
                                .filter(line -> concern.step().owns(line.key()))
                                .toList())
                .addObject("caption", words.say("concern.title", locale))
                .addObject("what", words.say("elsewhere.concern", locale));
    }

    private static ModelAndView page(KeptRequest kept, List<ComparedLines.Line> lines) {
        var page = new ModelAndView("elsewhere");
        page.setStatus(HttpStatus.CONFLICT);
        page.addObject("kept", kept);
        page.addObject(
                "lines", lines.stream().filter(ComparedLines.Line::differs).toList());
        return page;
    }

    /** What was sent, with the newer words named as seen. */
    private static Map<String, List<String>> toSend(MultiValueMap<String, String> posted, String field, String seen) {
        Map<String, List<String>> fields = new LinkedHashMap<>(posted);
        fields.remove("_csrf");
        fields.put(field, List.of(seen));
        return fields;
    }
}
