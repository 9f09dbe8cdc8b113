package cymru.diogelu.trace.statistics;

import cymru.diogelu.access.CaseAccess;
import cymru.diogelu.access.Look;
import cymru.diogelu.access.OpenedCase;
import cymru.diogelu.access.Viewer;
import cymru.diogelu.cases.CaseReference;
import cymru.diogelu.deadlines.ServiceClock;
import cymru.diogelu.statute.StatutoryRule;
import cymru.diogelu.statute.StatutoryRules;
import cymru.diogelu.trace.statistics.Compliance.Fate;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * What all records together show, for auditors only: everybody else gets a
 * {@link cymru.diogelu.access.CaseNotFound}. Whatever was recorded before the question is counted first, as far as that
 * takes no long time.
 */
@Component
public class Statistics {

    /** About as many as are read in a second or two. */
    private static final int COUNTED_WHILE_WAITING = 100;

    /** How many dates stand on a page of those behind a number, or a few more. */
    public static final int PAGE = 50;

    private final Counting counting;
    private final CountedRows rows;
    private final CaseAccess access;
    private final StatutoryRules statutory;
    private final ServiceClock clock;

    Statistics(Counting counting, CountedRows rows, CaseAccess access, StatutoryRules statutory, ServiceClock clock) {
        this.counting = counting;
        this.rows = rows;
        this.access = access;
        this.statutory = statutory;
        this.clock = clock;
    }

    /**
     * How current an answer is.
     *
     * @param behind how many cases have grown since they were last counted; 0 almost always
     * @param inPart how many cases could not be counted as a whole
     */
    public record Freshness(OffsetDateTime asOf, int behind, int inPart) {}

    /** Counts what was recorded since; how current the answers that follow are. */
    public Freshness refresh(Viewer viewer, Scope scope) {
        access.requireAudits(viewer);
        int behind = counting.catchUp(COUNTED_WHILE_WAITING);
        return new Freshness(
                clock.instant().atZone(ServiceClock.LONDON).toOffsetDateTime(), behind, rows.inPart(scope));
    }

    public Compliance compliance(Viewer viewer, Grouping by, Scope scope) {
        access.requireAudits(viewer);
        Instant now = clock.instant();
        Map<String, DateTally> tallies = new TreeMap<>();
        DateTally total = new DateTally();
        rows.deadlines(scope, deadline -> {
            tallies.computeIfAbsent(by.of(deadline), none -> new DateTally()).add(deadline, now);
            total.add(deadline, now);
        });
        List<Compliance.Row> lines = new ArrayList<>();
        tallies.forEach((key, tally) -> lines.add(tally.row(key)));
        return new Compliance(now, by, lines, total.row("total"));
    }

    /** A date behind a number of the compliance table. */
    public record NamedDate(String reference, String provision, String step, OffsetDateTime due, Fate fate) {}

    /** @param next behind which case the next page begins; absent on the last */
    public record Behind(List<NamedDate> dates, @Nullable String next) {}

    /**
     * At most 50 dates behind a cell, in the order of cases, from the case behind {@code after} on. All dates of one case
     * stand on one page. That each case was named is recorded in it.
     */
    public Behind behind(Viewer viewer, Grouping by, String key, Set<Fate> fates, Scope scope, String after) {
        access.requireAudits(viewer);
        Instant now = clock.instant();
        List<NamedDate> found = new ArrayList<>();
        rows.deadlines(scope, deadline -> {
            boolean wanted = by.of(deadline).equals(key) && fates.contains(DateTally.fate(deadline, now));
            if (wanted && deadline.reference().compareTo(after) > 0 && fits(found, deadline.reference())) {
                found.add(named(deadline, now));
            }
        });
        Set<String> named = named(viewer, found.stream().map(NamedDate::reference), by.name() + " " + key);
        return new Behind(
                found.stream().filter(date -> named.contains(date.reference())).toList(),
                found.size() < PAGE ? null : found.get(found.size() - 1).reference());
    }

    private static boolean fits(List<NamedDate> found, String reference) {
        return found.size() < PAGE || found.get(found.size() - 1).reference().equals(reference);
    }

    private static NamedDate named(CountedDeadline deadline, Instant now) {
        return new NamedDate(
                deadline.reference(),
                deadline.provision(),
                Grouping.STEP.of(deadline),
                deadline.due().atZone(ServiceClock.LONDON).toOffsetDateTime(),
                DateTally.fate(deadline, now));
    }

    public Funnel funnel(Viewer viewer, Scope scope) {
        access.requireAudits(viewer);
        FunnelCount count = new FunnelCount();
        rows.milestones(scope, count::add);
        return count.funnel(clock.instant());
    }

    public Measures measures(Viewer viewer, Scope scope) {
        access.requireAudits(viewer);
        return new MeasureCount(rows, scope, clock.instant()).measures();
    }

    /**
     * How a statutory rule stands over all cases.
     *
     * @param broken how many cases break it
     * @param unknown in how many it cannot be judged, because an entry that matters cannot be read
     */
    public record RuleCount(StatutoryRule rule, int broken, int unknown) {}

    /** The rules that some case breaks or in some case cannot be judged, those broken most often first. */
    public List<RuleCount> rules(Viewer viewer, Scope scope) {
        access.requireAudits(viewer);
        Map<String, Integer> broken = new TreeMap<>();
        Map<String, Integer> unknown = new TreeMap<>();
        rows.rulings(scope, clock.instant(), ruling -> (ruling.broken() ? broken : unknown)
                .merge(ruling.rule(), 1, Integer::sum));
        return statutory.all().stream()
                .map(rule -> new RuleCount(rule, broken.getOrDefault(rule.id(), 0), unknown.getOrDefault(rule.id(), 0)))
                .filter(count -> count.broken() + count.unknown() > 0)
                .sorted(Comparator.comparing(RuleCount::broken).reversed())
                .toList();
    }

    /**
     * A case that breaks a rule, or in which it cannot be judged.
     *
     * @param entry the entry that breaks it; absent where none can be named
     */
    public record NamedRuling(String reference, boolean broken, @Nullable Long entry, @Nullable OffsetDateTime since) {}

    /** At most 50 cases that do not keep a rule, behind a reference. That each case was named is recorded in it. */
    public List<NamedRuling> notKeeping(Viewer viewer, String rule, Scope scope, String after) {
        access.requireAudits(viewer);
        List<NamedRuling> found = new ArrayList<>();
        rows.rulings(scope, clock.instant(), ruling -> {
            if (ruling.rule().equals(rule) && ruling.reference().compareTo(after) > 0 && found.size() < PAGE) {
                found.add(named(ruling));
            }
        });
        Set<String> named = named(viewer, found.stream().map(NamedRuling::reference), "rule " + rule);
        return found.stream().filter(each -> named.contains(each.reference())).toList();
    }

    private static NamedRuling named(CountedRows.Ruling ruling) {
        Instant since = ruling.since();
        return new NamedRuling(
                ruling.reference(),
                ruling.broken(),
                ruling.seq(),
                since == null ? null : since.atZone(ServiceClock.LONDON).toOffsetDateTime());
    }

    /** The procedures of which a map can be drawn. */
    public List<String> walked(Viewer viewer) {
        access.requireAudits(viewer);
        return rows.processes();
    }

    /** In the newest version of a procedure that a case was walked under; empty when there is none. */
    public Optional<ProcessMap> map(Viewer viewer, String process, Scope scope) {
        access.requireAudits(viewer);
        int version = rows.newestVersion(process);
        if (version == 0) {
            return Optional.empty();
        }
        return Optional.of(new ProcessMap(
                process,
                version,
                rows.steps(scope, process, version).stream()
                        .map(Statistics::step)
                        .toList()));
    }

    private static ProcessMap.Step step(CountedRows.StepTotal total) {
        boolean measured = total.ended() > 0 && !total.flow();
        Duration mean = measured ? Duration.ofSeconds(total.seconds() / total.ended()) : null;
        return new ProcessMap.Step(total.element(), total.flow(), total.times(), total.ended(), mean);
    }

    /** The cases whose record could not be read as a whole. That each was named is recorded in it. */
    public List<String> countedInPart(Viewer viewer, Scope scope) {
        access.requireAudits(viewer);
        return List.copyOf(named(viewer, rows.inPart(scope, PAGE).stream(), "counted in part"));
    }

    /** Those that there are still, each with a note in it that it was named. */
    private Set<String> named(Viewer viewer, Stream<String> references, String sought) {
        Map<String, String> details = Map.of("number", sought);
        return references
                .distinct()
                .filter(reference -> access.opens(viewer, new CaseReference(reference)))
                .map(reference -> access.open(viewer, reference, Look.STATISTICS, details))
                .map(OpenedCase::reference)
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
