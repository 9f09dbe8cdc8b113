package cymru.diogelu.trace.statistics;

import cymru.diogelu.agencies.Agencies;
import cymru.diogelu.agencies.Group;
import cymru.diogelu.agencies.UnknownPlace;
import cymru.diogelu.agencies.UnknownRole;
import cymru.diogelu.language.Language;
import cymru.diogelu.procedures.WalkedModels;
import cymru.diogelu.statute.Provisions;
import cymru.diogelu.statute.UnknownProvision;
import java.util.Locale;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** What the lines of statistics are called; where nothing has a name for one, its key is. */
@Component
public class StatisticsText {

    private static final String TOTAL = "total";

    private final MessageSource messages;
    private final Provisions provisions;
    private final Agencies agencies;
    private final WalkedModels models;
    private final CountedRows rows;

    StatisticsText(
            MessageSource messages, Provisions provisions, Agencies agencies, WalkedModels models, CountedRows rows) {
        this.messages = messages;
        this.provisions = provisions;
        this.agencies = agencies;
        this.models = models;
        this.rows = rows;
    }

    /** What a line of a table of dates is called. */
    public String line(Grouping by, String key, Locale locale) {
        if (key.equals(TOTAL)) {
            return messages.getMessage("statistics.total", null, locale);
        }
        Language language = Language.of(locale);
        return switch (by) {
            case PROVISION -> provision(key, language);
            case STEP -> step(key, language);
            case AUTHORITY -> authority(key, language);
            case AGENCY -> agency(key, language);
            case TEAM -> team(key, language);
            case MONTH -> key;
        };
    }

    /** What a stage of the funnel is called. */
    public String milestone(Milestone milestone, Locale locale) {
        return messages.getMessage("statistics.milestone." + milestone, null, locale);
    }

    String measure(Measure measure, Locale locale) {
        return messages.getMessage("statistics.measure." + measure, null, locale);
    }

    String notOnRecord(Locale locale) {
        return messages.getMessage("statistics.notOnRecord", null, locale);
    }

    private String provision(String key, Language language) {
        try {
            return provisions.get(key).title().in(language);
        } catch (UnknownProvision old) {
            return key;
        }
    }

    private String step(String key, Language language) {
        String[] parts = key.split("/", 2);
        int version = rows.newestVersion(parts[0]);
        String procedure = procedure(parts[0], language);
        return models.name(parts[0], version, parts[1], null)
                .map(name -> procedure + ": " + name.in(language))
                .orElse(key);
    }

    /** The name of a procedure in the newest version that was walked. */
    public String procedure(String process, Language language) {
        return models.name(process, rows.newestVersion(process), null, null)
                .map(name -> name.in(language))
                .orElse(process);
    }

    private String authority(String key, Language language) {
        return agencies.findAuthority(key)
                .map(authority -> authority.name().in(language))
                .orElse(key);
    }

    private String team(String key, Language language) {
        try {
            return key.contains(".") ? agencies.describe(Group.parse(key), language) : key;
        } catch (UnknownRole | UnknownPlace gone) {
            return key;
        }
    }

    private String agency(String key, Language language) {
        return agencies.placeName(key).map(name -> name.in(language)).orElse(key);
    }
}
