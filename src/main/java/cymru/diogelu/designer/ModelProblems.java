package cymru.diogelu.designer;

import cymru.diogelu.language.Language;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Locale;
import org.springframework.context.MessageSource;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.servlet.LocaleResolver;

/** Says why a set of models is not taken, with all that was found in it. */
@RestControllerAdvice(
        assignableTypes = {
            ModelsController.class,
            ScenariosController.class,
            ProofsController.class,
            SandboxController.class
        })
@Order(Ordered.HIGHEST_PRECEDENCE)
class ModelProblems {

    private final MessageSource messages;
    private final LocaleResolver locales;

    ModelProblems(MessageSource messages, LocaleResolver locales) {
        this.messages = messages;
        this.locales = locales;
    }

    @ExceptionHandler
    ProblemDetail refused(ProposalRefused refused, HttpServletRequest request) {
        Locale locale = locales.resolveLocale(request);
        HttpStatus status =
                switch (refused.reason()) {
                    case ERRORS, WARNINGS_WITHOUT_REASON, WITHOUT_PURPOSE -> HttpStatus.UNPROCESSABLE_CONTENT;
                    case NOTHING_CHANGED,
                            OWN_PROPOSAL,
                            OTHERS_PROPOSAL,
                            STORIES_RUNNING,
                            STORIES_NOT_RUN,
                            STORIES_WITHOUT_REASON,
                            LAW_BROKEN,
                            PROOFS_RUNNING,
                            PROOFS_NOT_DONE,
                            PROOFS_WITHOUT_REASON,
                            SANDBOXES_IN_USE,
                            DECIDED,
                            OVERTAKEN -> HttpStatus.CONFLICT;
                };
        ProblemDetail problem =
                ProblemDetail.forStatusAndDetail(status, say("models.refused." + refused.reason(), locale));
        problem.setTitle(say("models.refused.title", locale));
        problem.setProperty("reason", refused.reason());
        problem.setProperty(
                "findings",
                refused.findings().stream()
                        .map(finding -> ModelsController.Found.of(finding, Language.of(locale)))
                        .toList());
        return problem;
    }

    @ExceptionHandler
    ProblemDetail absent(NoSuchProposal absent, HttpServletRequest request) {
        Locale locale = locales.resolveLocale(request);
        ProblemDetail problem = ProblemDetail.forStatusAndDetail(HttpStatus.NOT_FOUND, say("problem.notFound", locale));
        problem.setTitle(say("problem.notFound.title", locale));
        return problem;
    }

    private String say(String key, Locale locale) {
        return messages.getMessage(key, null, locale);
    }
}
