package cymru.diogelu.invariants;

import static org.assertj.core.api.Assertions.assertThat;

import cymru.diogelu.language.Bilingual;
import cymru.diogelu.statute.Provision;
import cymru.diogelu.statute.Provisions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

class InvariantTests {

    private static final Pathway PATHWAY = Pathway.ofTheProject();
    private static final Provisions REGISTER = Provisions.load();
    private static final Path PAGE = Path.of("docs/invariants.md");

    @TestFactory
    Stream<DynamicTest> theModelsOfTheProjectKeepEveryInvariant() {
        return Invariants.checks().stream()
                .map(check -> DynamicTest.dynamicTest(
                        name(check) + ": holds on the packaged models", () -> assertThat(check.findings(PATHWAY))
                                .as(name(check))
                                .isEmpty()));
    }

    @TestFactory
    Stream<DynamicTest> everyBentModelIsFound() {
        return Invariants.checks().stream().flatMap(check -> check.bends().stream()
                .map(bend -> DynamicTest.dynamicTest(
                        name(check) + ": bent by: " + bend.what(), () -> refuses(check, bend))));
    }

    @Test
    void everyInvariantHasABentModelOrAReasonWhyNot() {
        Set<String> proven = Invariants.checks().stream().map(Check::provision).collect(Collectors.toSet());
        List<String> invariants = REGISTER.all().stream()
                .filter(provision -> provision.kind() == Provision.Kind.INVARIANT)
                .map(Provision::id)
                .toList();

        assertThat(Invariants.checks())
                .allSatisfy(check -> assertThat(check.bends()).as(name(check)).isNotEmpty());
        assertThat(proven).doesNotContainAnyElementsOf(Invariants.NOT_IN_MODELS.keySet());
        proven.addAll(Invariants.NOT_IN_MODELS.keySet());
        assertThat(proven).containsExactlyInAnyOrderElementsOf(invariants);
    }

    @Test
    void thePageOfInvariantsIsFresh() throws IOException {
        String text = InvariantsPage.text(REGISTER, Invariants.checks());
        if (Boolean.getBoolean("invariants.write")) {
            Files.writeString(PAGE, text);
        }

        assertThat(PAGE).hasContent(text);
    }

    private static void refuses(Check check, Bend bend) {
        List<Finding> findings = check.findings(bend.of(PATHWAY));

        assertThat(findings)
                .as(name(check) + ": bent by: " + bend.what())
                .extracting(Finding::element)
                .contains(bend.element());
    }

    private static String name(Check check) {
        Bilingual title = REGISTER.get(check.provision()).title();
        return "%s %s: %s".formatted(check.provision(), title.en(), check.asks());
    }
}
