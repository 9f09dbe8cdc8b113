package cymru.diogelu.worklist.pages;

import cymru.diogelu.access.Person;
import cymru.diogelu.access.Viewer;
import cymru.diogelu.forms.Field;
import cymru.diogelu.forms.Form;
import cymru.diogelu.language.Language;
import cymru.diogelu.procedures.Procedures;
import cymru.diogelu.procedures.TaskDetail;
import cymru.diogelu.worklist.drafts.Drafts;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/**
 * Two people of a group have typed answers to the same task: what each has, and which of the other's to take over. Only
 * who has typed something themselves is shown the unsent words of another.
 */
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
    ModelAndView compare(
            @AuthenticationPrincipal Person person,
            @PathVariable String id,
            @RequestParam(name = "with", required = false) @Nullable String writer,
            Locale locale) {
        TaskDetail detail = procedures.task(person.viewer(), id);
        return other(person.viewer(), id, writer)
                .map(other -> compared(person.viewer(), detail, other, locale))
                .orElseGet(() -> new ModelAndView("redirect:/tasks/" + id));
    }

    /**
     * The draft of another that this person may read.
     *
     * @param writer whose; whoever wrote last when it is null
     */
    private Optional<Drafts.Draft> other(Viewer viewer, String task, @Nullable String writer) {
        if (drafts.find(viewer, task).isEmpty()) {
            return Optional.empty();
        }
        return drafts.others(viewer, task).stream()
                .filter(draft -> writer == null || draft.person().equals(writer))
                .findFirst();
    }

    private ModelAndView compared(Viewer viewer, TaskDetail detail, Drafts.Draft other, Locale locale) {
        List<ComparedLines.Line> lines = ComparedLines.of(
                detail.form(),
                detail.form().needed(detail.facts()),
                Language.of(locale),
                drafts.find(viewer, detail.task().id()),
                other.answers(),
                words);
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
        other(owner.viewer(), id, person).ifPresent(draft -> {
            keys.stream()
                    .filter(questions(detail.form())::contains)
                    .forEach(key -> AnswerPaths.copy(key, draft.answers(), mine));
            drafts.save(owner.viewer(), id, detail.task().caseReference(), mine);
        });
        return "redirect:/tasks/" + id;
    }

    private static Set<String> questions(Form form) {
        return form.fields().stream().map(Field::path).collect(Collectors.toSet());
    }

    /** Words that are needed no more, because the task ended otherwise. */
    @PostMapping("/forget")
    String forget(@AuthenticationPrincipal Person person, @PathVariable String id) {
        drafts.forget(person.viewer(), id);
        return "redirect:/worklist";
    }
}
