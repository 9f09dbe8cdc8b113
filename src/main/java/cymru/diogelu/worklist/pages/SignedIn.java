package cymru.diogelu.worklist.pages;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.authentication.SavedRequestAwareAuthenticationSuccessHandler;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.LocaleResolver;

/** After the sign-in: the language that the person reads in, then the page they wanted, or the words they had typed. */
@Component
class SignedIn extends SavedRequestAwareAuthenticationSuccessHandler {

    private final ReaderLanguage languages;
    private final LocaleResolver locales;

    SignedIn(ReaderLanguage languages, LocaleResolver locales) {
        this.languages = languages;
        this.locales = locales;
        setDefaultTargetUrl("/worklist");
    }

    @Override
    public void onAuthenticationSuccess(
            HttpServletRequest request, HttpServletResponse response, Authentication authentication)
            throws ServletException, IOException {
        languages.of(authentication.getName()).ifPresent(locale -> locales.setLocale(request, response, locale));
        if (KeptRequest.withoutSession(request, null) != null) {
            request.getRequestDispatcher("/again").forward(request, response);
        } else {
            super.onAuthenticationSuccess(request, response, authentication);
        }
    }
}
