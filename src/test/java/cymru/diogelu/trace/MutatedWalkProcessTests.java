package cymru.diogelu.trace;

import static org.assertj.core.api.Assertions.assertThat;

import cymru.diogelu.deadlines.ServiceClock;
import cymru.diogelu.ledger.Actor;
import cymru.diogelu.ledger.Entry;
import cymru.diogelu.ledger.Ledger;
import cymru.diogelu.procedures.DueWork;
import cymru.diogelu.procedures.Procedures;
import cymru.diogelu.statute.Activity;
import cymru.diogelu.statute.CaseEvent;
import cymru.diogelu.statute.Condition;
import cymru.diogelu.statute.RuleFinding;
import cymru.diogelu.statute.RuleFinding.Verdict;
import cymru.diogelu.statute.StatutoryRule;
import cymru.diogelu.statute.Template;
import cymru.diogelu.walk.RandomWalk;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;

/** Spoils the records of walked cases and looks whether the rule that speaks of it notices. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@SpringBootTest(
        properties = {
            "spring.datasource.url=jdbc:h2:mem:walks;DB_CLOSE_DELAY=-1",
            "diogelu.demonstration=false",
            "diogelu.clock=standing"
        })
class MutatedWalkProcessTests {

    private static final long[] SEEDS = {1, 2, 3, 4, 7, 10};

    @Autowired
    private Procedures procedures;

    @Autowired
    private DueWork dueWork;

    @Autowired
    private ServiceClock clock;

    @Autowired
    private Ledger ledger;

    @Autowired
    private Conformance conformance;

    private final List<List<Entry>> walked = new ArrayList<>();

    @BeforeAll
    void walk() {
        for (long seed : SEEDS) {
            clock.standAt(Instant.parse("2026-03-02T10:15:00Z"));
            List<Entry> entries = new ArrayList<>();
            ledger.forEach(new RandomWalk(procedures, dueWork, clock, seed).walk(), entries::add);
            walked.add(entries);
        }
    }

    @Test
    void aSpoiltRecordIsNoticedByTheRuleThatSpeaksOfIt() {
        Set<String> noticed = new TreeSet<>();
        walked.forEach(entries -> noticed.addAll(everyKeptRuleNotices(entries, this::dropped)));
        assertThat(noticed).hasSizeGreaterThan(60);
    }

    @Test
    void anEntryOutOfOrderIsNoticedByTheRuleThatSpeaksOfIt() {
        Set<String> noticed = new TreeSet<>();
        walked.forEach(entries -> noticed.addAll(everyKeptRuleNotices(entries, this::moved)));
        assertThat(noticed).hasSizeGreaterThan(15);
    }

    @Test
    void noEntryThatCannotBeReadBreaksARuleOrTheJudge() {
        List<Entry> entries = walked.get(0);
        Set<String> broken = brokenIn(entries);
        for (int place = 0; place < entries.size(); place++) {
            List<Entry> spoilt = new ArrayList<>(entries);
            spoilt.set(place, with(entries.get(place), entries.get(place).actor(), Map.of()));

            assertThat(broken).as("entry %d", place + 1).containsAll(brokenIn(spoilt));
        }
    }

    @Test
    void aRecordOfWhichNothingCanBeReadCannotBeJudged() {
        List<Entry> unread = walked.get(0).stream()
                .map(entry -> with(entry, entry.actor(), Map.of()))
                .toList();

        assertThat(conformance.of(unread)).extracting(RuleFinding::verdict).containsOnly(Verdict.UNKNOWN);
    }

    /** What is spoilt of a record to break a rule; null when this way of spoiling it has nothing to say of the rule. */
    private interface Spoiling {

        @Nullable
        List<Entry> spoil(StatutoryRule rule, Record record);
    }

    /** A record with the events that a rule finds in it, by number. */
    private record Record(List<Entry> entries, List<CaseEvent> events) {

        Set<Long> meeting(Activity activity) {
            return events.stream()
                    .filter(event -> activity.meets(event, concern()))
                    .map(CaseEvent::seq)
                    .collect(Collectors.toSet());
        }

        @SuppressWarnings("unchecked")
        private Map<String, Object> concern() {
            return (Map<String, Object>)
                    Objects.requireNonNull(entries.get(0).body().get("answers"));
        }
    }

    private Set<String> everyKeptRuleNotices(List<Entry> entries, Spoiling spoiling) {
        Set<String> noticed = new HashSet<>();
        Record record = new Record(entries, LedgerEvents.of(entries));
        conformance.of(entries).stream()
                .filter(finding -> finding.verdict() == Verdict.KEPT)
                .map(RuleFinding::rule)
                .forEach(rule -> {
                    List<Entry> spoilt = spoiling.spoil(rule, record);
                    if (spoilt != null) {
                        assertThat(brokenIn(spoilt)).contains(rule.id());
                        noticed.add(rule.id());
                    }
                });
        return noticed;
    }

    private @Nullable List<Entry> dropped(StatutoryRule rule, Record record) {
        return switch (rule.template()) {
            case EXISTENCE, INIT -> without(record, record.meeting(rule.activation()));
            case ABSENCE -> unexcused(rule, record);
            // Both together is what this one forbids: nothing left out breaks it.
            case NOT_CO_EXISTENCE, EXACTLY -> null;
            default -> without(record, targetsAlone(rule, record));
        };
    }

    /** What is due in answer comes first, what has to come first comes last. */
    private @Nullable List<Entry> moved(StatutoryRule rule, Record record) {
        boolean backwards = Set.of(Template.PRECEDENCE, Template.ALTERNATE_PRECEDENCE, Template.CHAIN_PRECEDENCE)
                .contains(rule.template());
        if (!rule.template().targeted() || rule.template() == Template.NOT_CO_EXISTENCE) {
            return null;
        }
        Activity late = backwards ? Objects.requireNonNull(rule.target()) : rule.activation();
        boolean movable = late.patterns().stream().allMatch(pattern -> pattern.kind() == CaseEvent.Kind.ANSWERED);
        return movable ? atTheEnd(record, backwards ? targetsAlone(rule, record) : record.meeting(late)) : null;
    }

    private static Set<Long> targetsAlone(StatutoryRule rule, Record record) {
        Set<Long> targets = new HashSet<>(record.meeting(Objects.requireNonNull(rule.target())));
        targets.removeAll(record.meeting(rule.activation()));
        return targets;
    }

    private static List<Entry> without(Record record, Set<Long> seqs) {
        return record.entries().stream()
                .filter(entry -> !seqs.contains(entry.seq()))
                .toList();
    }

    /** Numbers stay in order: what is moved takes the last ones. */
    private static List<Entry> atTheEnd(Record record, Set<Long> seqs) {
        List<Entry> order = Stream.concat(
                        without(record, seqs).stream(),
                        record.entries().stream().filter(entry -> seqs.contains(entry.seq())))
                .toList();
        List<Entry> numbered = new ArrayList<>();
        order.forEach(entry -> numbered.add(numbered(entry, numbered.size() + 1)));
        return numbered;
    }

    /** Of each occasion nothing is left but what makes it one: nobody known has answered, no table gave anything out. */
    private @Nullable List<Entry> unexcused(StatutoryRule rule, Record record) {
        Set<Long> occasions = record.meeting(rule.activation());
        Set<String> kept = rule.activation().patterns().stream()
                .flatMap(pattern -> pattern.where().parts())
                .filter(Condition.Keyed.class::isInstance)
                .map(condition -> ((Condition.Keyed) condition).key())
                .collect(Collectors.toSet());
        UnaryOperator<Entry> spoil = entry -> {
            Map<String, Object> body = new HashMap<>(entry.body());
            body.computeIfPresent("answers", (key, answers) -> only(kept, answers));
            body.computeIfPresent("outputs", (key, outputs) -> List.of());
            return with(entry, Actor.SYSTEM, body);
        };
        return record.entries().stream()
                .map(entry -> occasions.contains(entry.seq()) ? spoil.apply(entry) : entry)
                .toList();
    }

    private static Map<?, ?> only(Set<String> keys, Object answers) {
        Map<?, ?> left = new LinkedHashMap<>((Map<?, ?>) answers);
        left.keySet().retainAll(keys);
        return left;
    }

    private Set<String> brokenIn(List<Entry> entries) {
        return conformance.of(entries).stream()
                .filter(finding -> finding.verdict() == Verdict.BROKEN)
                .map(finding -> finding.rule().id())
                .collect(Collectors.toSet());
    }

    private static Entry with(Entry entry, Actor actor, Map<String, Object> body) {
        return new Entry(
                entry.caseReference(),
                entry.seq(),
                entry.at(),
                actor,
                entry.kind(),
                entry.subject(),
                body,
                entry.unreadable(),
                entry.previousHash(),
                entry.hash());
    }

    private static Entry numbered(Entry entry, long seq) {
        return new Entry(
                entry.caseReference(),
                seq,
                entry.at(),
                entry.actor(),
                entry.kind(),
                entry.subject(),
                entry.body(),
                entry.unreadable(),
                entry.previousHash(),
                entry.hash());
    }
}
