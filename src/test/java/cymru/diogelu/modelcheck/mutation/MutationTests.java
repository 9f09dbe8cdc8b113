package cymru.diogelu.modelcheck.mutation;

import static org.assertj.core.api.Assertions.assertThat;

import cymru.diogelu.agencies.Agencies;
import cymru.diogelu.modelcheck.Finding;
import cymru.diogelu.modelcheck.ModelCheck;
import cymru.diogelu.modelcheck.ModelFiles;
import cymru.diogelu.modelcheck.Severity;
import cymru.diogelu.modelcheck.mutation.Mutant.Kind;
import cymru.diogelu.statute.Provisions;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** What the check says of single changes: {@code -Dmutation.each=30} tries so many of each kind. */
class MutationTests {

    private static final ModelCheck CHECK = new ModelCheck(Provisions.load(), Agencies.load());

    @Test
    void everyLawlessChangeIsFoundAndNoHarmlessOneIs() {
        Map<Kind, List<Mutant>> byKind = new EnumMap<>(Kind.class);
        Mutants.all().forEach(mutant -> byKind.computeIfAbsent(mutant.kind(), none -> new ArrayList<>())
                .add(mutant));
        List<String> missed = new ArrayList<>();
        Map<String, Integer> by = new TreeMap<>();
        byKind.forEach((kind, mutants) -> {
            Collections.shuffle(mutants, new Random(1));
            List<Mutant> tried = mutants.subList(0, Math.min(mutants.size(), Integer.getInteger("mutation.each", 2)));
            long right =
                    tried.stream().filter(mutant -> right(mutant, missed, by)).count();
            System.out.printf("%s: %d of %d as expected, of %d places%n", kind, right, tried.size(), mutants.size());
        });
        System.out.println(by);
        assertThat(missed).isEmpty();
    }

    private static boolean right(Mutant mutant, List<String> missed, Map<String, Integer> by) {
        List<Finding> errors = CHECK.check(new ModelFiles(mutant.files())).stream()
                .filter(finding -> finding.severity() == Severity.ERROR)
                .toList();
        errors.stream()
                .map(Finding::rule)
                .distinct()
                .forEach(rule -> by.merge(mutant.kind() + " " + rule, 1, Integer::sum));
        boolean right = mutant.kind().found() == Mutant.Found.NEVER
                ? errors.isEmpty()
                : errors.stream()
                        .anyMatch(finding -> mutant.rules().contains(finding.rule())
                                && finding.element().contains(mutant.element()));
        if (!right && mutant.kind().found() != Mutant.Found.BY_PROOFS) {
            missed.add(mutant.kind() + " " + mutant.file() + " " + mutant.element() + ": "
                    + errors.stream()
                            .map(finding -> finding.rule() + " " + finding.element())
                            .limit(3)
                            .toList());
        }
        return right;
    }
}
