package cymru.diogelu.worklist.pages;

import cymru.diogelu.access.CaseAccess;
import cymru.diogelu.access.CaseNotFound;
import cymru.diogelu.access.MayNotRaise;
import cymru.diogelu.access.ModelAccess;
import cymru.diogelu.access.Person;
import cymru.diogelu.forms.DateBoxes;
import cymru.diogelu.procedures.RequestConflict;
import cymru.diogelu.procedures.StaleTask;
import cymru.diogelu.procedures.TaskNotFound;
import jakarta.servlet.http.HttpServletRequest;
import java.sql.SQLException;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.ErrorResponse;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.servlet.ModelAndView;

/** What every page shows of the reader, and the pages that say plainly why something could not be done. */
@ControllerAdvice(
        basePackages = {"cymru.diogelu.worklist.pages", "cymru.diogelu.trace.pages", "cymru.diogelu.designer.pages"})
@Order(Ordered.HIGHEST_PRECEDENCE)
class EveryPage {

    private static final Logger LOG = LoggerFactory.getLogger(EveryPage.class);

    private final CaseAccess access;
    private final ModelAccess models;
    private final PageWords words;
    private final Markdown prose = new Markdown();
    private final DateBoxes dates = new DateBoxes();

    EveryPage(CaseAccess access, ModelAccess models, PageWords words) {
        this.access = access;
        this.models = models;
        this.words = words;
    }

    /** Who has signed in, in words; absent before. */
    @ModelAttribute("reader")
    @Nullable
    String reader(@AuthenticationPrincipal @Nullable Person person, Locale locale) {
        return person == null ? null : words.reader(person.viewer(), locale);
    }

    /** The sign-in name. */
    @ModelAttribute("me")
    @Nullable
    String me(@AuthenticationPrincipal @Nullable Person person) {
        return person == null ? null : person.viewer().user();
    }

    /** Whether the reader may read the records of all cases. */
    @ModelAttribute("audits")
    boolean audits(@AuthenticationPrincipal @Nullable Person person) {
        return person != null && access.audits(person.viewer());
    }

    /** Whether the reader may see the models. */
    @ModelAttribute("reads")
    boolean reads(@AuthenticationPrincipal @Nullable Person person) {
        return person != null && models.reads(person.viewer());
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
        String key =
                switch (stale.reason()) {
                    case ANSWERED -> "absent";
                    case TAKEN_BY_ANOTHER -> "taken";
                    case BUSY -> "busy";
                };
        return problem(HttpStatus.CONFLICT, key, person, locale);
    }

    /** Part of an address was changed by hand; it is not logged, since anything may stand there. */
    @ExceptionHandler(MethodArgumentTypeMismatchException.class)
    ModelAndView unreadable(@AuthenticationPrincipal @Nullable Person person, Locale locale) {
        return new ModelAndView("error", HttpStatus.BAD_REQUEST)
                .addObject("status", HttpStatus.BAD_REQUEST.value())
                .addObject("reader", reader(person, locale));
    }

    /** What was sent waits in the page until it can be sent again; the cause is logged by type and place only. */
    @ExceptionHandler
    ModelAndView failed(
            Exception fault,
            HttpServletRequest request,
            @AuthenticationPrincipal @Nullable Person person,
            Locale locale)
            throws Exception {
        if (AnnotatedElementUtils.hasAnnotation(fault.getClass(), ResponseStatus.class)
                || fault instanceof ErrorResponse) {
            throw fault;
        }
        boolean away = caused(fault, SQLException.class);
        StackTraceElement[] trace = fault.getStackTrace();
        LOG.error("page failed: {} at {}", fault.getClass().getName(), trace.length == 0 ? "?" : trace[0]);
        KeptRequest kept = KeptRequest.unanswered(request);
        HttpStatus status = away ? HttpStatus.SERVICE_UNAVAILABLE : HttpStatus.INTERNAL_SERVER_ERROR;
        if (kept == null) {
            return problem(status, away ? "away" : "fault", person, locale);
        }
        var page = problem(status, "away", person, locale);
        page.setViewName("again");
        return page.addObject("kept", kept).addObject("why", away ? "away" : "fault");
    }

    private static boolean caused(Throwable fault, Class<? extends Throwable> type) {
        return Stream.iterate(fault, Objects::nonNull, Throwable::getCause).anyMatch(type::isInstance);
    }

    @ExceptionHandler(MayNotRaise.class)
    ModelAndView mayNotRaise(@AuthenticationPrincipal @Nullable Person person, Locale locale) {
        return problem(HttpStatus.FORBIDDEN, "mayNotRaise", person, locale);
    }

    /** The same concern was handed in before with other answers, and its receipt was lost on the way. */
    @ExceptionHandler(RequestConflict.class)
    ModelAndView handedInBefore(@AuthenticationPrincipal @Nullable Person person, Locale locale) {
        return problem(HttpStatus.CONFLICT, "handedInBefore", person, locale);
    }

    @ExceptionHandler
    String elsewhere(NoOpenConcern elsewhere) {
        return "redirect:" + elsewhere.address();
    }

    private ModelAndView problem(HttpStatus status, String key, @Nullable Person person, Locale locale) {
        ModelAndView page = new ModelAndView("problem");
        page.setStatus(status);
        page.addObject("problem", key);
        page.addObject("reader", reader(person, locale));
        page.addObject("audits", audits(person));
        page.addObject("reads", reads(person));
        return page;
    }
}
