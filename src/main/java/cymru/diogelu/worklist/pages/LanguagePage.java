package cymru.diogelu.worklist.pages;

import cymru.diogelu.access.Person;
import cymru.diogelu.language.Language;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.net.URI;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.servlet.LocaleResolver;

/** Changes the language of every page from here on, and shows the same page again. */
@Controller
class LanguagePage {

    private final LocaleResolver locales;
    private final ReaderLanguage remembered;

    LanguagePage(LocaleResolver locales, ReaderLanguage remembered) {
        this.locales = locales;
        this.remembered = remembered;
    }

    @GetMapping("/language/{language}")
    String change(
            @AuthenticationPrincipal @Nullable Person person,
            @PathVariable String language,
            @RequestHeader(name = HttpHeaders.REFERER, required = false) @Nullable String page,
            HttpServletRequest request,
            HttpServletResponse response) {
        Language chosen = Language.of(Locale.forLanguageTag(language));
        locales.setLocale(
                request, response, Locale.forLanguageTag(chosen.locale().getLanguage()));
        if (person != null) {
            remembered.remember(person.viewer().user(), chosen);
        }
        return "redirect:" + own(page);
    }

    /** Only the path: nobody is sent to another site by what a request says of itself. */
    private static String own(@Nullable String page) {
        try {
            URI from = URI.create(page == null ? "/" : page);
            String path = from.getRawPath() == null || !from.getRawPath().matches("/(?!/).*") ? "/" : from.getRawPath();
            return from.getRawQuery() == null ? path : path + "?" + from.getRawQuery();
        } catch (IllegalArgumentException noAddress) {
            return "/";
        }
    }
}
