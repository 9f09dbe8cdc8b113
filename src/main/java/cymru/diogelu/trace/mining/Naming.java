package cymru.diogelu.trace.mining;

import cymru.diogelu.ledger.Actor;
import cymru.diogelu.ledger.Entry;
import java.util.HashMap;
import java.util.Map;

/** What people and cases are called in what leaves: themselves, or by a pseudonym. */
public interface Naming {

    /** Everybody and every case by their own name. */
    Naming OWN = new Naming() {
        @Override
        public String person(String user) {
            return user;
        }

        @Override
        public String caseReference(String reference) {
            return reference;
        }
    };

    String person(String user);

    String caseReference(String reference);

    /** An entry as it is read under this naming; it can then no longer be checked against its hash. */
    default Entry in(Entry entry) {
        Map<String, Object> body = new HashMap<>(entry.body());
        body.computeIfPresent("to", (key, member) -> person(member.toString()));
        Actor actor = entry.actor();
        return new Entry(
                caseReference(entry.caseReference()),
                entry.seq(),
                entry.at(),
                new Actor(person(actor.user()), actor.role(), actor.agency()),
                entry.kind(),
                entry.subject(),
                body,
                entry.unreadable(),
                entry.previousHash(),
                entry.hash());
    }
}
