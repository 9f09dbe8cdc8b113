package cymru.diogelu.worklist;

import cymru.diogelu.access.CaseNotFound;
import cymru.diogelu.access.MayNotRaise;
import cymru.diogelu.forms.FieldError;
import cymru.diogelu.language.Language;
import cymru.diogelu.procedures.AnswersRefused;
import cymru.diogelu.procedures.NotInGroup;
import cymru.diogelu.procedures.RequestConflict;
import cymru.diogelu.procedures.StaleTask;
import cymru.diogelu.procedures.TaskNotFound;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.MessageSource;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.firewall.RequestRejectedException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.context.request.ServletWebRequest;
import org.springframework.web.context.request.WebRequest;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.servlet.LocaleResolver;
import org.springframework.web.servlet.mvc.method.annotation.ResponseEntityExceptionHandler;

/**
 * Answers every refusal as {@code application/problem+json} (RFC 9457) in the reader's language, with {@code errors}
 * that name the field. Nothing a person typed and nothing of the program's inside is repeated.
 */
@RestControllerAdvice
class Problems extends ResponseEntityExceptionHandler {

    private static final Pattern API = Pattern.compile("/(?:api|v3)/");
    private static final Logger LOG = LoggerFactory.getLogger(Problems.class);

    private final MessageSource messages;
    private final LocaleResolver locales;

    Problems(MessageSource messages, LocaleResolver locales) {
        this.messages = messages;
        this.locales = locales;
    }

    /** One line of {@code errors}. */
    record Line(String key, String code, String message) {}

    @ExceptionHandler
    ProblemDetail refused(AnswersRefused refused, HttpServletRequest request) {
        Locale locale = locales.resolveLocale(request);
        return problem(
                HttpStatus.UNPROCESSABLE_CONTENT,
                "refused",
                locale,
                refused.errors().stream()
                        .map(error -> line(error, Language.of(locale)))
                        .toList());
    }

    @ExceptionHandler
    ProblemDetail missing(AnswersRequest.MissingAnswers missing, HttpServletRequest request) {
        Locale locale = locales.resolveLocale(request);
        String message = messages.getMessage("problem.answers.missing", null, locale);
        return problem(
                HttpStatus.UNPROCESSABLE_CONTENT, "refused", locale, List.of(new Line("answers", "required", message)));
    }

    @ExceptionHandler
    ProblemDetail invalid(InvalidRequest invalid, HttpServletRequest request) {
        return wrongParts(invalid.faults(), locales.resolveLocale(request));
    }

    @ExceptionHandler
    ProblemDetail notInGroup(NotInGroup stranger, HttpServletRequest request) {
        return wrongParts(List.of(new InvalidRequest.Fault("to", "unknown")), locales.resolveLocale(request));
    }

    @ExceptionHandler({CaseNotFound.class, TaskNotFound.class, NotFound.class})
    ProblemDetail notFound(Exception absent, HttpServletRequest request) {
        return problem(HttpStatus.NOT_FOUND, "notFound", locales.resolveLocale(request), List.of());
    }

    @ExceptionHandler
    ProblemDetail stale(StaleTask stale, HttpServletRequest request) {
        String key =
                switch (stale.reason()) {
                    case ANSWERED -> "stale.answered";
                    case TAKEN_BY_ANOTHER -> "stale.taken";
                    case BUSY -> "stale.busy";
                };
        return problem(HttpStatus.CONFLICT, key, locales.resolveLocale(request), List.of());
    }

    @ExceptionHandler
    ProblemDetail conflict(RequestConflict conflict, HttpServletRequest request) {
        return problem(HttpStatus.CONFLICT, "idempotencyKey", locales.resolveLocale(request), List.of());
    }

    @ExceptionHandler
    ProblemDetail newer(DraftController.NewerDraft newer, HttpServletRequest request) {
        return problem(HttpStatus.CONFLICT, "newerDraft", locales.resolveLocale(request), List.of());
    }

    @ExceptionHandler
    @Nullable
    ResponseEntity<Object> tooLarge(ContentTooLarge tooLarge, ServletWebRequest call) {
        return refusedUnread(call, HttpStatus.CONTENT_TOO_LARGE, "tooLarge");
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> signIn(AuthenticationException missing, HttpServletRequest request) {
        return ResponseEntity.status(HttpStatus.UNAUTHORIZED)
                .header(HttpHeaders.WWW_AUTHENTICATE, "Basic realm=\"Diogelu\", charset=\"UTF-8\"")
                .body(problem(HttpStatus.UNAUTHORIZED, "signIn", locales.resolveLocale(request), List.of()));
    }

    /** Whoever has signed in may call everything; what they find there is decided elsewhere. */
    @ExceptionHandler
    ProblemDetail otherSite(AccessDeniedException denied, HttpServletRequest request) {
        return problem(HttpStatus.FORBIDDEN, "otherSite", locales.resolveLocale(request), List.of());
    }

    @ExceptionHandler
    ProblemDetail mayNotRaise(MayNotRaise refused, HttpServletRequest request) {
        return problem(HttpStatus.FORBIDDEN, "mayNotRaise", locales.resolveLocale(request), List.of());
    }

    /** Only what the web server refuses: an illegal argument within the service is a fault of ours, and logged. */
    @ExceptionHandler
    @Nullable
    ResponseEntity<Object> wrong(RequestRejectedException wrong, ServletWebRequest call) {
        return refusedUnread(call, HttpStatus.BAD_REQUEST, "badRequest");
    }

    /** The cause is logged by type and place only: its text may hold what a person typed. */
    @ExceptionHandler
    ProblemDetail unexpected(Exception fault, HttpServletRequest request) {
        StackTraceElement[] trace = fault.getStackTrace();
        LOG.error("request failed: {} at {}", fault.getClass().getName(), trace.length == 0 ? "?" : trace[0]);
        return problem(HttpStatus.INTERNAL_SERVER_ERROR, "fault", locales.resolveLocale(request), List.of());
    }

    @Override
    protected @Nullable ResponseEntity<Object> handleExceptionInternal(
            Exception refused, @Nullable Object body, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        ServletWebRequest call = (ServletWebRequest) request;
        if (!ofApi(call)) {
            return asPage(call, status);
        }
        Locale locale = locales.resolveLocale(call.getRequest());
        if (NestedExceptionUtils.getMostSpecificCause(refused) instanceof ContentTooLarge) {
            HttpStatus tooLarge = HttpStatus.CONTENT_TOO_LARGE;
            return new ResponseEntity<>(problem(tooLarge, "tooLarge", locale, List.of()), headers, tooLarge);
        }
        if (refused instanceof HttpMessageNotReadableException unreadable) {
            return new ResponseEntity<>(wrongParts(UnreadableBody.faults(unreadable), locale), headers, status);
        }
        if (refused instanceof MethodArgumentTypeMismatchException mismatch) {
            var fault = new InvalidRequest.Fault(mismatch.getName(), "wrongType");
            return new ResponseEntity<>(wrongParts(List.of(fault), locale), headers, status);
        }
        String key = status.value() == HttpStatus.NOT_FOUND.value() ? "notFound" : "badRequest";
        return new ResponseEntity<>(problem(status, key, locale, List.of()), headers, status);
    }

    private @Nullable ResponseEntity<Object> refusedUnread(ServletWebRequest call, HttpStatus status, String key) {
        return ofApi(call)
                ? ResponseEntity.status(status)
                        .body(problem(status, key, locales.resolveLocale(call.getRequest()), List.of()))
                : asPage(call, status);
    }

    private static boolean ofApi(ServletWebRequest call) {
        return API.matcher(call.getRequest().getRequestURI()).lookingAt();
    }

    /** Whoever looks at pages gets a page. */
    private static @Nullable ResponseEntity<Object> asPage(ServletWebRequest call, HttpStatusCode status) {
        try {
            Objects.requireNonNull(call.getResponse()).sendError(status.value());
            return null;
        } catch (IOException gone) {
            throw new UncheckedIOException(gone);
        }
    }

    private ProblemDetail wrongParts(List<InvalidRequest.Fault> faults, Locale locale) {
        List<Line> lines = faults.stream()
                .map(fault -> new Line(
                        fault.key(),
                        fault.code(),
                        messages.getMessage("problem.part." + fault.code(), new Object[] {fault.key()}, locale)))
                .toList();
        return problem(HttpStatus.BAD_REQUEST, "badRequest", locale, lines);
    }

    private ProblemDetail problem(HttpStatusCode status, String key, Locale locale, List<Line> errors) {
        ProblemDetail problem =
                ProblemDetail.forStatusAndDetail(status, messages.getMessage("problem." + key, null, locale));
        problem.setTitle(messages.getMessage("problem." + key + ".title", null, locale));
        if (!errors.isEmpty()) {
            problem.setProperty("errors", errors);
        }
        return problem;
    }

    private static Line line(FieldError error, Language language) {
        return new Line(error.key(), error.code(), error.message().in(language));
    }
}
