package cymru.diogelu.worklist.pages;

import cymru.diogelu.access.Person;
import cymru.diogelu.access.Viewer;
import cymru.diogelu.forms.FieldError;
import cymru.diogelu.forms.Judgement;
import cymru.diogelu.forms.PostedAnswers;
import cymru.diogelu.forms.RenderModel;
import cymru.diogelu.forms.RowEdit;
import cymru.diogelu.language.Language;
import cymru.diogelu.procedures.AnswersRefused;
import cymru.diogelu.procedures.Procedures;
import cymru.diogelu.procedures.Receipt;
import cymru.diogelu.procedures.StaleTask;
import cymru.diogelu.procedures.TaskDetail;
import cymru.diogelu.procedures.TaskNotFound;
import cymru.diogelu.worklist.drafts.Drafts;
import cymru.diogelu.worklist.drafts.TypedOn;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;
import org.springframework.web.servlet.ModelAndView;

/** One task: its questions, and the answers once more before they are handed in. */
@Controller
@RequestMapping("/tasks/{id}")
class TaskFormPage {

    private final Procedures procedures;
    private final Drafts drafts;
    private final TaskHelp help;
    private final EndedTask ended;
    private final NewerWords newerWords;
    private final WorklistCases children;
    private final PageWords words;
    private final Clock clock;

    TaskFormPage(
            Procedures procedures,
            Drafts drafts,
            TaskHelp help,
            EndedTask ended,
            NewerWords newerWords,
            WorklistCases children,
            PageWords words,
            Clock clock) {
        this.procedures = procedures;
        this.drafts = drafts;
        this.help = help;
        this.ended = ended;
        this.newerWords = newerWords;
        this.children = children;
        this.words = words;
        this.clock = clock;
    }

    @GetMapping
    ModelAndView ask(@AuthenticationPrincipal Person person, @PathVariable String id, Locale locale) {
        try {
            return asked(person, procedures.task(person.viewer(), id), List.of(), locale);
        } catch (TaskNotFound gone) {
            return ended.page(person, id, locale);
        }
    }

    /** Keeps what was typed, whatever it is, before anything is judged. */
    @PostMapping
    ModelAndView answer(
            @AuthenticationPrincipal Person person,
            @PathVariable String id,
            @RequestParam MultiValueMap<String, String> posted,
            Locale locale) {
        TypedOn on = TypedOn.of(posted);
        TaskDetail detail;
        try {
            detail = procedures.task(person.viewer(), id);
        } catch (TaskNotFound gone) {
            return ended.page(person, id, posted, on, locale);
        }
        Map<String, Object> answers = typed(detail, posted);
        Optional<ModelAndView> language = LanguagePage.wanted(posted);
        if (language.isPresent() && nothingNew(person, detail, answers)) {
            return language.get();
        }
        Optional<Drafts.Draft> newer = keep(person, detail, answers, on);
        if (newer.isPresent()) {
            return elsewhere(person, detail, newer.get(), posted, locale);
        }
        if (language.isPresent()) {
            return language.get();
        }
        if (posted.containsKey("later")) {
            return new ModelAndView("redirect:/worklist?kept");
        }
        if (RowEdit.of(posted).isPresent()) {
            return asked(person, detail, answers, on, List.of(), locale);
        }
        Judgement judgement = judge(detail, answers);
        return judgement.ok()
                ? new ModelAndView("redirect:/tasks/" + id + "/check")
                : asked(person, detail, answers, on, judgement.errors(), locale);
    }

    /** Called while somebody types: says whether it is kept, and which questions its answers make needless. */
    @PostMapping("/draft")
    @ResponseBody
    ResponseEntity<String> keep(
            @AuthenticationPrincipal Person person,
            @PathVariable String id,
            @RequestParam MultiValueMap<String, String> posted,
            Locale locale) {
        TaskDetail detail = procedures.task(person.viewer(), id);
        Map<String, Object> answers = typed(detail, posted);
        String said =
                keep(person, detail, answers, TypedOn.of(posted)).isPresent() ? "task.keptElsewhere" : "task.kept";
        return ResponseEntity.ok()
                .header("HX-Trigger", HiddenQuestions.event(rendered(detail, answers, locale)))
                .body(words.say(said, locale, words.time(clock.instant(), locale)));
    }

    @GetMapping("/check")
    ModelAndView check(@AuthenticationPrincipal Person person, @PathVariable String id, Locale locale) {
        try {
            return check(person, procedures.task(person.viewer(), id), locale);
        } catch (TaskNotFound gone) {
            return ended.page(person, id, locale);
        }
    }

    private ModelAndView check(Person person, TaskDetail detail, Locale locale) {
        Map<String, Object> answers = drafts.find(person.viewer(), detail.task().id());
        Judgement judgement = judge(detail, answers);
        return judgement.ok()
                ? new ModelAndView("task-check", words.task(detail, locale))
                        .addObject("child", child(detail, locale))
                        .addObject("lines", AnsweredLines.of(rendered(detail, answers, locale), words))
                        .addObject("checked", drafts.mark(answers))
                : asked(person, detail, judgement.errors(), locale);
    }

    /**
     * A second click finds the task answered, and is shown what the first one led to.
     *
     * @param checked the mark of the answers that the person has read on the page before: no others are handed in
     */
    @PostMapping("/submission")
    ModelAndView submit(
            @AuthenticationPrincipal Person person,
            @PathVariable String id,
            @RequestParam(defaultValue = "") String checked,
            Locale locale) {
        Viewer viewer = person.viewer();
        try {
            TaskDetail detail = procedures.task(viewer, id);
            Optional<Drafts.Draft> draft = drafts.draft(viewer.user(), id);
            Map<String, Object> answers = draft.map(Drafts.Draft::answers).orElse(Map.of());
            Judgement judgement = judge(detail, answers);
            if (!judgement.ok()) {
                return asked(person, detail, judgement.errors(), locale);
            }
            if (!checked.equals(drafts.mark(answers))) {
                return check(person, detail, locale).addObject("changed", true);
            }
            Receipt receipt = procedures.submit(viewer, id, judgement.accepted());
            draft.ifPresent(handedIn -> drafts.forget(viewer, id, handedIn));
            return new ModelAndView("redirect:/cases/" + receipt.caseReference() + "/handed-in");
        } catch (AnswersRefused refused) {
            return asked(person, procedures.task(viewer, id), refused.errors(), locale);
        } catch (TaskNotFound gone) {
            return ended.page(person, id, locale);
        } catch (StaleTask stale) {
            if (stale.reason() == StaleTask.Reason.ANSWERED) {
                return ended.page(person, id, locale);
            }
            throw stale;
        }
    }

    private static Map<String, Object> typed(TaskDetail detail, MultiValueMap<String, String> posted) {
        Map<String, Object> answers = PostedAnswers.of(detail.form(), posted);
        RowEdit.of(posted).ifPresent(edit -> edit.apply(answers));
        return answers;
    }

    /** Whoever only reads a task in the other language is not said to be writing on it. */
    private boolean nothingNew(Person person, TaskDetail detail, Map<String, Object> answers) {
        Map<String, Object> before = drafts.find(person.viewer(), detail.task().id());
        Map<String, Object> facts = detail.form().needed(detail.facts());
        return ComparedLines.of(detail.form(), facts, Language.EN, answers, before, words).stream()
                .noneMatch(ComparedLines.Line::differs);
    }

    private Optional<Drafts.Draft> keep(Person person, TaskDetail detail, Map<String, Object> answers, TypedOn on) {
        return drafts.save(person.viewer(), detail.task().id(), detail.task().caseReference(), answers, on);
    }

    private ModelAndView elsewhere(
            Person person, TaskDetail detail, Drafts.Draft newer, MultiValueMap<String, String> posted, Locale locale) {
        var task = new NewerWords.Task(
                detail.task().id(),
                detail.task().name().in(Language.of(locale)),
                detail.task().caseReference(),
                detail.form(),
                detail.form().needed(detail.facts()));
        return newerWords.page(person.viewer().user(), task, newer, posted, locale);
    }

    /** Brothers and sisters have the same tasks at the same time: a page says whose this is. */
    private @Nullable String child(TaskDetail detail, Locale locale) {
        return children.of(List.of(detail.task()), locale).get(detail.task().caseReference());
    }

    private Judgement judge(TaskDetail detail, Map<String, Object> answers) {
        return detail.form().judge(answers, detail.facts(), clock.instant());
    }

    private static RenderModel rendered(TaskDetail detail, Map<String, Object> answers, Locale locale) {
        return detail.form().render(Language.of(locale), detail.form().needed(detail.facts()), answers);
    }

    /** The page opened anew, with what was kept. */
    private ModelAndView asked(Person person, TaskDetail detail, List<FieldError> errors, Locale locale) {
        Optional<Drafts.Draft> draft =
                drafts.draft(person.viewer().user(), detail.task().id());
        return asked(
                person,
                detail,
                draft.map(Drafts.Draft::answers).orElse(Map.of()),
                TypedOn.opened(draft.map(Drafts.Draft::version).orElse(0)),
                errors,
                locale);
    }

    private ModelAndView asked(
            Person person,
            TaskDetail detail,
            Map<String, Object> answers,
            TypedOn on,
            List<FieldError> errors,
            Locale locale) {
        var page = new ModelAndView("task", words.task(detail, locale));
        page.addAllObjects(help.of(person.viewer(), detail, locale));
        page.addObject("child", child(detail, locale));
        page.addObject("fields", rendered(detail, answers, locale).fields());
        page.addObject("on", on);
        page.addObject("keeps", true);
        page.addObject("errors", PageErrors.of(errors, Language.of(locale)));
        page.setStatus(errors.isEmpty() ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_CONTENT);
        return page;
    }
}
