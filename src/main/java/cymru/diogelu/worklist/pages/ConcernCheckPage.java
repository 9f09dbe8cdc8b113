package cymru.diogelu.worklist.pages;

import cymru.diogelu.access.Person;
import cymru.diogelu.access.Viewer;
import cymru.diogelu.language.Language;
import cymru.diogelu.procedures.AnswersRefused;
import cymru.diogelu.procedures.Procedures;
import cymru.diogelu.procedures.RequestConflict;
import java.util.List;
import java.util.Locale;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The answers of a concern once more, before they are handed in. */
@Controller
@RequestMapping("/concern")
class ConcernCheckPage {

    private final ConcernDrafts drafts;
    private final ConcernGuide guide;
    private final Procedures procedures;
    private final PageWords words;

    ConcernCheckPage(ConcernDrafts drafts, ConcernGuide guide, Procedures procedures, PageWords words) {
        this.drafts = drafts;
        this.guide = guide;
        this.procedures = procedures;
        this.words = words;
    }

    @GetMapping("/check")
    ModelAndView check(@AuthenticationPrincipal Person person, Locale locale) {
        return check(drafts.open(person.viewer()), locale);
    }

    private ModelAndView check(ConcernDraft draft, Locale locale) {
        GuidedForm guided = guide.of(draft, locale);
        if (guided.open().isPresent()) {
            return guide.next(guided);
        }
        ModelAndView page = new ModelAndView("concern-check");
        page.addObject("parts", CheckedPart.of(guided, Language.of(locale), words));
        page.addObject("back", guided.steps().get(guided.steps().size() - 1).address());
        page.addObject("checked", drafts.mark(draft.answers()));
        return page;
    }

    /** @param checked the mark of the answers that the person has read on the page before: no others open a case */
    @PostMapping("/check")
    ModelAndView handIn(
            @AuthenticationPrincipal Person person, @RequestParam(defaultValue = "") String checked, Locale locale) {
        Viewer viewer = person.viewer();
        ConcernDraft draft = drafts.open(viewer);
        GuidedForm guided = guide.of(draft, locale);
        if (guided.open().isPresent()) {
            return guide.next(guided);
        }
        if (!checked.equals(drafts.mark(draft.answers()))) {
            return procedures
                    .opened(viewer, draft.key())
                    .map(opened -> receipt(viewer, draft.handedInBefore(opened)))
                    .orElseGet(() -> check(draft, locale).addObject("changed", true));
        }
        try {
            List<String> opened = procedures.open(viewer, guided.judgement().accepted(), draft.key());
            return drafts.alone(viewer, () -> receipt(viewer, ended(viewer, checked, opened)));
        } catch (RequestConflict handedInBefore) {
            List<String> opened = procedures.opened(viewer, draft.key()).orElseThrow(() -> handedInBefore);
            return receipt(viewer, draft.handedInBefore(opened));
        } catch (AnswersRefused refused) {
            FormStep first = guided.owner(refused.errors()).orElseThrow(() -> refused);
            return new ModelAndView("redirect:/concern/" + first.address() + "?wrong");
        }
    }

    /** Words that came from another window while the concern was handed in are not in it: they stay. */
    private ConcernDraft ended(Viewer viewer, String checked, List<String> opened) {
        ConcernDraft now = drafts.open(viewer);
        return checked.equals(drafts.mark(now.answers())) ? now.handedIn(opened) : now.handedInBefore(opened);
    }

    private ModelAndView receipt(Viewer viewer, ConcernDraft done) {
        drafts.save(viewer, done);
        return new ModelAndView("redirect:/concern/receipt/" + done.opened().get(0));
    }
}
