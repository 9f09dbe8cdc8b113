package cymru.diogelu.modelcheck.proof;

import cymru.diogelu.modelcheck.reading.Models;
import cymru.diogelu.statute.Activity;
import cymru.diogelu.statute.CaseEvent;
import cymru.diogelu.statute.Correlation;
import cymru.diogelu.statute.StatutoryRule;
import cymru.diogelu.statute.Template;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Proves the statutory rules on a set of models. A rule about single answers is proved on the forms; one about runs of a
 * procedure on that procedure, called from anywhere; any other on the case from its concern on. Of a rule with
 * a time limit is proved that what is owed is done, and only at steps that are watched for that limit; whether people are in
 * time no model can say. Each proof holds within the bounds of {@link Choices}: of lists, those with one, two and all kinds of
 * options are tried, and of rows, one.
 */
public final class StatutoryProofs {

    private final Net net;
    private final int mostStates;

    /** @param mostStates after how many states of one exploration to give up */
    public StatutoryProofs(Models models, int mostStates) {
        this.net = new Net(models);
        this.mostStates = mostStates;
    }

    public Proof prove(StatutoryRule rule) {
        if (rule.template() == Template.ABSENCE) {
            FormProof onForms = new FormProof(net, rule);
            if (onForms.broken().isEmpty() && onForms.tried() > 0) {
                return new Proof(rule, Proof.Verdict.PROVED, onForms.tried(), List.of());
            }
        }
        int states = 0;
        if (followsLimits(rule)) {
            Proof onBranches = proveBehindLimits(rule);
            if (onBranches.verdict() == Proof.Verdict.PROVED) {
                return onBranches;
            }
            states = onBranches.states();
        }
        Optional<StatutoryRule> stricter = withFewerTargets(rule);
        if (stricter.isPresent()) {
            Proof ofStricter = proveByWalking(stricter.get());
            states += ofStricter.states();
            if (ofStricter.verdict() == Proof.Verdict.PROVED) {
                return new Proof(rule, Proof.Verdict.PROVED, states, List.of());
            }
        }
        Proof walked = proveByWalking(rule);
        return new Proof(rule, walked.verdict(), states + walked.states(), walked.way());
    }

    private Proof proveByWalking(StatutoryRule rule) {
        int states = 0;
        boolean whole = true;
        for (Net part : parts(rule)) {
            Exploration exploration = new Exploration(part, rule, mostStates);
            exploration.run();
            states += exploration.states();
            whole &= exploration.whole();
            Optional<List<Move>> way = exploration.way();
            if (way.isPresent()) {
                return new Proof(rule, Proof.Verdict.BROKEN, states, way.get());
            }
        }
        return new Proof(rule, whole ? Proof.Verdict.PROVED : Proof.Verdict.NOT_PROVED, states, List.of());
    }

    /**
     * A rule that holds with fewer targets holds with all of them. Those in procedures that are called from several places
     * may come beside anything else, so that it is quicker to do without them where that is possible.
     */
    private Optional<StatutoryRule> withFewerTargets(StatutoryRule rule) {
        boolean holdsWithMore = rule.template() == Template.PRECEDENCE || rule.template() == Template.RESPONSE;
        Activity target = rule.target();
        if (!holdsWithMore || target == null) {
            return Optional.empty();
        }
        List<Activity.Pattern> fewer = target.patterns().stream()
                .flatMap(pattern -> withoutOften(pattern).stream())
                .toList();
        return fewer.isEmpty() || fewer.equals(target.patterns())
                ? Optional.empty()
                : Optional.of(rule.withTarget(new Activity(fewer)));
    }

    private Optional<Activity.Pattern> withoutOften(Activity.Pattern pattern) {
        if (pattern.kind() != CaseEvent.Kind.ANSWERED) {
            return Optional.of(pattern);
        }
        Set<String> kept = pattern.ids().stream()
                .filter(form -> net.procedures().stream()
                        .filter(procedure -> procedure.steps().stream()
                                .anyMatch(step -> step.form().equals(form)))
                        .allMatch(procedure -> net.callsOf(procedure) < 2))
                .collect(Collectors.toSet());
        return kept.isEmpty()
                ? Optional.empty()
                : Optional.of(new Activity.Pattern(pattern.kind(), kept, pattern.where(), pattern.unless()));
    }

    /** Whether a rule asks of nothing but passed limits that something follows in the same run. */
    private static boolean followsLimits(StatutoryRule rule) {
        return rule.template() == Template.RESPONSE
                && rule.correlation() != Correlation.CASE
                && rule.activation().patterns().stream()
                        .allMatch(pattern -> pattern.kind() == CaseEvent.Kind.LIMIT_PASSED);
    }

    /**
     * What is to follow a limit mostly follows on the way from its own timer. Where it does from each of them, it makes no
     * difference what else goes on in the procedure, since nothing there can take it back.
     */
    private Proof proveBehindLimits(StatutoryRule rule) {
        int states = 0;
        boolean whole = true;
        for (Walkable procedure : net.procedures()) {
            for (Step limit : Sight.activating(rule, procedure)) {
                Exploration exploration = new Exploration(net.from(procedure), rule, mostStates);
                exploration.run(limit);
                states += exploration.states();
                whole &= exploration.whole() && exploration.way().isEmpty();
            }
        }
        return new Proof(rule, whole ? Proof.Verdict.PROVED : Proof.Verdict.NOT_PROVED, states, List.of());
    }

    /** The procedures that have to be walked, each for itself, or the whole case. */
    private List<Net> parts(StatutoryRule rule) {
        boolean ofRuns = rule.template() == Template.ABSENCE
                || rule.template().targeted() && rule.correlation() != Correlation.CASE;
        Set<String> procedures = Sight.happensIn(rule.activation(), net.procedures());
        boolean asksTheConcern =
                !new Sight(rule, net.procedures()).keysOfTheConcern().isEmpty();
        if (!ofRuns || asksTheConcern || procedures.contains(Net.ROOT)) {
            return List.of(net);
        }
        List<Net> parts = new ArrayList<>();
        procedures.forEach(id -> net.procedure(id).map(net::from).ifPresent(parts::add));
        return parts;
    }
}
