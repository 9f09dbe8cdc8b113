package cymru.diogelu.worklist.pages;

import cymru.diogelu.access.Person;
import cymru.diogelu.access.Viewer;
import cymru.diogelu.forms.FieldError;
import cymru.diogelu.forms.PostedAnswers;
import cymru.diogelu.forms.RowEdit;
import cymru.diogelu.language.Language;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
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

/** The start form as short pages: each is judged when it is left, and kept whatever is in it. */
@Controller
@RequestMapping("/concern")
class ConcernPages {

    private static final String PAGE = "/{page}";
    private static final String PAGE_OF_ROW = "/{page}/{row:\\d{1,2}}";

    /**
     * A page whose answers are in the draft.
     *
     * @param step the page as it was before
     * @param asked whether it was its turn, or it had its turn
     * @param missed whether they would write over newer ones that were kept on another page
     */
    private record Taken(ConcernDraft draft, FormStep step, SeenOn on, boolean asked, boolean missed) {}

    private final ConcernDrafts drafts;
    private final ConcernGuide guide;
    private final NewerWords newerWords;
    private final PageWords words;
    private final Clock clock;

    ConcernPages(ConcernDrafts drafts, ConcernGuide guide, NewerWords newerWords, PageWords words, Clock clock) {
        this.drafts = drafts;
        this.guide = guide;
        this.newerWords = newerWords;
        this.words = words;
        this.clock = clock;
    }

    @GetMapping({PAGE, PAGE_OF_ROW})
    ModelAndView ask(
            @AuthenticationPrincipal Person person,
            @PathVariable String page,
            @PathVariable(required = false) @Nullable String row,
            @RequestParam(required = false) @Nullable String wrong,
            Locale locale) {
        GuidedForm guided = guide.of(drafts.open(person.viewer()), locale);
        return asking(guided, page, row)
                .map(step ->
                        asked(guided, step, UUID.randomUUID(), wrong == null ? List.of() : guided.errors(step), locale))
                .orElseGet(() -> guide.next(guided));
    }

    @PostMapping({PAGE, PAGE_OF_ROW})
    ModelAndView answer(
            @AuthenticationPrincipal Person person,
            @PathVariable String page,
            @PathVariable(required = false) @Nullable String row,
            @RequestParam MultiValueMap<String, String> posted,
            SeenOn on,
            Locale locale) {
        Viewer viewer = person.viewer();
        return drafts.alone(viewer, () -> take(viewer, page, row, posted, on, locale)
                .map(taken ->
                        taken.missed() ? elsewhere(viewer, taken, posted, locale) : goOn(viewer, taken, posted, locale))
                .orElseGet(() -> notKept(posted, locale)));
    }

    /** Called while somebody types; says nothing but whether it is kept. */
    @PostMapping({PAGE + "/draft", PAGE_OF_ROW + "/draft"})
    @ResponseBody
    ResponseEntity<String> keep(
            @AuthenticationPrincipal Person person,
            @PathVariable String page,
            @PathVariable(required = false) @Nullable String row,
            @RequestParam MultiValueMap<String, String> posted,
            SeenOn on,
            Locale locale) {
        Viewer viewer = person.viewer();
        return drafts.alone(viewer, () -> take(viewer, page, row, posted, on, locale)
                .map(taken -> {
                    if (!taken.missed()) {
                        drafts.save(viewer, taken.draft());
                    }
                    String said = taken.missed() ? "task.keptElsewhere" : "task.kept";
                    return ResponseEntity.ok(words.say(said, locale, words.time(clock.instant(), locale)));
                })
                .orElseGet(() -> ResponseEntity.status(HttpStatus.CONFLICT)
                        .body(words.say("problem.page.notKept.title", locale))));
    }

    @GetMapping(PAGE + "/removal/{row:\\d{1,2}}")
    ModelAndView askBeforeRemoval(
            @AuthenticationPrincipal Person person, @PathVariable String page, @PathVariable int row, Locale locale) {
        GuidedForm guided = guide.of(drafts.open(person.viewer()), locale);
        return removable(guided, page, row)
                .map(step -> new ModelAndView("concern-removal", Map.of("step", step, "row", row)))
                .orElseGet(() -> guide.next(guided));
    }

    @PostMapping(PAGE + "/removal/{row:\\d{1,2}}")
    ModelAndView remove(
            @AuthenticationPrincipal Person person, @PathVariable String page, @PathVariable int row, Locale locale) {
        Viewer viewer = person.viewer();
        return drafts.alone(viewer, () -> removed(viewer, page, row, locale));
    }

    private ModelAndView removed(Viewer viewer, String page, int row, Locale locale) {
        ConcernDraft draft = drafts.open(viewer);
        GuidedForm guided = guide.of(draft, locale);
        removable(guided, page, row).ifPresent(step -> {
            new RowEdit(step.requireList().key(), row - 1).apply(draft.answers());
            draft.closeUp(guided.pagesOfRows(step), row);
            drafts.save(viewer, draft);
        });
        return guide.next(guide.of(draft, locale));
    }

    private static Optional<FormStep> removable(GuidedForm guided, String page, int row) {
        return guided.find(page)
                .filter(FormStep::removable)
                .filter(step -> row >= 1 && row <= step.requireList().rows().size());
    }

    private static Optional<FormStep> asking(GuidedForm guided, String page, @Nullable String row) {
        return find(guided, page, row).filter(guided::asks);
    }

    private static Optional<FormStep> find(GuidedForm guided, String page, @Nullable String row) {
        return guided.find(row == null ? page : page + "/" + row);
    }

    /**
     * Puts what was posted into the draft, also when another window has changed whose turn it is; nowhere when the concern
     * was handed in meanwhile, or its answers lead through this page no more.
     */
    private Optional<Taken> take(
            Viewer viewer,
            String page,
            @Nullable String row,
            MultiValueMap<String, String> posted,
            SeenOn on,
            Locale locale) {
        return drafts.writable(viewer).flatMap(draft -> {
            GuidedForm before = guide.of(draft, locale);
            return find(before, page, row).map(step -> {
                boolean asked = before.asks(step);
                boolean missed =
                        on.missed(drafts.mark(step.answers()), draft.keptOn().get(step.address()));
                String kept = drafts.mark(draft.answers());
                PostedAnswers.replace(draft.answers(), step.asked(), guide.form(), posted);
                draft.keptOn().put(step.address(), on.name());
                return new Taken(draft, step, on, asked, missed && !kept.equals(drafts.mark(draft.answers())));
            });
        });
    }

    private ModelAndView elsewhere(Viewer viewer, Taken taken, MultiValueMap<String, String> posted, Locale locale) {
        var concern = new NewerWords.ConcernPage(
                taken.step(),
                guide.form(),
                taken.draft().answers(),
                drafts.open(viewer).answers(),
                drafts.mark(taken.step().answers()));
        return newerWords.page(viewer.user(), concern, posted, locale);
    }

    private ModelAndView goOn(Viewer viewer, Taken taken, MultiValueMap<String, String> posted, Locale locale) {
        ModelAndView next = after(taken, posted, locale);
        drafts.save(viewer, taken.draft());
        return next;
    }

    private ModelAndView notKept(MultiValueMap<String, String> posted, Locale locale) {
        ModelAndView page = new ModelAndView("problem");
        page.addObject("problem", "notKept");
        page.addObject("lines", ConcernWords.of(guide.form(), posted, Language.of(locale), words));
        page.setStatus(HttpStatus.CONFLICT);
        return page;
    }

    private ModelAndView after(Taken taken, MultiValueMap<String, String> posted, Locale locale) {
        FormStep step = taken.step();
        ConcernDraft draft = taken.draft();
        Optional<ModelAndView> language = LanguagePage.wanted(posted);
        if (language.isPresent()) {
            return language.get();
        }
        if (posted.containsKey("later")) {
            return new ModelAndView("redirect:/worklist?kept");
        }
        if (!taken.asked()) {
            return guide.next(guide.of(draft, locale));
        }
        Optional<RowEdit> edit = RowEdit.of(posted).filter(of -> step.owns(of.list()));
        edit.ifPresent(of -> of.apply(draft.answers()));
        GuidedForm judged = guide.of(draft, locale);
        if (edit.isPresent()) {
            return step.showsRows() ? guide.next(judged) : again(step);
        }
        return judged(taken, judged, locale);
    }

    /** Goes on when nothing is wrong with what was asked, and the answers bring no further question onto the page. */
    private ModelAndView judged(Taken taken, GuidedForm judged, Locale locale) {
        FormStep step = taken.step();
        FormStep now = judged.find(step.address()).orElse(step);
        List<FieldError> errors = judged.errors(step);
        if (!errors.isEmpty()) {
            return asked(judged, now, taken.on().page(), errors, locale);
        }
        if (!step.asked().containsAll(now.asked())) {
            return again(step);
        }
        judged.leave(step);
        return guide.next(judged);
    }

    private static ModelAndView again(FormStep step) {
        return new ModelAndView("redirect:/concern/" + step.address());
    }

    private ModelAndView asked(
            GuidedForm guided, FormStep step, @Nullable UUID opened, List<FieldError> errors, Locale locale) {
        ModelAndView page = new ModelAndView("concern-page");
        page.addObject("step", step);
        page.addObject("keeps", true);
        page.addObject("on", new SeenOn(opened, drafts.mark(step.answers())));
        page.addObject("headed", step.headed());
        if (step.showsRows()) {
            page.addObject("rows", ListedRow.of(guided, step, Language.of(locale), words));
        }
        page.addObject("back", guided.before(step).map(FormStep::address).orElse(""));
        page.addObject("errors", PageErrors.of(errors, Language.of(locale)));
        page.setStatus(errors.isEmpty() ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_CONTENT);
        return page;
    }
}
