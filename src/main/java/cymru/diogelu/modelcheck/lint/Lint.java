package cymru.diogelu.modelcheck.lint;

import cymru.diogelu.agencies.Agencies;
import cymru.diogelu.modelcheck.Finding;
import cymru.diogelu.modelcheck.reading.Models;
import cymru.diogelu.statute.Provisions;
import java.util.List;
import java.util.stream.Stream;

/** All rules of modelling. */
public final class Lint {

    private static final Rule BOUNDS = new Bounds();

    /** Nobody reads more, and a set can be made to have any number of them. */
    private static final int MOST_FINDINGS = 2_000;

    private static final List<Rule> RULES = List.of(
            BOUNDS,
            new ReadableFile(),
            new FileAndProcess(),
            new ElementIds(),
            new TaskNames(),
            new EventNames(),
            new TimerNames(),
            new WatchedLimits(),
            new GatewayNames(),
            new CallNames(),
            new DefaultFlow(),
            new OneWayOn(),
            new Connected(),
            new StatutorySource(),
            new DecisionCalls(),
            new PlainConditions(),
            new TableShape(),
            new TableGaps(),
            new TableOverlaps(),
            new FormShape(),
            new Drawn(),
            new Size(),
            new AllowedParts(),
            new AllowedExpressions(),
            new UniqueIds(),
            new References(),
            new OwnSet(),
            new KnownVariables(),
            new ComparedValues(),
            new UnusedOutputs(),
            new FormReads(),
            new SoundForm(),
            new FeelCells(),
            new Escalations(),
            new CaseEnds(),
            new EndlessWays(),
            new ProcedureCalls(),
            new KnownDates(),
            new StartForm(),
            new WelshWords(),
            new EnglishAsWelsh(),
            new SameProvisions(),
            new KnownProvisions(),
            new KnownProperties());

    private final Provisions provisions;
    private final Agencies agencies;

    public Lint(Provisions provisions, Agencies agencies) {
        this.provisions = provisions;
        this.agencies = agencies;
    }

    /** Every finding of every rule; of a set that is beyond all bounds only that. */
    public Stream<Finding> check(Models models) {
        Subject subject = new Subject(models, provisions, agencies);
        List<Finding> beyond = BOUNDS.check(subject).limit(MOST_FINDINGS).toList();
        if (!beyond.isEmpty()) {
            return beyond.stream();
        }
        List<Finding> found = RULES.stream()
                .flatMap(rule -> rule.check(subject))
                .limit(MOST_FINDINGS + 1L)
                .toList();
        return found.size() <= MOST_FINDINGS
                ? found.stream()
                : Stream.concat(found.stream().limit(MOST_FINDINGS), Stream.of(Bounds.rest(MOST_FINDINGS)));
    }

    /** The findings of one rule. */
    Stream<Finding> check(Models models, String rule) {
        Subject subject = new Subject(models, provisions, agencies);
        return RULES.stream().filter(found -> found.id().equals(rule)).flatMap(found -> found.check(subject));
    }

    /** The ids of all rules, each of which has a page. */
    public static List<String> rules() {
        return RULES.stream().map(Rule::id).toList();
    }
}
