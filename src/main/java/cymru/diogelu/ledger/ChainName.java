package cymru.diogelu.ledger;

/** Which chain of which case. */
record ChainName(String caseReference, ChainKind kind) {}
