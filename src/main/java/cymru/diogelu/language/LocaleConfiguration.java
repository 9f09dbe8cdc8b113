package cymru.diogelu.language;

import java.time.Duration;
import java.util.Arrays;
import java.util.Locale;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.servlet.LocaleResolver;
import org.springframework.web.servlet.i18n.AcceptHeaderLocaleResolver;
import org.springframework.web.servlet.i18n.CookieLocaleResolver;

/**
 * Answers in the language that the reader has chosen on a page, else in the one that their {@code Accept-Language} prefers
 * of the two; English where it names neither. Calls of the API carry no cookie and so are answered by the header.
 */
@Configuration(proxyBeanMethods = false)
class LocaleConfiguration {

    private static final Duration REMEMBERED = Duration.ofDays(365);

    @Bean
    LocaleResolver localeResolver() {
        var header = new AcceptHeaderLocaleResolver();
        // Without their country: the resolver then matches cy and cy-GB, en and en-US alike.
        header.setSupportedLocales(Arrays.stream(Language.values())
                .map(language -> Locale.forLanguageTag(language.locale().getLanguage()))
                .toList());
        header.setDefaultLocale(Locale.UK);
        var resolver = new CookieLocaleResolver("language");
        resolver.setCookieMaxAge(REMEMBERED);
        resolver.setCookieHttpOnly(true);
        resolver.setCookieSameSite("Lax");
        resolver.setRejectInvalidCookies(false);
        resolver.setDefaultLocaleFunction(header::resolveLocale);
        return resolver;
    }
}
