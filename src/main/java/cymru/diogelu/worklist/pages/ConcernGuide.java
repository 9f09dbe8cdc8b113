package cymru.diogelu.worklist.pages;

import cymru.diogelu.forms.Form;
import cymru.diogelu.language.Language;
import cymru.diogelu.procedures.Procedures;
import java.time.Clock;
import java.util.Locale;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.ModelAndView;

/** Leads through the pages of the start form: to the first one that still needs an answer, then to check them all. */
@Component
class ConcernGuide {

    private final Procedures procedures;
    private final Clock clock;

    ConcernGuide(Procedures procedures, Clock clock) {
        this.procedures = procedures;
        this.clock = clock;
    }

    Form form() {
        return procedures.form("concern").orElseThrow();
    }

    GuidedForm of(ConcernDraft draft, Locale locale) {
        return GuidedForm.of(form(), draft.answers(), draft.left(), Language.of(locale), clock.instant());
    }

    ModelAndView next(GuidedForm guided) {
        return new ModelAndView("redirect:/concern/"
                + guided.open().map(step -> address(guided, step)).orElse("check"));
    }

    /** A page that was left before is shown with what is wrong there now. */
    private static String address(GuidedForm guided, FormStep step) {
        return step.address() + (guided.left().contains(step.address()) ? "?wrong" : "");
    }
}
