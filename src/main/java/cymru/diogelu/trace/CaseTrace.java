package cymru.diogelu.trace;

import cymru.diogelu.access.CaseAccess;
import cymru.diogelu.access.OpenedCase;
import cymru.diogelu.ledger.ChainKind;
import cymru.diogelu.ledger.Entry;
import cymru.diogelu.ledger.Heading;
import cymru.diogelu.ledger.Ledger;
import cymru.diogelu.ledger.Verification;
import cymru.diogelu.procedures.EntryKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Reads the record of a case that was opened. The whole chain is recomputed each time, so that nobody reads a
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
    Page page(OpenedCase opened, long after) {
        boolean intact = verification(opened).sound();
        List<Entry> entries = ledger.read(opened.reference(), after, PAGE + 1);
        return paged(intact, entries);
    }

    /**
     * Entries of a record.
     *
     * @param intact whether the whole record is as it was written
     * @param next behind which entry the next page begins; absent on the last page
     */
    record Page(boolean intact, List<Entry> entries, @Nullable Long next) {}

    /** All entries of these kinds that can be read, in order. */
    Page entries(OpenedCase opened, EntryKind... kinds) {
        return new Page(verification(opened).sound(), read(opened, kinds), null);
    }

    /** The same without a check of the record, for whoever tells of the check beside it. */
    List<Entry> read(OpenedCase opened, EntryKind... kinds) {
        Set<String> words = Stream.of(kinds).map(EntryKind::word).collect(Collectors.toSet());
        return read(opened, heading -> words.contains(heading.kind())).stream()
                .filter(Entry::readable)
                .toList();
    }

    /** What is wanted of the record, in order, also what nobody can read, without a check. */
    List<Entry> read(OpenedCase opened, Predicate<Heading> wanted) {
        List<Entry> entries = new ArrayList<>();
        ledger.forEach(opened.reference(), ChainKind.CASE, wanted, entries::add);
        return entries;
    }

    /** All entries, in order, also those whose bodies nobody can read. */
    Page record(OpenedCase opened) {
        return new Page(verification(opened).sound(), read(opened, heading -> true), null);
    }

    /** What is known of all entries without their bodies, or of all looks, in order. */
    List<Heading> headings(OpenedCase opened, ChainKind kind) {
        return ledger.headings(opened.reference(), kind);
    }

    Verification verification(OpenedCase opened) {
        return ledger.verify(opened.reference());
    }

    /** A page of who looked at the case, in order, from the look behind {@code after} on. */
    Page looks(OpenedCase opened, long after) {
        boolean intact = ledger.verify(opened.reference(), ChainKind.ACCESS).sound();
        List<Entry> looks = ledger.read(opened.reference(), ChainKind.ACCESS, after, PAGE + 1);
        return paged(intact, looks);
    }

    private static Page paged(boolean intact, List<Entry> entries) {
        return entries.size() <= PAGE
                ? new Page(intact, entries, null)
                : new Page(
                        intact, entries.subList(0, PAGE), entries.get(PAGE - 1).seq());
    }

    /** All looks, in order. */
    Page looks(OpenedCase opened) {
        List<Entry> looks = new ArrayList<>();
        ledger.forEach(opened.reference(), ChainKind.ACCESS, looks::add);
        return new Page(ledger.verify(opened.reference(), ChainKind.ACCESS).sound(), looks, null);
    }

    /** Whether this person may read the answers and whatever else an entry holds. */
    boolean audits(OpenedCase opened) {
        return access.audits(opened.viewer());
    }
}
