package cymru.diogelu.modelcheck.proof;

import cymru.diogelu.modelcheck.ModelProofs;
import cymru.diogelu.modelcheck.reading.Models;
import cymru.diogelu.statute.Provisions;
import cymru.diogelu.statute.StatutoryRule;
import cymru.diogelu.statute.StatutoryRules;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Looks for one statutory rule that a set of models breaks, those that speak of the changed procedure first. */
public final class FirstBroken {

    private static final List<StatutoryRule> RULES =
            StatutoryRules.load(Provisions.load()).all();

    private FirstBroken() {}

    /**
     * The first that is found.
     *
     * @param procedure the id of the one that was changed
     */
    public static Optional<Proof> in(Map<String, byte[]> files, String procedure) {
        Models models = Models.read(files);
        Net net = new Net(models);
        StatutoryProofs proofs = new StatutoryProofs(models, ModelProofs.MOST_STATES);
        return RULES.stream()
                .sorted(Comparator.comparing(rule -> !speaksOf(rule, net, procedure)))
                .map(proofs::prove)
                .filter(proof -> proof.verdict() == Proof.Verdict.BROKEN)
                .findFirst();
    }

    private static boolean speaksOf(StatutoryRule rule, Net net, String procedure) {
        Sight sight = new Sight(rule, net.procedures());
        Set<String> seen =
                net.procedures().stream().filter(sight::sees).map(Walkable::id).collect(Collectors.toSet());
        return seen.contains(procedure);
    }
}
