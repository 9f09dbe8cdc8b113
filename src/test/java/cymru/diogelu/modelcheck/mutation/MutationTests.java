package cymru.diogelu.modelcheck.mutation;

import static org.assertj.core.api.Assertions.assertThat;

import cymru.diogelu.agencies.Agencies;
import cymru.diogelu.modelcheck.Finding;
import cymru.diogelu.modelcheck.ModelCheck;
import cymru.diogelu.modelcheck.ModelFiles;
import cymru.diogelu.modelcheck.Severity;
import cymru.diogelu.modelcheck.mutation.Mutant.Kind;
import cymru.diogelu.modelcheck.proof.FirstBroken;
import cymru.diogelu.modelcheck.proof.Proof;
import cymru.diogelu.statute.Provisions;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/**
 * What the check, and behind it the proofs, say of single changes: {@code -Dmutation.each=30} tries so many of each kind,
 * {@code -Dmutation.kinds=TASK_DROPPED} only those.
 */
class MutationTests {

    private static final ModelCheck CHECK = new ModelCheck(Provisions.load(), Agencies.load());

    private final List<String> missed = new ArrayList<>();
    private final Map<String, Integer> by = new TreeMap<>();

    @Test
    void everyLawlessChangeIsFoundAndNoHarmlessOneIs() {
        Map<Kind, List<Mutant>> byKind = new EnumMap<>(Kind.class);
        Mutants.all().stream()
                .filter(mutant -> System.getProperty(
                                "mutation.kinds", mutant.kind().name())
                        .contains(mutant.kind().name()))
                .forEach(mutant -> byKind.computeIfAbsent(mutant.kind(), none -> new ArrayList<>())
                        .add(mutant));
        byKind.forEach((kind, mutants) -> {
            Collections.shuffle(mutants, new Random(1));
            List<Mutant> tried = mutants.subList(0, Math.min(mutants.size(), Integer.getInteger("mutation.each", 2)));
            long right = tried.stream().filter(this::right).count();
            System.out.printf("%s: %d of %d as expected, of %d places%n", kind, right, tried.size(), mutants.size());
        });
        System.out.println(by);
        missed.forEach(System.out::println);
        assertThat(missed).isEmpty();
    }

    private boolean right(Mutant mutant) {
        List<Finding> errors = CHECK.check(new ModelFiles(mutant.files())).stream()
                .filter(finding -> finding.severity() == Severity.ERROR)
                .toList();
        boolean right = mutant.kind().lawless() ? found(mutant, errors) : errors.isEmpty();
        if (!right) {
            missed.add("%s %s, %s: %s".formatted(mutant.kind(), mutant.file(), mutant.change(), told(errors)));
        }
        return right;
    }

    /** By a rule of the check that is meant for it, at its element; or by the proofs, where the check has no error to tell. */
    private boolean found(Mutant mutant, List<Finding> errors) {
        if (!errors.isEmpty()) {
            errors.stream().map(Finding::rule).distinct().forEach(rule -> count(mutant, rule));
            return errors.stream()
                    .anyMatch(finding -> mutant.rules().contains(finding.rule())
                            && finding.element().contains(mutant.element()));
        }
        Optional<Proof> broken = FirstBroken.in(mutant.files(), mutant.procedure());
        broken.ifPresent(proof -> count(mutant, proof.rule().id()));
        return broken.isPresent();
    }

    private void count(Mutant mutant, String rule) {
        by.merge(mutant.kind() + " " + rule, 1, Integer::sum);
    }

    private static List<String> told(List<Finding> errors) {
        return errors.stream()
                .map(finding -> finding.rule() + " " + finding.element())
                .limit(3)
                .toList();
    }
}
