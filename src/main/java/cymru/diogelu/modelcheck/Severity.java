package cymru.diogelu.modelcheck;

import cymru.diogelu.language.Bilingual;

/** How much a finding weighs. */
public enum Severity {
    /** A set with it is not deployed. */
    ERROR(new Bilingual("error", "gwall")),
    /** A set with it is deployed only with a reason. */
    WARNING(new Bilingual("warning", "rhybudd"));

    private final Bilingual word;

    Severity(Bilingual word) {
        this.word = word;
    }

    public Bilingual word() {
        return word;
    }
}
