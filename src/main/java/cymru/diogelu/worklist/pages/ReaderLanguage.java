package cymru.diogelu.worklist.pages;

import cymru.diogelu.language.Language;
import java.util.Locale;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The language that each person has chosen to read in: it waits for them on whatever device they sign in next. */
@Component
class ReaderLanguage {

    private final JdbcClient jdbc;

    ReaderLanguage(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Optional<Locale> of(String person) {
        return jdbc.sql("SELECT language FROM person_language WHERE person = ?")
                .param(person)
                .query(String.class)
                .optional()
                .map(Locale::forLanguageTag);
    }

    @Transactional
    public void remember(String person, Language language) {
        String tag = language.locale().getLanguage();
        int changed = jdbc.sql("UPDATE person_language SET language = ? WHERE person = ?")
                .params(tag, person)
                .update();
        if (changed == 0) {
            jdbc.sql("INSERT INTO person_language (person, language) VALUES (?, ?)")
                    .params(person, tag)
                    .update();
        }
    }
}
