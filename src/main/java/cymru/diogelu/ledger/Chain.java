package cymru.diogelu.ledger;

import java.nio.charset.StandardCharsets;
import java.time.temporal.ChronoUnit;

/** The end of one case's chain as this transaction sees it: where the next entry is tied on. */
record Chain(int id, String caseReference, long seq, byte[] hash) {

    private static final int LONGEST_BODY = 1_000_000;

    StoredEntry next(Happening happening) {
        Header header = new Header(
                caseReference,
                seq + 1,
                happening.at().truncatedTo(ChronoUnit.MILLIS),
                happening.actor(),
                happening.kind(),
                happening.subject(),
                null);
        byte[] body = bytes(happening);
        return new StoredEntry(header, body, header.hash(hash, body));
    }

    Chain endingWith(StoredEntry entry) {
        return new Chain(id, caseReference, entry.seq(), entry.hash());
    }

    private static byte[] bytes(Happening happening) {
        byte[] body = CanonicalJson.write(happening.body()).getBytes(StandardCharsets.UTF_8);
        if (body.length > LONGEST_BODY) {
            throw new IllegalArgumentException("the body of a ledger entry may have %d bytes, this '%s' has %d"
                    .formatted(LONGEST_BODY, happening.kind(), body.length));
        }
        return body;
    }
}
