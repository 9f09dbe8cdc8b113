package cymru.diogelu.statute;

import static org.assertj.core.api.Assertions.assertThat;

import cymru.diogelu.language.Bilingual;
import cymru.diogelu.statute.RuleFinding.Verdict;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.jspecify.annotations.Nullable;

/**
 * Holds the judge against the formulas themselves, tried position by position: in a closed case a rule is broken when
 * its formula fails; in an open one when it fails however the case goes on.
 */
class TemplateTests {

    private static final Instant START = Instant.parse("2027-02-01T10:00:00Z");
    private static final Provision INVARIANT = Provisions.load().get("INV-01");

    /** What happened: {@code a} is an activation, {@code t} a target, {@code b} is both, {@code x} neither. */
    record Step(char what, int run) {

        boolean activates() {
            return what == 'a' || what == 'b';
        }

        boolean answers() {
            return what == 't' || what == 'b';
        }
    }

    @Property(tries = 4000, seed = "20260501")
    void aClosedCaseIsBrokenExactlyWhenTheFormulaFails(
            @ForAll Template template,
            @ForAll Correlation correlation,
            @ForAll @IntRange(min = 1, max = 3) int times,
            @ForAll("traces") List<Step> trace) {
        StatutoryRule rule = rule(template, correlation, times);

        assertThat(verdict(rule, trace, true) == Verdict.BROKEN).isEqualTo(!holds(rule, trace));
    }

    @Property(tries = 1500, seed = "20260502")
    void anOpenCaseIsBrokenExactlyWhenNothingCanMendIt(
            @ForAll Template template,
            @ForAll Correlation correlation,
            @ForAll @IntRange(min = 1, max = 3) int times,
            @ForAll("traces") List<Step> trace) {
        StatutoryRule rule = rule(template, correlation, times);
        boolean mendable = continuations(trace).anyMatch(longer -> holds(rule, longer));

        Verdict verdict = verdict(rule, trace, false);

        assertThat(verdict == Verdict.BROKEN).isEqualTo(!mendable);
        assertThat(verdict == Verdict.PENDING).isEqualTo(mendable && !holds(rule, trace));
        assertThat(verdict == Verdict.PENDING && !template.owing()).isFalse();
    }

    @Property(tries = 1000, seed = "20260503")
    void aRuleOfPairsDoesNotApplyExactlyWhenNothingActivatesIt(
            @ForAll("pairs") Template template, @ForAll("traces") List<Step> trace) {
        boolean either = template == Template.SUCCESSION || template == Template.NOT_CO_EXISTENCE;
        boolean occasion = trace.stream().anyMatch(step -> step.activates() || either && step.answers());

        Verdict verdict = verdict(rule(template, Correlation.CASE, 1), trace, true);

        assertThat(verdict == Verdict.NOT_APPLICABLE).isEqualTo(!occasion);
    }

    @Property(tries = 1000, seed = "20260504")
    void whatIsBrokenNamesAnEntryOfTheCaseAndSinceWhen(
            @ForAll("pairs") Template template, @ForAll Correlation correlation, @ForAll("traces") List<Step> trace) {
        RuleFinding finding = judge(rule(template, correlation, 1), trace, true);

        if (finding.verdict() == Verdict.BROKEN) {
            assertThat(finding.entry()).isIn(events(trace));
            assertThat(finding.since()).isNotNull();
        }
    }

    @Property(tries = 4000, seed = "20260505")
    void whoFollowsARuleEventByEventComesToTheSameEnd(
            @ForAll Template template,
            @ForAll Correlation correlation,
            @ForAll @IntRange(min = 1, max = 3) int times,
            @ForAll("traces") List<Step> trace) {
        Assume.that(template != Template.SUCCESSION || correlation != Correlation.WITHIN_RUN);
        StatutoryRule rule = rule(template, correlation, times);
        RuleMonitor monitor = new RuleMonitor(rule);
        int[] known = {RuleMonitor.BEGIN, RuleMonitor.BEGIN};

        events(trace).forEach(event -> follow(monitor, event, known));

        boolean broken = monitor.brokenAtTheEnd(known[0]) || !monitor.wholeCase() && monitor.brokenAtTheEnd(known[1]);
        assertThat(broken).isEqualTo(!holds(rule, trace));
    }

    @Property(tries = 3000, seed = "20260506")
    void whatIsSaidToBeSafeIsNeverBrokenByWhatMayStillCome(
            @ForAll Template template,
            @ForAll @IntRange(min = 1, max = 3) int times,
            @ForAll("traces") List<Step> before,
            @ForAll("traces") List<Step> later) {
        RuleMonitor monitor = new RuleMonitor(rule(template, Correlation.CASE, times));
        int known = known(monitor, RuleMonitor.BEGIN, before);
        Set<RuleMonitor.Part> toCome = EnumSet.noneOf(RuleMonitor.Part.class);
        events(later).forEach(event -> toCome.addAll(monitor.parts(event, Map.of())));
        Assume.that(!monitor.canBreak(known, toCome));

        assertThat(monitor.brokenAtTheEnd(known(monitor, known, later))).isFalse();
    }

    @Property(tries = 3000, seed = "20260507")
    void whatMayComeInAnyOrderLeadsToTheSame(
            @ForAll Template template,
            @ForAll @IntRange(min = 1, max = 3) int times,
            @ForAll("traces") List<Step> before,
            @ForAll("traces") List<Step> two) {
        Assume.that(two.size() >= 2);
        RuleMonitor monitor = new RuleMonitor(rule(template, Correlation.CASE, times));
        List<CaseEvent> events = events(two);
        Set<RuleMonitor.Part> first = monitor.parts(events.get(0), Map.of());
        Set<RuleMonitor.Part> second = monitor.parts(events.get(1), Map.of());
        Assume.that(monitor.inAnyOrder(first, second));
        int known = known(monitor, RuleMonitor.BEGIN, before);

        assertThat(known(monitor, known, List.of(two.get(0), two.get(1))))
                .isEqualTo(known(monitor, known, List.of(two.get(1), two.get(0))));
    }

    private static int known(RuleMonitor monitor, int before, List<Step> trace) {
        int known = before;
        for (CaseEvent event : events(trace)) {
            known = monitor.after(known, event, true, Map.of());
        }
        return known;
    }

    private static void follow(RuleMonitor monitor, CaseEvent event, int[] known) {
        int run = monitor.wholeCase() ? 0 : Integer.parseInt(event.runs().get(0)) - 1;
        known[run] = monitor.after(known[run], event, true, Map.of());
        if (run == 1 && monitor.seenFromCallers()) {
            known[0] = monitor.after(known[0], event, false, Map.of());
        }
    }

    @Provide
    Arbitrary<List<Step>> traces() {
        Arbitrary<Step> step = Combinators.combine(
                        Arbitraries.of('a', 't', 'b', 'x'),
                        Arbitraries.integers().between(1, 2))
                .as(Step::new);
        return step.list().ofMaxSize(7);
    }

    @Provide
    Arbitrary<Template> pairs() {
        return Arbitraries.of(Template.values()).filter(Template::targeted);
    }

    /** The formulas of {@link Template}, read word by word. */
    private static boolean holds(StatutoryRule rule, List<Step> trace) {
        long found = trace.stream().filter(Step::activates).count();
        return switch (rule.template()) {
            case EXISTENCE -> found >= rule.times();
            case ABSENCE -> found == 0;
            case EXACTLY -> found == rule.times();
            case INIT -> !trace.isEmpty() && trace.get(0).activates();
            case RESPONDED_EXISTENCE -> every(trace, i -> some(trace, j -> j != i && pair(rule, trace, i, j)));
            case RESPONSE -> response(rule, trace);
            case ALTERNATE_RESPONSE ->
                every(trace, i -> some(trace, j -> j > i && pair(rule, trace, i, j) && alone(rule, trace, i, i, j)));
            case CHAIN_RESPONSE ->
                every(
                        trace,
                        i -> some(
                                trace, j -> j > i && pair(rule, trace, i, j) && nothingBetween(rule, trace, i, i, j)));
            case PRECEDENCE -> every(trace, i -> some(trace, j -> j < i && pair(rule, trace, i, j)));
            case ALTERNATE_PRECEDENCE ->
                every(trace, i -> some(trace, j -> j < i && pair(rule, trace, i, j) && alone(rule, trace, i, j, i)));
            case CHAIN_PRECEDENCE ->
                every(
                        trace,
                        i -> some(
                                trace, j -> j < i && pair(rule, trace, i, j) && nothingBetween(rule, trace, i, j, i)));
            case SUCCESSION ->
                response(rule, trace)
                        && IntStream.range(0, trace.size())
                                .filter(j -> trace.get(j).answers())
                                .allMatch(j -> some(
                                        trace, i -> i < j && trace.get(i).activates() && together(rule, trace, i, j)));
            case NOT_CO_EXISTENCE -> every(trace, i -> !some(trace, j -> j != i && pair(rule, trace, i, j)));
        };
    }

    private static boolean response(StatutoryRule rule, List<Step> trace) {
        return every(trace, i -> some(trace, j -> j > i && pair(rule, trace, i, j)));
    }

    private static boolean every(List<Step> trace, IntPredicate asked) {
        return IntStream.range(0, trace.size())
                .filter(i -> trace.get(i).activates())
                .allMatch(asked);
    }

    private static boolean some(List<Step> trace, IntPredicate asked) {
        return IntStream.range(0, trace.size()).anyMatch(asked);
    }

    private static boolean pair(StatutoryRule rule, List<Step> trace, int activation, int target) {
        return trace.get(target).answers() && together(rule, trace, activation, target);
    }

    /** Run 2 was called from run 1. */
    private static boolean together(StatutoryRule rule, List<Step> trace, int activation, int other) {
        int run = trace.get(activation).run();
        int others = trace.get(other).run();
        return switch (rule.correlation()) {
            case CASE -> true;
            case SAME_RUN -> run == others;
            case WITHIN_RUN -> run <= others;
        };
    }

    private static boolean alone(StatutoryRule rule, List<Step> trace, int activation, int from, int to) {
        return IntStream.range(from + 1, to)
                .noneMatch(k -> trace.get(k).activates()
                        && (rule.correlation() == Correlation.CASE
                                || trace.get(k).run() == trace.get(activation).run()));
    }

    private static boolean nothingBetween(StatutoryRule rule, List<Step> trace, int activation, int from, int to) {
        return IntStream.range(from + 1, to).noneMatch(k -> together(rule, trace, activation, k));
    }

    /** Every way in which a case may go on for up to three events, which is as many as any of these rules can want. */
    private static Stream<List<Step>> continuations(List<Step> trace) {
        Stream<List<Step>> all = Stream.of(trace);
        List<List<Step>> last = List.of(trace);
        for (int length = 1; length <= 3; length++) {
            last = last.stream()
                    .flatMap(so -> Stream.of('a', 't', 'b', 'x')
                            .flatMap(what -> Stream.of(1, 2).map(run -> and(so, new Step(what, run)))))
                    .toList();
            all = Stream.concat(all, last.stream());
        }
        return all;
    }

    private static List<Step> and(List<Step> trace, Step next) {
        List<Step> longer = new ArrayList<>(trace);
        longer.add(next);
        return longer;
    }

    private static Verdict verdict(StatutoryRule rule, List<Step> trace, boolean closed) {
        return judge(rule, trace, closed).verdict();
    }

    private static RuleFinding judge(StatutoryRule rule, List<Step> trace, boolean closed) {
        Instant end = START.plusSeconds(1000);
        var history = new CaseHistory(events(trace), closed ? end : null, end, (provision, event) -> Instant.MAX);
        return new RuleJudge(history).judge(rule);
    }

    private static List<CaseEvent> events(List<Step> trace) {
        return IntStream.range(0, trace.size())
                .mapToObj(i -> new CaseEvent(
                        i + 1,
                        START.plusSeconds(i),
                        CaseEvent.Kind.ANSWERED,
                        String.valueOf(trace.get(i).what()),
                        trace.get(i).run() == 1 ? List.of("1") : List.of("2", "1"),
                        null,
                        null,
                        Map.of(),
                        true))
                .toList();
    }

    private static StatutoryRule rule(Template template, Correlation correlation, int times) {
        @Nullable Activity target = template.targeted() ? answered("t", "b") : null;
        return new StatutoryRule(
                "INV-01.tried",
                INVARIANT,
                new Bilingual("Tried", "Wedi'i brofi"),
                template,
                answered("a", "b"),
                target,
                null,
                correlation,
                null,
                times);
    }

    private static Activity answered(String... ids) {
        return new Activity(
                List.of(new Activity.Pattern(CaseEvent.Kind.ANSWERED, Set.of(ids), Condition.ALWAYS, Condition.NEVER)));
    }
}
