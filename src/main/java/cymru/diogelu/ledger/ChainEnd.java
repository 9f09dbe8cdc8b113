package cymru.diogelu.ledger;

/** How long the record of what was done in a case is: the number of its last entry. */
public record ChainEnd(String caseReference, long seq) {}
