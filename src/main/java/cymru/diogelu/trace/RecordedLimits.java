package cymru.diogelu.trace;

import cymru.diogelu.deadlines.Deadlines;
import cymru.diogelu.ledger.Entry;
import cymru.diogelu.procedures.EntryKind;
import cymru.diogelu.statute.CaseEvent;
import cymru.diogelu.statute.TimeLimits;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * The dates of a case as its record has them: the first date set under a provision after an event is the one that the
 * event called for. Where none was set yet it is counted from the event, at the authority that the record names; where the
 * record of a date cannot be read, nothing is said of dates that may be meant.
 */
final class RecordedLimits implements TimeLimits {

    private final Deadlines deadlines;
    private final String authority;
    private final Map<String, TreeMap<Long, Instant>> set = new HashMap<>();
    private final TreeSet<Long> unread = new TreeSet<>();

    RecordedLimits(List<Entry> entries, Deadlines deadlines) {
        this.deadlines = deadlines;
        this.authority =
                entries.stream().findFirst().map(RecordedLimits::authority).orElse("");
        entries.stream()
                .filter(entry -> entry.kind().equals(EntryKind.DEADLINE_SET.word()))
                .forEach(this::remember);
    }

    @Override
    public @Nullable Instant due(String provision, CaseEvent activation) {
        var recorded = set.getOrDefault(provision, new TreeMap<>()).higherEntry(activation.seq());
        Long unreadAfter = unread.higher(activation.seq());
        if (unreadAfter != null && (recorded == null || unreadAfter < recorded.getKey())) {
            return null;
        }
        return recorded != null ? recorded.getValue() : counted(provision, activation);
    }

    private Instant counted(String provision, CaseEvent activation) {
        return deadlines.calculate(provision, activation.at(), authority).due().toInstant();
    }

    private void remember(Entry entry) {
        Instant due = due(entry);
        if (entry.body().get("provision") instanceof String provision && due != null) {
            set.computeIfAbsent(provision, none -> new TreeMap<>()).put(entry.seq(), due);
        } else {
            unread.add(entry.seq());
        }
    }

    /** What is no date, as a forged record may hold, is one that cannot be read. */
    private static @Nullable Instant due(Entry entry) {
        try {
            return entry.body().get("due") instanceof String due
                    ? OffsetDateTime.parse(due).toInstant()
                    : null;
        } catch (DateTimeException noDate) {
            return null;
        }
    }

    private static String authority(Entry opened) {
        return opened.body().get("answers") instanceof Map<?, ?> answers
                        && answers.get("children") instanceof List<?> children
                        && !children.isEmpty()
                        && children.get(0) instanceof Map<?, ?> child
                ? String.valueOf(child.get("locatedLaCode"))
                : "";
    }
}
