package cymru.diogelu.modelcheck.lint;

import static org.assertj.core.api.Assertions.assertThat;

import cymru.diogelu.agencies.Agencies;
import cymru.diogelu.modelcheck.Finding;
import cymru.diogelu.modelcheck.ModelFiles;
import cymru.diogelu.modelcheck.reading.Models;
import cymru.diogelu.statute.Provisions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Each rule has a folder {@code src/test/resources/modelcheck/<id>} with sets of models: {@code valid*} keep the rule,
 * {@code invalid*} break it where their {@code expected.txt} says, a line each: {@code FILE:LINE ELEMENT}.
 */
class RuleExamplesTests {

    private static final Path EXAMPLES = Path.of("src/test/resources/modelcheck");
    private static final Path PAGES = Path.of("docs/rules");
    private static final Lint LINT = new Lint(Provisions.load(), Agencies.load());

    @ParameterizedTest
    @MethodSource("rules")
    void findsNothingInWhatKeepsTheRule(String rule) throws IOException {
        List<Path> sets = sets(rule, "valid");
        assertThat(sets).isNotEmpty();
        for (Path set : sets) {
            assertThat(findings(rule, set)).as("%s", set).isEmpty();
        }
    }

    @ParameterizedTest
    @MethodSource("rules")
    void findsEachPlaceWhereTheRuleIsBroken(String rule) throws IOException {
        List<Path> sets = sets(rule, "invalid");
        assertThat(sets).isNotEmpty();
        for (Path set : sets) {
            assertThat(findings(rule, set).map(RuleExamplesTests::place))
                    .as("%s", set)
                    .containsExactlyInAnyOrderElementsOf(Files.readAllLines(set.resolve("expected.txt")));
        }
    }

    @ParameterizedTest
    @MethodSource("rules")
    void everyRuleHasAPage(String rule) throws IOException {
        assertThat(PAGES.resolve(rule + ".md")).exists();
        assertThat(Files.readString(PAGES.resolve(rule + ".md")))
                .startsWith("# ")
                .contains("`" + rule + "`", "## Why", "## What to do", "## Yn Gymraeg");
    }

    @Test
    void everyExampleBelongsToARule() throws IOException {
        try (Stream<Path> folders = Files.list(EXAMPLES)) {
            assertThat(folders.map(folder -> folder.getFileName().toString()))
                    .containsExactlyInAnyOrderElementsOf(Lint.rules());
        }
    }

    @Test
    void thePackagedModelsKeepEveryRule() throws IOException {
        assertThat(LINT.check(Models.read(ModelFiles.of(Path.of(".")).byPath())))
                .isEmpty();
    }

    static List<String> rules() {
        return Lint.rules();
    }

    private static List<Path> sets(String rule, String beginning) throws IOException {
        try (Stream<Path> sets = Files.list(EXAMPLES.resolve(rule))) {
            return sets.filter(set -> set.getFileName().toString().startsWith(beginning))
                    .sorted()
                    .toList();
        }
    }

    private static Stream<Finding> findings(String rule, Path set) throws IOException {
        return LINT.check(Models.read(ModelFiles.of(set).byPath()), rule);
    }

    private static String place(Finding finding) {
        return "%s:%d %s"
                .formatted(finding.file(), finding.line(), finding.element())
                .strip();
    }
}
