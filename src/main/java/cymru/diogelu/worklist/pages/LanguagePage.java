package cymru.diogelu.worklist.pages;

import cymru.diogelu.access.Person;
import cymru.diogelu.language.Language;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.net.URI;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.servlet.LocaleResolver;
import org.springframework.web.servlet.ModelAndView;

/** Changes the language of every page from here on, and shows the same page again. */
@Controller
class LanguagePage {

    /** Addresses that take a button only; the page with the button stands one step above. */
    private static final Pattern BUTTON =
            Pattern.compile("^(/tasks/[^/]+)/(?:claim|release|assign|submission|forget)$");

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
        locales.setLocale(request, response, locale(language));
        if (person != null) {
            remembered.remember(person.viewer().user(), Language.of(locale(language)));
        }
        return "redirect:" + own(page);
    }

    /** On a page that keeps words nothing but the language changes. */
    @PostMapping("/language/{language}")
    String changeAndKeep(@PathVariable String language, HttpServletRequest request, HttpServletResponse response) {
        locales.setLocale(request, response, locale(language));
        return "forward:/again";
    }

    /**
     * Where a page leads whose form was sent by its language button, which keeps what was typed also without JavaScript;
     * empty where another button was pressed.
     */
    static Optional<ModelAndView> wanted(MultiValueMap<String, String> posted) {
        return Optional.ofNullable(posted.getFirst("kept.language"))
                .map(language -> new ModelAndView(
                        "redirect:/language/" + locale(language).getLanguage()));
    }

    private static Locale locale(String language) {
        Language chosen = Language.of(Locale.forLanguageTag(language));
        return Locale.forLanguageTag(chosen.locale().getLanguage());
    }

    /** Only the path: nobody is sent to another site by what a request says of itself. */
    private static String own(@Nullable String page) {
        try {
            URI from = URI.create(page == null ? "/" : page);
            String path = from.getRawPath() == null || !from.getRawPath().matches("/(?!/).*") ? "/" : from.getRawPath();
            path = BUTTON.matcher(path).replaceFirst("$1");
            return from.getRawQuery() == null ? path : path + "?" + from.getRawQuery();
        } catch (IllegalArgumentException noAddress) {
            return "/";
        }
    }
}
