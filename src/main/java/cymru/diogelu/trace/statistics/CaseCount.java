package cymru.diogelu.trace.statistics;

import cymru.diogelu.ledger.Entry;
import cymru.diogelu.ledger.Unreadable;
import cymru.diogelu.procedures.EntryKind;
import cymru.diogelu.statute.RuleFinding.Verdict;
import cymru.diogelu.trace.CaseDeadlines;
import cymru.diogelu.trace.CaseDeadlines.Dated;
import cymru.diogelu.trace.CasePath;
import cymru.diogelu.trace.Conformance;
import cymru.diogelu.trace.statistics.CountedCase.Reached;
import cymru.diogelu.trace.statistics.CountedCase.Ruled;
import cymru.diogelu.trace.statistics.CountedCase.Standing;
import cymru.diogelu.trace.statistics.CountedCase.Walked;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads the record of one case, entry by entry, and counts it. */
final class CaseCount {

    /** Raise it when something is counted in another way, or by other statutory rules: every case is then counted again. */
    static final int RULES = 4;

    private static final Set<Verdict> NOT_SIMPLY_KEPT = EnumSet.of(Verdict.BROKEN, Verdict.UNKNOWN, Verdict.PENDING);

    private final String reference;
    private final List<Entry> all = new ArrayList<>();
    private final List<Entry> dates = new ArrayList<>();
    private final List<Entry> path = new ArrayList<>();
    private final List<Reached> milestones = new ArrayList<>();
    private final Map<String, String> teams = new HashMap<>();
    private @Nullable Instant openedAt;
    private @Nullable Instant closedAt;
    private String authority = CountedCase.UNKNOWN;
    private long seq;
    private boolean whole = true;
    private boolean keysDestroyed;

    CaseCount(String reference) {
        this.reference = reference;
    }

    void add(Entry entry) {
        all.add(entry);
        seq = entry.seq();
        openedAt = openedAt == null ? entry.at() : openedAt;
        whole = whole && entry.readable();
        keysDestroyed = keysDestroyed || entry.unreadable() == Unreadable.KEY_DESTROYED;
        for (Milestone milestone : Milestone.values()) {
            if (milestone.reachedBy(entry)) {
                milestones.add(new Reached(seq, milestone, entry.at()));
            }
        }
        if (is(entry, EntryKind.CASE_CLOSED)) {
            closedAt = entry.at();
        } else if (is(entry, EntryKind.CASE_OPENED)) {
            authority = authority(entry);
        } else if (is(entry, EntryKind.TASK_OFFERED)) {
            teams.put(String.valueOf(entry.subject().task()), team(entry));
        }
        if (CaseDeadlines.tells(entry)) {
            dates.add(entry);
        }
        if (entry.readable() && CasePath.tells(entry)) {
            path.add(entry);
        }
    }

    /**
     * @param sound whether the record is as it was written
     * @param conformance judges the statutory rules on it
     */
    CountedCase counted(boolean sound, Conformance conformance) {
        List<CountedDeadline> deadlines = deadlines();
        List<Walked> steps = steps();
        return new CountedCase(
                reference,
                authority,
                openedAt == null ? Instant.EPOCH : openedAt,
                closedAt,
                seq,
                sound && whole ? Standing.WHOLE : Standing.PART,
                keysDestroyed,
                deadlines,
                List.copyOf(milestones),
                steps,
                rules(conformance));
    }

    private List<Ruled> rules(Conformance conformance) {
        return conformance.of(all).stream()
                .filter(finding -> NOT_SIMPLY_KEPT.contains(finding.verdict()))
                .map(Ruled::of)
                .toList();
    }

    private List<CountedDeadline> deadlines() {
        List<CountedDeadline> deadlines = new ArrayList<>();
        for (Entry entry : dates) {
            if (entry.readable() && is(entry, EntryKind.DEADLINE_SET)) {
                try {
                    deadlines.add(deadline(entry, CaseDeadlines.dated(entry, dates, entry.at())));
                } catch (DateTimeException written) {
                    // Not what such an entry holds: the case is told to be counted in part.
                    whole = false;
                }
            }
        }
        return deadlines;
    }

    private CountedDeadline deadline(Entry set, Dated dated) {
        return new CountedDeadline(
                reference,
                authority,
                set.seq(),
                dated.provision(),
                dated.process(),
                set.subject().version(),
                dated.element(),
                teams.getOrDefault(String.valueOf(set.subject().task()), CountedCase.UNKNOWN),
                dated.start().toInstant(),
                dated.due().toInstant(),
                instant(dated.extendedTo()),
                instant(dated.done()),
                instant(dated.withdrawn()));
    }

    private List<Walked> steps() {
        CasePath walked = CasePath.of(path);
        Map<String, Walked> steps = new LinkedHashMap<>();
        for (CasePath.Stay stay : walked.elements()) {
            Instant left = stay.left();
            long seconds = left == null || stay.moved()
                    ? 0
                    : left.getEpochSecond() - stay.entered().getEpochSecond();
            int ended = left == null || stay.moved() ? 0 : 1;
            count(steps, new Walked(stay.process(), stay.version(), stay.element(), false, 1, ended, seconds));
        }
        for (CasePath.Taken taken : walked.flows()) {
            count(steps, new Walked(taken.process(), taken.version(), taken.flow(), true, 1, 0, 0));
        }
        return List.copyOf(steps.values());
    }

    /** What names no model can be drawn on none: the case is told to be counted in part. */
    private void count(Map<String, Walked> steps, Walked step) {
        if (step.version() < 1) {
            whole = false;
            return;
        }
        steps.merge(
                step.process() + " " + step.version() + " " + step.element(),
                step,
                (one, other) -> new Walked(
                        one.process(),
                        one.version(),
                        one.element(),
                        one.flow(),
                        one.times() + 1,
                        one.ended() + other.ended(),
                        one.seconds() + other.seconds()));
    }

    private static boolean is(Entry entry, EntryKind kind) {
        return entry.kind().equals(kind.word());
    }

    /** The child's case is carried where the child is. */
    private static String authority(Entry opened) {
        return opened.body().get("answers") instanceof Map<?, ?> answers
                        && answers.get("children") instanceof List<?> children
                        && !children.isEmpty()
                        && children.get(0) instanceof Map<?, ?> child
                        && child.get("locatedLaCode") instanceof String code
                ? code
                : CountedCase.UNKNOWN;
    }

    private static String team(Entry offered) {
        return offered.body().get("group") instanceof String group ? group : CountedCase.UNKNOWN;
    }

    private static @Nullable Instant instant(@Nullable OffsetDateTime time) {
        return time == null ? null : time.toInstant();
    }
}
