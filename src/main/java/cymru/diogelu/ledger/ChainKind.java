package cymru.diogelu.ledger;

/** The chains of a case: each kind is numbered, tied together and verified for itself. */
public enum ChainKind {
    /** What was done in the case. */
    CASE("case"),
    /** Who looked at the case, found it in a search or exported it. */
    ACCESS("access");

    private final String word;

    ChainKind(String word) {
        this.word = word;
    }

    /** The word that stands in the header of each entry; part of the record's format. */
    public String word() {
        return word;
    }
}
