package cymru.diogelu.worklist.pages;

import cymru.diogelu.access.Person;
import cymru.diogelu.access.Viewer;
import cymru.diogelu.forms.FieldError;
import cymru.diogelu.forms.Judgement;
import cymru.diogelu.language.Language;
import cymru.diogelu.procedures.AnswersRefused;
import cymru.diogelu.procedures.Procedures;
import cymru.diogelu.procedures.Receipt;
import cymru.diogelu.procedures.TaskDetail;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Map;
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
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** One task: its questions, the answers once more before they are handed in, and what happens next. */
@Controller
@RequestMapping("/tasks/{id}")
class TaskFormPage {

    private final Procedures procedures;
    private final Drafts drafts;
    private final PageWords words;
    private final Clock clock;

    TaskFormPage(Procedures procedures, Drafts drafts, PageWords words, Clock clock) {
        this.procedures = procedures;
        this.drafts = drafts;
        this.words = words;
        this.clock = clock;
    }

    @GetMapping
    ModelAndView ask(@AuthenticationPrincipal Person person, @PathVariable String id, Locale locale) {
        TaskDetail detail = procedures.task(person.viewer(), id);
        return asked(detail, drafts.find(person.viewer(), id), List.of(), locale);
    }

    /** Keeps what was typed, whatever it is, before anything is judged. */
    @PostMapping
    ModelAndView answer(
            @AuthenticationPrincipal Person person,
            @PathVariable String id,
            @RequestParam MultiValueMap<String, String> posted,
            Locale locale) {
        TaskDetail detail = procedures.task(person.viewer(), id);
        Map<String, Object> answers = PostedAnswers.of(detail.form(), posted);
        RowEdit.of(posted).ifPresent(edit -> edit.apply(answers));
        drafts.save(person.viewer(), id, answers);
        if (posted.containsKey("later")) {
            return new ModelAndView("redirect:/worklist?kept");
        }
        if (RowEdit.of(posted).isPresent()) {
            return asked(detail, answers, List.of(), locale);
        }
        Judgement judgement = judge(detail, answers);
        return judgement.ok()
                ? new ModelAndView("redirect:/tasks/" + id + "/check")
                : asked(detail, answers, judgement.errors(), locale);
    }

    /** Called while somebody types; says nothing but that it is kept. */
    @PostMapping("/draft")
    @ResponseBody
    ResponseEntity<String> keep(
            @AuthenticationPrincipal Person person,
            @PathVariable String id,
            @RequestParam MultiValueMap<String, String> posted,
            Locale locale) {
        TaskDetail detail = procedures.task(person.viewer(), id);
        drafts.save(person.viewer(), id, PostedAnswers.of(detail.form(), posted));
        return ResponseEntity.ok(words.say("task.kept", locale, words.time(clock.instant(), locale)));
    }

    @GetMapping("/check")
    ModelAndView check(@AuthenticationPrincipal Person person, @PathVariable String id, Locale locale) {
        TaskDetail detail = procedures.task(person.viewer(), id);
        Map<String, Object> answers = drafts.find(person.viewer(), id);
        Judgement judgement = judge(detail, answers);
        if (!judgement.ok()) {
            return asked(detail, answers, judgement.errors(), locale);
        }
        Language language = Language.of(locale);
        return new ModelAndView("task-check", model(detail, locale))
                .addObject(
                        "lines",
                        AnsweredLines.of(
                                detail.form().render(language, detail.form().needed(detail.facts()), answers), words));
    }

    @PostMapping("/submission")
    ModelAndView submit(
            @AuthenticationPrincipal Person person, @PathVariable String id, RedirectAttributes next, Locale locale) {
        Viewer viewer = person.viewer();
        TaskDetail detail = procedures.task(viewer, id);
        Map<String, Object> answers = drafts.find(viewer, id);
        try {
            Receipt receipt =
                    procedures.submit(viewer, id, judge(detail, answers).accepted());
            drafts.forget(id);
            next.addFlashAttribute("receipt", receipt);
            return new ModelAndView("redirect:/cases/" + receipt.caseReference() + "/handed-in");
        } catch (AnswersRefused refused) {
            return asked(detail, answers, refused.errors(), locale);
        }
    }

    private Judgement judge(TaskDetail detail, Map<String, Object> answers) {
        return detail.form().judge(answers, detail.facts(), clock.instant());
    }

    private ModelAndView asked(TaskDetail detail, Map<String, Object> answers, List<FieldError> errors, Locale locale) {
        Language language = Language.of(locale);
        var page = new ModelAndView("task", model(detail, locale));
        page.addObject(
                "fields",
                detail.form()
                        .render(language, detail.form().needed(detail.facts()), answers)
                        .fields());
        page.addObject("errors", PageErrors.of(errors, language));
        page.setStatus(errors.isEmpty() ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_CONTENT);
        return page;
    }

    private Map<String, Object> model(TaskDetail detail, Locale locale) {
        return words.task(detail, locale);
    }
}
