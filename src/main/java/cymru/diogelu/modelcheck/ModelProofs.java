package cymru.diogelu.modelcheck;

import cymru.diogelu.language.Bilingual;
import cymru.diogelu.modelcheck.proof.Move;
import cymru.diogelu.modelcheck.proof.Proof;
import cymru.diogelu.modelcheck.proof.Proof.Verdict;
import cymru.diogelu.modelcheck.proof.Soundness;
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
 * Proves on a set of models, as far as it can, that no case breaks a statutory rule and that every case can end: every way
 * that a case can go is walked, and what cannot be walked to its end is not said to be proved. The set must have no errors.
 */
public final class ModelProofs {

    /** After so many states of one walk it is given up. */
    public static final int MOST_STATES = 40_000;

    /** Stand in a finding in the place of a rule of the check. */
    private static final String STATUTORY_RULES = "statutory-rules";

    private static final String SOUNDNESS = "soundness";

    private final StatutoryRules rules;

    public ModelProofs(StatutoryRules rules) {
        this.rules = rules;
    }

    /**
     * What came of it.
     *
     * @param proved the ids of the rules that hold in every state a case can come to
     * @param notProved the ids of those of which nothing is known
     * @param sound the procedures that can be done from wherever they stand
     * @param notSound those of which that is not known
     * @param findings the rules that a case can break and the places from which it can never end, each with the shortest
     *     way there, and the tasks that nobody ever comes to
     * @param states how many states were looked at
     */
    public record Result(
            List<String> proved,
            List<String> notProved,
            List<String> sound,
            List<String> notSound,
            List<Finding> findings,
            long states) {}

    public Result prove(ModelFiles files) {
        return prove(files, rules.all());
    }

    static Result prove(ModelFiles files, List<StatutoryRule> rules) {
        Models models = Models.read(files.byPath());
        List<Proof> proofs = proofs(files, rules);
        List<Soundness.Result> procedures = new Soundness(models, MOST_STATES).all();
        return new Result(
                ids(proofs, Verdict.PROVED),
                ids(proofs, Verdict.NOT_PROVED),
                procedures(procedures, true),
                procedures(procedures, false),
                Stream.concat(
                                proofs.stream()
                                        .filter(proof -> proof.verdict() == Verdict.BROKEN)
                                        .map(proof -> broken(models, proof)),
                                procedures.stream().flatMap(result -> unsound(models, result)))
                        .toList(),
                proofs.stream().mapToLong(Proof::states).sum()
                        + procedures.stream()
                                .mapToLong(Soundness.Result::states)
                                .sum());
    }

    private static List<String> procedures(List<Soundness.Result> results, boolean sound) {
        return results.stream()
                .filter(result -> result.sound() == sound)
                .map(Soundness.Result::procedure)
                .toList();
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

    private static Finding broken(Models models, Proof proof) {
        String id = proof.rule().id();
        Bilingual sentence = proof.rule().sentence();
        return finding(
                STATUTORY_RULES,
                last(models, proof.way()),
                new Bilingual(
                        "A case can break %s: %s It comes to it so: %s."
                                .formatted(id, sentence.en(), way(models, proof.way(), false)),
                        "Gall achos dorri %s: %s Daw ato fel hyn: %s."
                                .formatted(id, sentence.cy(), way(models, proof.way(), true))));
    }

    private static Stream<Finding> unsound(Models models, Soundness.Result result) {
        Stream<Finding> stuck = result.stuck().isEmpty()
                ? Stream.empty()
                : Stream.of(finding(
                        SOUNDNESS,
                        last(models, result.stuck()),
                        new Bilingual(
                                "From here %s can never end. It comes to it so: %s."
                                        .formatted(
                                                procedure(models, result, false), way(models, result.stuck(), false)),
                                "O'r fan hon ni all %s ddod i ben byth. Daw ato fel hyn: %s."
                                        .formatted(
                                                procedure(models, result, true), way(models, result.stuck(), true)))));
        Stream<Finding> never = result.neverReached().stream()
                .map(place -> finding(
                        SOUNDNESS,
                        node(models, place),
                        new Bilingual(
                                "No case ever comes to %s, whatever is answered.".formatted(name(models, place, false)),
                                "Nid oes achos byth yn dod at %s, beth bynnag a atebir."
                                        .formatted(name(models, place, true)))));
        return Stream.concat(stuck, never);
    }

    private static String procedure(Models models, Soundness.Result result, boolean welsh) {
        return models.procedure(result.procedure())
                .map(procedure -> welsh
                        ? Extensions.welshName(procedure.process())
                        : procedure.process().attribute("name"))
                .orElse(result.procedure());
    }

    /** The last step of a way. */
    private static Optional<Node> last(Models models, List<Move> way) {
        return way.stream().flatMap(move -> node(models, move.step()).stream()).reduce((first, second) -> second);
    }

    private static Finding finding(String rule, Optional<Node> at, Bilingual sentence) {
        return new Finding(
                rule,
                Severity.ERROR,
                at.map(node -> node.procedure().file()).orElse(""),
                at.map(Node::id).orElse(""),
                at.map(node -> node.xml().line()).orElse(0),
                sentence);
    }

    private static String way(Models models, List<Move> way, boolean welsh) {
        return way.stream()
                .map(move -> told(models, move, welsh))
                .filter(told -> !told.isEmpty())
                .collect(Collectors.joining("; "));
    }

    private static String told(Models models, Move move, boolean welsh) {
        String step = name(models, move.step(), welsh);
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

    private static String name(Models models, String place, boolean welsh) {
        return node(models, place)
                .map(node -> welsh ? Extensions.welshName(node.xml()) : node.name())
                .orElse(place);
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
