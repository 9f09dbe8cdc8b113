package cymru.diogelu.worklist;

import cymru.diogelu.access.CaseNotFound;
import cymru.diogelu.forms.FieldError;
import cymru.diogelu.language.Language;
import cymru.diogelu.procedures.AnswersRefused;
import cymru.diogelu.procedures.RequestConflict;
import cymru.diogelu.procedures.StaleTask;
import cymru.diogelu.procedures.TaskNotFound;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.context.request.WebRequest;
import org.springframework.web.servlet.mvc.method.annotation.ResponseEntityExceptionHandler;

/**
 * Answers every refusal as {@code application/problem+json} (RFC 9457) in the reader's language, with {@code errors}
 * that name the field. Nothing a person typed and nothing of the program's inside is repeated.
 */
@RestControllerAdvice
class Problems extends ResponseEntityExceptionHandler {

    private static final Logger LOG = LoggerFactory.getLogger(Problems.class);

    private final MessageSource messages;

    Problems(MessageSource messages) {
        this.messages = messages;
    }

    @ExceptionHandler
    ProblemDetail refused(AnswersRefused refused, Locale locale) {
        ProblemDetail problem = problem(HttpStatus.UNPROCESSABLE_CONTENT, "refused", locale);
        Language language = Language.of(locale);
        problem.setProperty(
                "errors",
                refused.errors().stream().map(error -> line(error, language)).toList());
        return problem;
    }

    @ExceptionHandler
    ProblemDetail missing(AnswersRequest.MissingAnswers missing, Locale locale) {
        ProblemDetail problem = problem(HttpStatus.UNPROCESSABLE_CONTENT, "refused", locale);
        String message = messages.getMessage("problem.answers.missing", null, locale);
        problem.setProperty("errors", List.of(Map.of("key", "answers", "code", "required", "message", message)));
        return problem;
    }

    @ExceptionHandler({CaseNotFound.class, TaskNotFound.class, NotFound.class})
    ProblemDetail notFound(Exception absent, Locale locale) {
        return problem(HttpStatus.NOT_FOUND, "notFound", locale);
    }

    @ExceptionHandler
    ProblemDetail stale(StaleTask stale, Locale locale) {
        return problem(
                HttpStatus.CONFLICT,
                stale.reason() == StaleTask.Reason.ANSWERED ? "stale.answered" : "stale.taken",
                locale);
    }

    @ExceptionHandler
    ProblemDetail conflict(RequestConflict conflict, Locale locale) {
        return problem(HttpStatus.CONFLICT, "idempotencyKey", locale);
    }

    @ExceptionHandler
    ProblemDetail wrong(IllegalArgumentException wrong, Locale locale) {
        return problem(HttpStatus.BAD_REQUEST, "badRequest", locale);
    }

    /** The cause is logged by type and place only: its text may hold what a person typed. */
    @ExceptionHandler
    ProblemDetail unexpected(Exception fault, Locale locale) {
        StackTraceElement[] trace = fault.getStackTrace();
        LOG.error("request failed: {} at {}", fault.getClass().getName(), trace.length == 0 ? "?" : trace[0]);
        return problem(HttpStatus.INTERNAL_SERVER_ERROR, "fault", locale);
    }

    @Override
    protected ResponseEntity<Object> handleExceptionInternal(
            Exception refused, @Nullable Object body, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        Locale locale = request.getLocale();
        String key = status.value() == HttpStatus.NOT_FOUND.value() ? "notFound" : "badRequest";
        return new ResponseEntity<>(problem(status, key, locale), headers, status);
    }

    private ProblemDetail problem(HttpStatusCode status, String key, Locale locale) {
        ProblemDetail problem =
                ProblemDetail.forStatusAndDetail(status, messages.getMessage("problem." + key, null, locale));
        problem.setTitle(messages.getMessage("problem." + key + ".title", null, locale));
        return problem;
    }

    private static Map<String, String> line(FieldError error, Language language) {
        return Map.of(
                "key",
                error.key(),
                "code",
                error.code(),
                "message",
                error.message().in(language));
    }
}
