package cymru.diogelu.ledger;

/** An entry as its row holds it: the body as stored, not yet read. */
record StoredEntry(int chain, Header header, byte[] body, byte[] hash) {

    long seq() {
        return header.seq();
    }
}
