package cymru.diogelu.ledger;

import java.nio.charset.StandardCharsets;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/**
 * The end of one chain as this transaction sees it: where the next entry is tied on.
 *
 * @param key the number of the key that encrypts the next body; 0 before there is one
 */
record Chain(int id, ChainName name, long seq, byte[] hash, int key) {

    private static final int LONGEST_BODY = 1_000_000;

    StoredEntry next(Happening happening, @Nullable ChainKey encryptedWith) {
        Header header = new Header(
                name,
                seq + 1,
                happening.at().truncatedTo(ChronoUnit.MILLIS),
                happening.actor(),
                happening.kind(),
                happening.subject(),
                encryptedWith == null ? null : encryptedWith.number());
        byte[] plain = bytes(happening);
        byte[] body = encryptedWith == null ? plain : encryptedWith.encrypt(header, plain);
        return new StoredEntry(id, header, body, header.hash(hash, body));
    }

    Chain endingWith(StoredEntry entry) {
        return new Chain(id, name, entry.seq(), entry.hash(), key);
    }

    Chain keyed(int number) {
        return new Chain(id, name, seq, hash, number);
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
