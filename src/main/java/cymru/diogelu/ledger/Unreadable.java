package cymru.diogelu.ledger;

/** Why nobody can read the body of an entry, although its header and its place in the chain are there. */
public enum Unreadable {
    /** The key was destroyed at the end of the time for which the record is kept. */
    KEY_DESTROYED,
    /** The key is not there, or the master key that wraps it is not. */
    KEY_LOST,
    /** The bytes are not what was written. */
    DAMAGED
}
