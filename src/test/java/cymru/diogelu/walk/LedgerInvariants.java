package cymru.diogelu.walk;

import cymru.diogelu.ledger.Entry;
import cymru.diogelu.procedures.EntryKind;
import cymru.diogelu.statute.RuleFinding;
import cymru.diogelu.statute.RuleFinding.Verdict;
import cymru.diogelu.trace.Conformance;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * What the record of an ended case must show: the statutory rules, and two things about the record itself that no rule
 * can say, because they compare parts of entries with one another instead of asking what a part is.
 */
final class LedgerInvariants {

    /** The checks here that are no rules. */
    static final int OF_THE_RECORD = 2;

    private LedgerInvariants() {}

    /** What this record does not keep. */
    static List<String> broken(Conformance conformance, List<Entry> entries) {
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

    /** Walkers let time pass: what they did late must have been found late by the timers too, at the same instant. */
    private static boolean lateAndToldSo(RuleFinding finding, CaseRecord record) {
        return finding.due() != null
                && finding.due().equals(finding.since())
                && record.of(EntryKind.DEADLINE_BREACHED)
                        .anyMatch(passed -> Objects.equals(
                                        finding.rule().within(), passed.body().get("provision"))
                                && !passed.at().isBefore(finding.due()));
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
