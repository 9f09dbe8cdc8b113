package cymru.diogelu.ledger;

import java.util.List;

/** The chains of the record: each kind is numbered, tied together and verified for itself. */
public enum ChainKind {
    /** What was done in the case. */
    CASE("case"),
    /** Who looked at the case, found it in a search or exported it. */
    ACCESS("access"),
    /** Which models were proposed, by whom, and who put them in force; one chain for the service, and none of a case. */
    MODELS("models");

    /** Those that a case has. */
    static final List<ChainKind> OF_A_CASE = List.of(CASE, ACCESS);

    private final String word;

    ChainKind(String word) {
        this.word = word;
    }

    /** The word that stands in the header of each entry; part of the record's format. */
    public String word() {
        return word;
    }
}
