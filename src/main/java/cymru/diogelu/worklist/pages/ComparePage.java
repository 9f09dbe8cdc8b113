package cymru.diogelu.worklist.pages;

import cymru.diogelu.access.Person;
import cymru.diogelu.language.Language;
import cymru.diogelu.procedures.Procedures;
import cymru.diogelu.procedures.TaskDetail;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Two people of a group have typed answers to the same task: what each has, and which of the other's to take over. */
@Controller
@RequestMapping("/tasks/{id}")
class ComparePage {

    private final Procedures procedures;
    private final Drafts drafts;
    private final PageWords words;

    ComparePage(Procedures procedures, Drafts drafts, PageWords words) {
        this.procedures = procedures;
        this.drafts = drafts;
        this.words = words;
    }

    @GetMapping("/compare")
    ModelAndView compare(@AuthenticationPrincipal Person person, @PathVariable String id, Locale locale) {
        TaskDetail detail = procedures.task(person.viewer(), id);
        List<Drafts.Draft> others = drafts.others(person.viewer(), id);
        if (others.isEmpty()) {
            return new ModelAndView("redirect:/tasks/" + id);
        }
        Drafts.Draft other = others.get(0);
        List<ComparedLines.Line> lines = ComparedLines.of(
                detail.form(), Language.of(locale), drafts.find(person.viewer(), id), other.answers(), words);
        return new ModelAndView("compare", words.task(detail, locale))
                .addObject("person", other.person())
                .addObject("other", words.person(other.person(), locale))
                .addObject("at", words.due(other.savedAt(), locale))
                .addObject("lines", lines)
                .addObject("takeable", takeable(lines));
    }

    /** Only whole questions outside lists of rows: a row of one is not a row of the other. */
    private static Map<String, String> takeable(List<ComparedLines.Line> lines) {
        Map<String, String> takeable = new LinkedHashMap<>();
        lines.stream()
                .filter(line ->
                        line.differs() && line.theirs() != null && !line.key().contains("["))
                .forEach(line -> takeable.put(line.key(), line.label()));
        return takeable;
    }

    @PostMapping("/compare")
    String take(
            @AuthenticationPrincipal Person owner,
            @PathVariable String id,
            @RequestParam String person,
            @RequestParam(name = "take", defaultValue = "") List<String> keys) {
        TaskDetail detail = procedures.task(owner.viewer(), id);
        Map<String, Object> mine = drafts.find(owner.viewer(), id);
        drafts.others(owner.viewer(), id).stream()
                .filter(draft -> draft.person().equals(person))
                .findFirst()
                .ifPresent(draft -> keys.forEach(key -> AnswerPaths.copy(key, draft.answers(), mine)));
        drafts.save(owner.viewer(), id, detail.task().caseReference(), mine);
        return "redirect:/tasks/" + id;
    }

    /** Words that are needed no more, because the task ended otherwise. */
    @PostMapping("/forget")
    String forget(@AuthenticationPrincipal Person person, @PathVariable String id) {
        drafts.forget(person.viewer(), id);
        return "redirect:/worklist";
    }
}
