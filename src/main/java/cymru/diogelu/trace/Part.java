package cymru.diogelu.trace;

import cymru.diogelu.ledger.Ledger;
import cymru.diogelu.procedures.EntryKind;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A part of a case's record that an auditor may choose to read by itself. */
public enum Part {
    /** What people did, what was decided and which dates there were. */
    STORY(everythingBut(CasePath.TURNS)),
    /** What people did. */
    DEEDS(words(
            EntryKind.CASE_OPENED,
            EntryKind.CASE_CLOSED,
            EntryKind.CASE_MOVED,
            EntryKind.ANSWERS_SUBMITTED,
            EntryKind.TASK_OFFERED,
            EntryKind.TASK_CLAIMED,
            EntryKind.TASK_RELEASED,
            EntryKind.TASK_ASSIGNED,
            EntryKind.TASK_WITHDRAWN)),
    /** What was answered, what tables advised, and where it was not followed. */
    DECISIONS(words(EntryKind.ANSWERS_SUBMITTED, EntryKind.DECISION_EVALUATED, EntryKind.DEPARTURE_RECORDED)),
    /** Which dates were set, lengthened, reminded of and missed. */
    DATES(words(
            EntryKind.DEADLINE_SET,
            EntryKind.DEADLINE_EXTENDED,
            EntryKind.DEADLINE_LIFTED,
            EntryKind.REMINDER_DUE,
            EntryKind.DEADLINE_BREACHED)),
    /** Every entry, each turn of the path included. */
    EVERYTHING(everythingBut());

    private final Set<String> kinds;

    Part(Set<String> kinds) {
        this.kinds = kinds;
    }

    boolean holds(String kind) {
        return kinds.contains(kind) || this == EVERYTHING;
    }

    private static Set<String> words(EntryKind... kinds) {
        return Stream.of(kinds).map(EntryKind::word).collect(Collectors.toUnmodifiableSet());
    }

    private static Set<String> everythingBut(EntryKind... kinds) {
        Set<String> left = Stream.concat(
                        Stream.of(EntryKind.values()).map(EntryKind::word),
                        Stream.of(Ledger.KEY_CHANGED, Ledger.KEYS_DESTROYED))
                .collect(Collectors.toSet());
        left.removeAll(words(kinds));
        return Set.copyOf(left);
    }
}
