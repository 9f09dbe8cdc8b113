package cymru.diogelu.trace;

import cymru.diogelu.access.CaseAccess;
import cymru.diogelu.access.CaseNotFound;
import cymru.diogelu.access.Viewer;
import cymru.diogelu.ledger.Entry;
import cymru.diogelu.ledger.Ledger;
import cymru.diogelu.ledger.Verification;
import cymru.diogelu.procedures.EntryKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Reads the record of a case for whoever may see it. The whole chain is recomputed each time, so that nobody reads a
 * forged record without being told.
 */
@Component
class CaseTrace {

    private static final int PAGE = 500;

    private final CaseAccess access;
    private final Ledger ledger;

    CaseTrace(CaseAccess access, Ledger ledger) {
        this.access = access;
        this.ledger = ledger;
    }

    /** A page of the record in order, from the entry behind {@code after} on. */
    Page page(Viewer viewer, String reference, long after) {
        boolean intact = verification(viewer, reference).sound();
        List<Entry> entries = ledger.read(reference, after, PAGE + 1);
        return entries.size() <= PAGE
                ? new Page(intact, entries, null)
                : new Page(
                        intact, entries.subList(0, PAGE), entries.get(PAGE - 1).seq());
    }

    /**
     * Entries of a record.
     *
     * @param intact whether the whole record is as it was written
     * @param next behind which entry the next page begins; absent on the last page
     */
    record Page(boolean intact, List<Entry> entries, @Nullable Long next) {}

    /** All entries of these kinds, in order. */
    Page entries(Viewer viewer, String reference, EntryKind... kinds) {
        boolean intact = verification(viewer, reference).sound();
        Set<String> words = Stream.of(kinds).map(EntryKind::word).collect(Collectors.toSet());
        List<Entry> entries = new ArrayList<>();
        ledger.forEach(reference, entry -> {
            if (words.contains(entry.kind())) {
                entries.add(entry);
            }
        });
        return new Page(intact, entries, null);
    }

    Verification verification(Viewer viewer, String reference) {
        access.visible(viewer, reference);
        return ledger.verify(reference);
    }

    /**
     * All entries of these kinds, for those who may read every answer in the case.
     *
     * @throws CaseNotFound for everybody else
     */
    Page answers(Viewer viewer, String reference, EntryKind... kinds) {
        if (!access.readsAnswers(viewer, access.visible(viewer, reference), "", "")) {
            throw new CaseNotFound(reference);
        }
        return entries(viewer, reference, kinds);
    }

    /** Whether this person may read the answers and whatever else an entry holds. */
    boolean audits(Viewer viewer) {
        return access.audits(viewer);
    }
}
