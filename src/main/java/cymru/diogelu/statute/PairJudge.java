package cymru.diogelu.statute;

import cymru.diogelu.statute.RuleFinding.Verdict;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Judges the templates that tie an activity to a target; the worst of its activations is the rule's verdict. */
final class PairJudge {

    /** The worst first; of those that are as bad, the one that came first. */
    private static final Comparator<RuleFinding> WORST = Comparator.comparing(RuleFinding::verdict)
            .thenComparing(finding -> finding.since() == null ? Instant.MAX : finding.since())
            .thenComparing(finding ->
                    finding.entry() == null ? Long.MAX_VALUE : finding.entry().seq());

    private final StatutoryRule rule;
    private final CaseHistory history;
    private final List<CaseEvent> activations;
    private final List<CaseEvent> targets;
    private final Timeline targetTimes;
    private final Timeline activationTimes;
    private final Timeline neighbours;

    PairJudge(StatutoryRule rule, CaseHistory history, EventIndex index, Map<String, Object> concern) {
        this.rule = rule;
        this.history = history;
        Activity target = Objects.requireNonNull(rule.target());
        this.activations =
                index.select(rule.activation(), event -> rule.activation().meets(event, concern));
        this.targets = index.select(target, event -> target.meets(event, concern));
        this.targetTimes = new Timeline(targets, rule.correlation()::keysOf);
        this.activationTimes = new Timeline(activations, rule.correlation()::keyOf);
        this.neighbours = new Timeline(
                rule.template().among() ? alphabet(index, concern) : List.of(), rule.correlation()::keysOf);
    }

    private List<CaseEvent> alphabet(EventIndex index, Map<String, Object> concern) {
        Activity among = rule.among();
        if (among == null) {
            return index.all();
        }
        return Stream.concat(index.select(among, event -> among.meets(event, concern)).stream(), targets.stream())
                .distinct()
                .sorted(Comparator.comparingLong(CaseEvent::seq))
                .toList();
    }

    RuleFinding judge() {
        return findings().min(WORST).orElseGet(() -> RuleFinding.of(rule, Verdict.NOT_APPLICABLE));
    }

    private Stream<RuleFinding> findings() {
        return switch (rule.template()) {
            case RESPONDED_EXISTENCE -> activations.stream().map(this::respondedExistence);
            case RESPONSE -> activations.stream().map(this::response);
            case ALTERNATE_RESPONSE -> activations.stream().map(this::alternateResponse);
            case CHAIN_RESPONSE -> activations.stream().map(this::chainResponse);
            case PRECEDENCE -> activations.stream().map(this::precedence);
            case ALTERNATE_PRECEDENCE -> activations.stream().map(this::alternatePrecedence);
            case CHAIN_PRECEDENCE -> activations.stream().map(this::chainPrecedence);
            case SUCCESSION ->
                Stream.concat(
                        activations.stream().map(this::response),
                        targets.stream().map(this::preceded));
            default -> notCoExistence();
        };
    }

    private RuleFinding respondedExistence(CaseEvent activation) {
        return earlierTarget(activation) != null ? kept() : response(activation);
    }

    private RuleFinding response(CaseEvent activation) {
        return answered(activation, laterTarget(activation));
    }

    private RuleFinding alternateResponse(CaseEvent activation) {
        CaseEvent target = laterTarget(activation);
        CaseEvent again = activationTimes.after(rule.correlation().keyOf(activation), activation.seq());
        boolean tooSoon = again != null && (target == null || target.seq() > again.seq());
        return tooSoon ? broken(Objects.requireNonNull(again)) : answered(activation, target);
    }

    private RuleFinding chainResponse(CaseEvent activation) {
        CaseEvent next = neighbours.after(rule.correlation().keyOf(activation), activation.seq());
        boolean other = next != null && !same(next, laterTarget(activation));
        return other ? broken(Objects.requireNonNull(next)) : answered(activation, next);
    }

    private RuleFinding precedence(CaseEvent activation) {
        return earlierTarget(activation) == null ? broken(activation) : kept();
    }

    private RuleFinding alternatePrecedence(CaseEvent activation) {
        CaseEvent target = earlierTarget(activation);
        CaseEvent before = activationTimes.before(rule.correlation().keyOf(activation), activation.seq());
        boolean used = target == null || before != null && target.seq() < before.seq();
        return used ? broken(activation) : kept();
    }

    private RuleFinding chainPrecedence(CaseEvent activation) {
        CaseEvent last = neighbours.before(rule.correlation().keyOf(activation), activation.seq());
        return last != null && same(last, earlierTarget(activation)) ? kept() : broken(activation);
    }

    private static boolean same(CaseEvent event, @Nullable CaseEvent other) {
        return other != null && event.seq() == other.seq();
    }

    /** Of a succession: the target comes only after an activation. */
    private RuleFinding preceded(CaseEvent target) {
        boolean after = activationTimes.before(rule.correlation().keysOf(target), target.seq()) != null;
        return after ? kept() : broken(target);
    }

    /** Either alone is an occasion to keep the rule. */
    private Stream<RuleFinding> notCoExistence() {
        return Stream.concat(
                activations.stream().map(this::alone), targets.stream().map(target -> kept()));
    }

    private RuleFinding alone(CaseEvent activation) {
        CaseEvent later = laterTarget(activation);
        if (earlierTarget(activation) != null) {
            return broken(activation);
        }
        return later == null ? kept() : broken(later);
    }

    private @Nullable CaseEvent laterTarget(CaseEvent activation) {
        return targetTimes.after(rule.correlation().keyOf(activation), activation.seq());
    }

    private @Nullable CaseEvent earlierTarget(CaseEvent activation) {
        return targetTimes.before(rule.correlation().keyOf(activation), activation.seq());
    }

    /** Kept is what is done up to and including the due instant; what is still open at it is broken, as the timers say. */
    private RuleFinding answered(CaseEvent activation, @Nullable CaseEvent target) {
        String within = rule.within();
        Instant due = within == null ? null : history.limits().due(within, activation);
        if (within != null && due == null) {
            return RuleFinding.of(rule, Verdict.UNKNOWN);
        }
        if (target != null) {
            return due != null && target.at().isAfter(due) ? broken(target, due, due) : kept();
        }
        if (due != null && !history.end().isBefore(due)) {
            return broken(activation, due, due);
        }
        return history.closedAt() == null
                ? new RuleFinding(rule, Verdict.PENDING, activation, activation.at(), due)
                : broken(activation, history.closedAt(), due);
    }

    private RuleFinding kept() {
        return RuleFinding.of(rule, Verdict.KEPT);
    }

    private RuleFinding broken(CaseEvent entry) {
        return broken(entry, entry.at(), null);
    }

    private RuleFinding broken(CaseEvent entry, @Nullable Instant since, @Nullable Instant due) {
        return new RuleFinding(rule, Verdict.BROKEN, entry, since, due);
    }
}
