package cymru.diogelu.modelcheck;

import cymru.diogelu.language.Bilingual;
import cymru.diogelu.modelcheck.proof.Counterexamples;
import cymru.diogelu.modelcheck.proof.Move;
import cymru.diogelu.modelcheck.proof.Proof;
import cymru.diogelu.modelcheck.proof.Proof.Verdict;
import cymru.diogelu.modelcheck.proof.Soundness;
import cymru.diogelu.modelcheck.proof.StatutoryProofs;
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
     * @param found the rules that a case can break, the places from which it can never end, and the tasks that nobody ever
     *     comes to
     * @param states how many states were looked at
     */
    public record Result(
            List<String> proved,
            List<String> notProved,
            List<String> sound,
            List<String> notSound,
            List<Found> found,
            long states) {

        public List<Finding> findings() {
            return found.stream().map(Found::finding).toList();
        }

        /** Whether nothing is left open: all rules are proved, and all procedures are sound. */
        public boolean whole() {
            return notProved.isEmpty() && notSound.isEmpty();
        }
    }

    /**
     * Something that is wrong, with the shortest way there.
     *
     * @param subject the id of the rule that is broken, or of the procedure that is not sound
     * @param way what happens on the way, in order; nothing where no way leads there
     * @param deeds what has to be done in a case so that it comes there; nothing where that is not known
     */
    public record Found(Finding finding, String subject, List<Passed> way, List<Deed> deeds) {}

    /**
     * A step on the way to something that is wrong.
     *
     * @param name of the procedure
     * @param what happens there, such as what is answered
     */
    public record Passed(String procedure, Bilingual name, String element, Bilingual what) {}

    public Result prove(ModelFiles files) {
        return prove(files, rules.all());
    }

    static Result prove(ModelFiles files, List<StatutoryRule> rules) {
        Models models = Models.read(files.byPath());
        WayWords words = new WayWords(models);
        List<Judged> judged = judged(files, rules);
        List<Proof> proofs = judged.stream().map(Judged::proof).toList();
        List<Soundness.Result> procedures = new Soundness(models, MOST_STATES).all();
        return new Result(
                ids(proofs, Verdict.PROVED),
                ids(proofs, Verdict.NOT_PROVED),
                procedures(procedures, true),
                procedures(procedures, false),
                Stream.concat(
                                judged.stream()
                                        .filter(each -> each.proof().verdict() == Verdict.BROKEN)
                                        .map(each -> broken(words, each)),
                                procedures.stream().flatMap(result -> unsound(words, result)))
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

    /** A rule, and where it is broken what has to be done in a case to come to it. */
    private record Judged(Proof proof, List<Deed> deeds) {}

    /** On every core of the machine, each with a reading of the models of its own; sorted by rule. */
    private static List<Judged> judged(ModelFiles files, List<StatutoryRule> rules) {
        Queue<StatutoryRule> left = new ConcurrentLinkedQueue<>(rules);
        int cores = Math.min(rules.size(), Runtime.getRuntime().availableProcessors());
        List<CompletableFuture<List<Judged>>> parts = Stream.generate(
                        () -> CompletableFuture.supplyAsync(() -> judgeAll(files, left)))
                .limit(cores)
                .toList();
        return parts.stream()
                .flatMap(part -> part.join().stream())
                .sorted(Comparator.comparing(judged -> judged.proof().rule().id()))
                .toList();
    }

    private static List<Judged> judgeAll(ModelFiles files, Queue<StatutoryRule> left) {
        Models models = Models.read(files.byPath());
        StatutoryProofs proofs = new StatutoryProofs(models, MOST_STATES);
        Counterexamples counterexamples = new Counterexamples(models, MOST_STATES);
        List<Judged> judged = new ArrayList<>();
        for (StatutoryRule rule = left.poll(); rule != null; rule = left.poll()) {
            Proof proof = proofs.prove(rule);
            boolean broken = proof.verdict() == Verdict.BROKEN;
            judged.add(new Judged(proof, broken ? counterexamples.of(proof).orElse(List.of()) : List.of()));
        }
        return judged;
    }

    private static List<String> ids(List<Proof> proofs, Verdict verdict) {
        return proofs.stream()
                .filter(proof -> proof.verdict() == verdict)
                .map(proof -> proof.rule().id())
                .toList();
    }

    private static Found broken(WayWords words, Judged judged) {
        Proof proof = judged.proof();
        String id = proof.rule().id();
        Bilingual sentence = proof.rule().sentence();
        Bilingual way = words.sentence(proof.way());
        Finding finding = finding(
                STATUTORY_RULES,
                last(words, proof.way()),
                new Bilingual(
                        "A case can break %s: %s It comes to it so: %s.".formatted(id, sentence.en(), way.en()),
                        "Gall achos dorri %s: %s Daw ato fel hyn: %s.".formatted(id, sentence.cy(), way.cy())));
        return new Found(finding, id, words.steps(proof.way()), judged.deeds());
    }

    private static Stream<Found> unsound(WayWords words, Soundness.Result result) {
        Stream<Found> stuck = result.stuck().isEmpty() ? Stream.empty() : Stream.of(stuck(words, result));
        Stream<Found> never = result.neverReached().stream()
                .map(place -> new Found(never(words, place), result.procedure(), List.of(), List.of()));
        return Stream.concat(stuck, never);
    }

    private static Found stuck(WayWords words, Soundness.Result result) {
        Bilingual procedure = words.procedure(result.procedure());
        Bilingual way = words.sentence(result.stuck());
        Finding finding = finding(
                SOUNDNESS,
                last(words, result.stuck()),
                new Bilingual(
                        "From here %s can never end. It comes to it so: %s.".formatted(procedure.en(), way.en()),
                        "O'r fan hon ni all %s ddod i ben byth. Daw ato fel hyn: %s."
                                .formatted(procedure.cy(), way.cy())));
        return new Found(finding, result.procedure(), words.steps(result.stuck()), List.of());
    }

    private static Finding never(WayWords words, String place) {
        Bilingual name = words.name(place);
        return finding(
                SOUNDNESS,
                words.node(place),
                new Bilingual(
                        "No case ever comes to %s, whatever is answered.".formatted(name.en()),
                        "Nid oes achos byth yn dod at %s, beth bynnag a atebir.".formatted(name.cy())));
    }

    /** The last step of a way. */
    private static Optional<Node> last(WayWords words, List<Move> way) {
        return way.stream().flatMap(move -> words.node(move.step()).stream()).reduce((first, second) -> second);
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
}
