package cymru.diogelu.language;

import java.util.Arrays;
import java.util.Locale;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.servlet.LocaleResolver;
import org.springframework.web.servlet.i18n.AcceptHeaderLocaleResolver;

/** Answers in the language that the reader's {@code Accept-Language} prefers of the two; English where it names neither. */
@Configuration(proxyBeanMethods = false)
class LocaleConfiguration {

    @Bean
    LocaleResolver localeResolver() {
        var resolver = new AcceptHeaderLocaleResolver();
        // Without their country: the resolver then matches cy and cy-GB, en and en-US alike.
        resolver.setSupportedLocales(Arrays.stream(Language.values())
                .map(language -> Locale.forLanguageTag(language.locale().getLanguage()))
                .toList());
        resolver.setDefaultLocale(Locale.UK);
        return resolver;
    }
}
