package cymru.diogelu.walk;

import cymru.diogelu.ledger.Entry;
import cymru.diogelu.procedures.EntryKind;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/** The ledger of one case, asked in the words of practice. */
final class CaseRecord {

    private final List<Entry> entries;
    private final Map<String, Entry> offers = new HashMap<>();

    CaseRecord(List<Entry> entries) {
        this.entries = entries;
        of(EntryKind.TASK_OFFERED)
                .forEach(offer ->
                        offers.put(Objects.requireNonNull(offer.subject().task()), offer));
    }

    /** One answered form. */
    record Submission(Entry entry) {}

    Stream<Entry> of(EntryKind kind) {
        return entries.stream().filter(entry -> entry.kind().equals(kind.word()));
    }

    /** Every time that a form was answered, in order. */
    List<Submission> submissions() {
        return of(EntryKind.ANSWERS_SUBMITTED).map(Submission::new).toList();
    }

    Entry offer(Submission submission) {
        return Objects.requireNonNull(offers.get(submission.entry().subject().task()));
    }
}
