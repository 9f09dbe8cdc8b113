package cymru.diogelu.ledger;

import java.time.Instant;

/** What an entry tells without its body: who, when, of what kind, about what. It stays readable for ever. */
public record Heading(long seq, Instant at, Actor actor, String kind, Subject subject) {

    static Heading of(Header header) {
        return new Heading(header.seq(), header.at(), header.actor(), header.kind(), header.subject());
    }
}
