package cymru.diogelu.designer;

import cymru.diogelu.ledger.Actor;
import cymru.diogelu.ledger.ChainKind;
import cymru.diogelu.ledger.Entry;
import cymru.diogelu.ledger.Happening;
import cymru.diogelu.ledger.Ledger;
import cymru.diogelu.ledger.Subject;
import cymru.diogelu.ledger.Verification;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** The record of which models were proposed, by whom, and who put them in force. */
@Component
class ModelLedger {

    /** The chain's name, in the place where others have the reference of a case. */
    private static final String MODELS = "models";

    private final Ledger ledger;

    ModelLedger(Ledger ledger) {
        this.ledger = ledger;
    }

    /** What an entry tells. The words are part of the record's format: add, never rename. */
    enum Kind {
        PACKAGED("models-packaged"),
        PROPOSED("models-proposed"),
        SCENARIOS("models-scenarios"),
        SCENARIOS_NOT_RUN("models-scenarios-not-run"),
        EXPLAINED("models-explained"),
        PROOFS("models-proofs"),
        PROOFS_NOT_DONE("models-proofs-not-done"),
        PROOFS_EXPLAINED("models-proofs-explained"),
        DEPLOYED("models-deployed"),
        REFUSED("models-refused"),
        SAVED("models-saved");

        private final String word;

        Kind(String word) {
            this.word = word;
        }
    }

    /** Runs inside the caller's transaction. */
    void add(Kind kind, Instant at, Actor actor, Map<String, Object> body) {
        ledger.append(ChainKind.MODELS, new Happening(MODELS, at, actor, kind.word, Subject.CASE, body));
    }

    List<Entry> entries(long after, int limit) {
        return ledger.read(MODELS, ChainKind.MODELS, after, limit);
    }

    Verification verification() {
        return ledger.verify(MODELS, ChainKind.MODELS);
    }
}
