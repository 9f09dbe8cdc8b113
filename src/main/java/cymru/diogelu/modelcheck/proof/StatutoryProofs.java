package cymru.diogelu.modelcheck.proof;

import cymru.diogelu.modelcheck.reading.Models;
import cymru.diogelu.statute.Correlation;
import cymru.diogelu.statute.StatutoryRule;
import cymru.diogelu.statute.Template;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Proves the statutory rules on a set of models. A rule about single answers is proved on the forms; one about runs of a
 * procedure on that procedure, called from anywhere; any other on the case from its concern on. A rule with a time limit
 * is not proved yet. Each proof holds within the bounds of {@link Choices}: of lists, those with one, two and all kinds of
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
        if (rule.within() != null) {
            // Whether it is done in time is not looked at, so that the rule as a whole is not proved.
            return new Proof(rule, Proof.Verdict.NOT_PROVED, 0, List.of());
        }
        if (rule.template() == Template.ABSENCE) {
            FormProof onForms = new FormProof(net, rule);
            if (onForms.broken().isEmpty() && onForms.tried() > 0) {
                return new Proof(rule, Proof.Verdict.PROVED, onForms.tried(), List.of());
            }
        }
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
