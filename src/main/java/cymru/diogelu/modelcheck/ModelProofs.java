package cymru.diogelu.modelcheck;

import cymru.diogelu.language.Bilingual;
import cymru.diogelu.modelcheck.proof.Move;
import cymru.diogelu.modelcheck.proof.Proof;
import cymru.diogelu.modelcheck.proof.Proof.Verdict;
import cymru.diogelu.modelcheck.proof.StatutoryProofs;
import cymru.diogelu.modelcheck.reading.Extensions;
import cymru.diogelu.modelcheck.reading.Models;
import cymru.diogelu.modelcheck.reading.Node;
import cymru.diogelu.statute.StatutoryRule;
import cymru.diogelu.statute.StatutoryRules;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Proves the statutory rules on a set of models, as far as it can: every way that a case can go is walked, and what cannot
 * be walked to its end is not said to be proved. The set must have no errors.
 */
public final class ModelProofs {

    /** After so many states of one walk it is given up. */
    public static final int MOST_STATES = 20_000;

    /** Stands in a finding in the place of a rule of the check. */
    private static final String RULE = "statutory-rules";

    private final StatutoryRules rules;

    public ModelProofs(StatutoryRules rules) {
        this.rules = rules;
    }

    /**
     * What came of it.
     *
     * @param proved the ids of the rules that hold in every state a case can come to
     * @param broken the rules that a case can break, each with the shortest way to it
     * @param notProved the ids of those of which nothing is known
     * @param states how many states were looked at
     */
    public record Result(List<String> proved, List<Finding> broken, List<String> notProved, long states) {}

    public Result prove(ModelFiles files) {
        return prove(files, rules.all());
    }

    static Result prove(ModelFiles files, List<StatutoryRule> rules) {
        Models models = Models.read(files.byPath());
        List<Proof> proofs = proofs(files, rules);
        return new Result(
                ids(proofs, Verdict.PROVED),
                proofs.stream()
                        .filter(proof -> proof.verdict() == Verdict.BROKEN)
                        .map(proof -> finding(models, proof))
                        .toList(),
                ids(proofs, Verdict.NOT_PROVED),
                proofs.stream().mapToLong(Proof::states).sum());
    }

    /** On every core of the machine, each with a reading of the models of its own; sorted by rule. */
    private static List<Proof> proofs(ModelFiles files, List<StatutoryRule> rules) {
        Queue<StatutoryRule> left = new ConcurrentLinkedQueue<>(rules);
        int cores = Math.min(rules.size(), Runtime.getRuntime().availableProcessors());
        List<CompletableFuture<List<Proof>>> parts = Stream.generate(
                        () -> CompletableFuture.supplyAsync(() -> proveAll(files, left)))
                .limit(cores)
                .toList();
        return parts.stream()
                .flatMap(part -> part.join().stream())
                .sorted(Comparator.comparing(proof -> proof.rule().id()))
                .toList();
    }

    private static List<Proof> proveAll(ModelFiles files, Queue<StatutoryRule> left) {
        StatutoryProofs proofs = new StatutoryProofs(Models.read(files.byPath()), MOST_STATES);
        List<Proof> proved = new ArrayList<>();
        for (StatutoryRule rule = left.poll(); rule != null; rule = left.poll()) {
            proved.add(proofs.prove(rule));
        }
        return proved;
    }

    private static List<String> ids(List<Proof> proofs, Verdict verdict) {
        return proofs.stream()
                .filter(proof -> proof.verdict() == verdict)
                .map(proof -> proof.rule().id())
                .toList();
    }

    /** At the last step of the way on which the rule is broken. */
    private static Finding finding(Models models, Proof proof) {
        Optional<Node> last = proof.way().stream()
                .flatMap(move -> node(models, move.step()).stream())
                .reduce((first, second) -> second);
        return new Finding(
                RULE,
                Severity.ERROR,
                last.map(node -> node.procedure().file()).orElse(""),
                last.map(Node::id).orElse(""),
                last.map(node -> node.xml().line()).orElse(0),
                new Bilingual(
                        "A case can break %s: %s It comes to it so: %s."
                                .formatted(
                                        proof.rule().id(),
                                        proof.rule().sentence().en(),
                                        way(models, proof, false)),
                        "Gall achos dorri %s: %s Daw ato fel hyn: %s."
                                .formatted(
                                        proof.rule().id(),
                                        proof.rule().sentence().cy(),
                                        way(models, proof, true))));
    }

    private static String way(Models models, Proof proof, boolean welsh) {
        return proof.way().stream()
                .map(move -> told(models, move, welsh))
                .filter(told -> !told.isEmpty())
                .collect(Collectors.joining("; "));
    }

    private static String told(Models models, Move move, boolean welsh) {
        String step = node(models, move.step())
                .map(node -> welsh ? Extensions.welshName(node.xml()) : node.name())
                .orElse(move.step());
        String answers = move.answers().isEmpty() ? "" : " " + move.answers();
        return switch (move.what()) {
            case RAISED -> (welsh ? "codir pryder" : "a concern is raised") + answers;
            case CALLED -> welsh ? "gelwir y weithdrefn" : "the procedure is called";
            case ANSWERED -> (welsh ? "atebir " : "answered: ") + step + answers;
            case LIMIT_PASSED, PASSED_ANYWHERE ->
                (welsh ? "aiff y terfyn amser heibio: " : "the limit passes: ") + step;
            case WAITED -> (welsh ? "aiff amser heibio: " : "time passes: ") + step;
            case TIME_TAKEN, WENT_ON -> "";
        };
    }

    /** @param place the procedure and the element, parted by a stroke */
    private static Optional<Node> node(Models models, String place) {
        int stroke = place.indexOf('/');
        return stroke < 0
                ? Optional.empty()
                : models.procedure(place.substring(0, stroke))
                        .flatMap(procedure -> procedure.node(place.substring(stroke + 1)));
    }
}
