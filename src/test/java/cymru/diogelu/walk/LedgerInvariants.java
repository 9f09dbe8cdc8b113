package cymru.diogelu.walk;

import cymru.diogelu.ledger.Entry;
import cymru.diogelu.procedures.EntryKind;
import cymru.diogelu.statute.RuleFinding;
import cymru.diogelu.statute.RuleFinding.Verdict;
import cymru.diogelu.trace.Conformance;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * What the record of an ended case must show: the statutory rules, and two things about the record itself that no rule
 * can say, because they compare parts of entries with one another instead of asking what a part is.
 */
public final class LedgerInvariants {

    /** The checks here that are no rules. */
    static final int OF_THE_RECORD = 2;

    private LedgerInvariants() {}

    /** What this record does not keep. */
    public static List<String> broken(Conformance conformance, List<Entry> entries) {
        List<String> broken = new ArrayList<>();
        CaseRecord record = new CaseRecord(entries);
        conformance.of(entries).stream()
                .filter(finding -> finding.verdict() == Verdict.BROKEN || finding.verdict() == Verdict.UNKNOWN)
                .filter(finding -> !lateAndToldSo(finding, record))
                .forEach(finding -> broken.add(told(finding)));
        if (!answeredByTheAsked(record)) {
            broken.add("record: answers come from the group that was asked");
        }
        if (!explained(record)) {
            broken.add("record: every limit says why its date is what it is");
        }
        return broken;
    }

    private static String told(RuleFinding finding) {
        return "%s is %s by %s"
                .formatted(
                        finding.rule().id(),
                        finding.verdict(),
                        finding.entry() == null
                                ? "nothing"
                                : "entry " + finding.entry().seq());
    }

    /**
     * Time passes in walks: what was done late must have been found late by the timers too, unless the step that the limit
     * is drawn on was never reached. Then the rule alone counts the days that other steps before it took.
     */
    private static boolean lateAndToldSo(RuleFinding finding, CaseRecord record) {
        Instant due = finding.due();
        String provision = finding.rule().within();
        boolean late = due != null && provision != null && due.equals(finding.since());
        return late
                && (under(record, EntryKind.DEADLINE_SET, provision).findAny().isEmpty()
                        || under(record, EntryKind.DEADLINE_BREACHED, provision)
                                .anyMatch(passed -> !passed.at().isBefore(due)));
    }

    private static Stream<Entry> under(CaseRecord record, EntryKind kind, String provision) {
        return record.of(kind).filter(entry -> provision.equals(entry.body().get("provision")));
    }

    private static boolean answeredByTheAsked(CaseRecord record) {
        return record.submissions().stream()
                .allMatch(submission -> Objects.equals(
                        record.offer(submission).body().get("group"),
                        submission.entry().actor().role() + "."
                                + submission.entry().actor().agency()));
    }

    private static boolean explained(CaseRecord record) {
        return record.of(EntryKind.DEADLINE_SET)
                .allMatch(limit -> limit.body().get("explanation") instanceof Map<?, ?> why
                        && String.valueOf(why.get("provision"))
                                .equals(limit.body().get("provision")));
    }
}
