package cymru.diogelu.worklist.pages;

import cymru.diogelu.access.CaseNotFound;
import cymru.diogelu.access.Person;
import cymru.diogelu.procedures.StaleTask;
import cymru.diogelu.procedures.TaskNotFound;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.servlet.ModelAndView;

/** What every page shows of the reader, and the pages that say plainly why something could not be done. */
@ControllerAdvice(basePackageClasses = EveryPage.class)
@Order(Ordered.HIGHEST_PRECEDENCE)
class EveryPage {

    private final PageWords words;
    private final Markdown prose = new Markdown();
    private final DateBoxes dates = new DateBoxes();

    EveryPage(PageWords words) {
        this.words = words;
    }

    /** Who has signed in, in words; absent before. */
    @ModelAttribute("reader")
    @Nullable
    String reader(@AuthenticationPrincipal @Nullable Person person, Locale locale) {
        return person == null ? null : words.reader(person.viewer(), locale);
    }

    @ModelAttribute("prose")
    Markdown prose() {
        return prose;
    }

    @ModelAttribute("dates")
    DateBoxes dates() {
        return dates;
    }

    @ExceptionHandler({TaskNotFound.class, CaseNotFound.class})
    ModelAndView absent(@AuthenticationPrincipal @Nullable Person person, Locale locale) {
        return problem(HttpStatus.NOT_FOUND, "absent", person, locale);
    }

    @ExceptionHandler
    ModelAndView stale(StaleTask stale, @AuthenticationPrincipal @Nullable Person person, Locale locale) {
        String key = stale.reason() == StaleTask.Reason.ANSWERED ? "answered" : "taken";
        return problem(HttpStatus.CONFLICT, key, person, locale);
    }

    private ModelAndView problem(HttpStatus status, String key, @Nullable Person person, Locale locale) {
        ModelAndView page = new ModelAndView("problem");
        page.setStatus(status);
        page.addObject("problem", key);
        page.addObject("reader", reader(person, locale));
        return page;
    }
}
