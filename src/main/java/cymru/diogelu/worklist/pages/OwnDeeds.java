package cymru.diogelu.worklist.pages;

import cymru.diogelu.access.Viewer;
import cymru.diogelu.ledger.Ledger;
import cymru.diogelu.procedures.EntryKind;
import java.util.concurrent.atomic.AtomicBoolean;
import org.springframework.stereotype.Component;

/** What a person has done in a case themselves, as its record tells: nobody else is told that they have done it. */
@Component
class OwnDeeds {

    private final Ledger ledger;

    OwnDeeds(Ledger ledger) {
        this.ledger = ledger;
    }

    boolean raised(Viewer viewer, String reference) {
        return did(viewer, reference, EntryKind.CASE_OPENED);
    }

    boolean handedIn(Viewer viewer, String reference) {
        return did(viewer, reference, EntryKind.ANSWERS_SUBMITTED);
    }

    private boolean did(Viewer viewer, String reference, EntryKind deed) {
        AtomicBoolean did = new AtomicBoolean();
        ledger.forEach(reference, entry -> {
            if (entry.kind().equals(deed.word()) && entry.actor().user().equals(viewer.user())) {
                did.set(true);
            }
        });
        return did.get();
    }
}
