package cymru.diogelu.ledger;

/** An entry that is already tied into its chain but not yet in the database. */
record PendingEntry(int chain, StoredEntry entry) {}
