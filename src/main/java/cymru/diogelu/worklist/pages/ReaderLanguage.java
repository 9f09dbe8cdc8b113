package cymru.diogelu.worklist.pages;

import cymru.diogelu.language.Language;
import java.util.Locale;
import java.util.Optional;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** The language that each person has chosen to read in: it waits for them on whatever device they sign in next. */
@Component
class ReaderLanguage {

    private final JdbcClient jdbc;

    private final TransactionTemplate transaction;

    ReaderLanguage(JdbcClient jdbc, PlatformTransactionManager transactions) {
        this.jdbc = jdbc;
        this.transaction = new TransactionTemplate(transactions);
    }

    Optional<Locale> of(String person) {
        return jdbc.sql("SELECT language FROM person_language WHERE person = ?")
                .param(person)
                .query(String.class)
                .optional()
                .map(Locale::forLanguageTag);
    }

    /** Of two clicks at the same moment, the second writes over the first. */
    void remember(String person, Language language) {
        try {
            transaction.executeWithoutResult(status -> write(person, language));
        } catch (DuplicateKeyException rememberedMeanwhile) {
            transaction.executeWithoutResult(status -> write(person, language));
        }
    }

    private void write(String person, Language language) {
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
