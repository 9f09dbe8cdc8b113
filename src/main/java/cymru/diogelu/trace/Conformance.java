package cymru.diogelu.trace;

import cymru.diogelu.deadlines.Deadlines;
import cymru.diogelu.ledger.Entry;
import cymru.diogelu.procedures.EntryKind;
import cymru.diogelu.statute.CaseHistory;
import cymru.diogelu.statute.RuleFinding;
import cymru.diogelu.statute.StatutoryRules;
import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Judges the statutory rules on the record of a case, open or closed. */
@Component
public class Conformance {

    private final StatutoryRules rules;
    private final Deadlines deadlines;
    private final Clock clock;

    /** @param clock says until when an open case is looked at */
    public Conformance(StatutoryRules rules, Deadlines deadlines, Clock clock) {
        this.rules = rules;
        this.deadlines = deadlines;
        this.clock = clock;
    }

    /**
     * How every rule stands, worst first.
     *
     * @param entries all of the record, or all of {@link LedgerEvents#KINDS}, in order
     */
    public List<RuleFinding> of(List<Entry> entries) {
        var history = new CaseHistory(
                LedgerEvents.of(entries), closedAt(entries), clock.instant(), new RecordedLimits(entries, deadlines));
        return rules.judge(history).stream()
                .sorted(Comparator.comparing(RuleFinding::verdict))
                .toList();
    }

    private static @Nullable Instant closedAt(List<Entry> entries) {
        return entries.stream()
                .filter(entry -> entry.kind().equals(EntryKind.CASE_CLOSED.word()))
                .findFirst()
                .map(Entry::at)
                .orElse(null);
    }
}
