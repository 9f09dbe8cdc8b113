package cymru.diogelu.walk;

import cymru.diogelu.ledger.Entry;
import cymru.diogelu.procedures.EntryKind;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

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
    record Submission(Entry entry, String run, Map<String, Object> answers) {

        boolean says(String key, Object value) {
            return value.equals(answers.get(key));
        }

        boolean holds(String key, String value) {
            return answers.get(key) instanceof List<?> values && values.contains(value);
        }

        /** Whether something is written under every one of these keys. */
        boolean writes(String... keys) {
            return Stream.of(keys).allMatch(key -> written(answers.get(key)));
        }

        private static boolean written(@Nullable Object value) {
            return value instanceof String text ? !text.isBlank() : value instanceof List<?> list && !list.isEmpty();
        }

        boolean before(Entry other) {
            return entry.seq() < other.seq();
        }
    }

    Stream<Entry> of(EntryKind kind) {
        return entries.stream().filter(entry -> entry.kind().equals(kind.word()));
    }

    /** Every time that a form was answered, in order. */
    List<Submission> answered(String form) {
        return of(EntryKind.ANSWERS_SUBMITTED)
                .filter(entry -> form.equals(entry.body().get("form")))
                .map(this::submission)
                .toList();
    }

    List<Submission> answered(String form, String run) {
        return answered(form).stream()
                .filter(submission -> submission.run().equals(run))
                .toList();
    }

    List<Submission> submissions() {
        return of(EntryKind.ANSWERS_SUBMITTED).map(this::submission).toList();
    }

    List<Entry> started(String process) {
        return ofProcess(EntryKind.PROCEDURE_STARTED, process);
    }

    List<Entry> ended(String process) {
        return ofProcess(EntryKind.PROCEDURE_ENDED, process);
    }

    /** The answers to the concern. */
    @SuppressWarnings("unchecked")
    Map<String, Object> concern() {
        return (Map<String, Object>)
                Objects.requireNonNull(entries.get(0).body().get("answers"));
    }

    Entry offer(Submission submission) {
        return Objects.requireNonNull(offers.get(submission.entry().subject().task()));
    }

    static String run(Entry entry) {
        return String.valueOf(entry.body().get("run"));
    }

    private List<Entry> ofProcess(EntryKind kind, String process) {
        return of(kind).filter(entry -> process.equals(entry.subject().process()))
                .toList();
    }

    @SuppressWarnings("unchecked")
    private Submission submission(Entry entry) {
        Entry offer = Objects.requireNonNull(offers.get(entry.subject().task()));
        return new Submission(
                entry, run(offer), (Map<String, Object>) entry.body().getOrDefault("answers", Map.of()));
    }
}
