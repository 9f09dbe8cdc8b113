package cymru.diogelu.language;

import java.util.Locale;

/** The two languages of the service. Welsh stands first: it is offered without being asked for (INV-36). */
public enum Language {
    CY(Locale.forLanguageTag("cy-GB")),
    EN(Locale.UK);

    private final Locale locale;

    Language(Locale locale) {
        this.locale = locale;
    }

    /** The language of a negotiated locale; every language but Welsh reads English. */
    public static Language of(Locale locale) {
        return locale.getLanguage().equals("cy") ? CY : EN;
    }

    public Locale locale() {
        return locale;
    }
}
