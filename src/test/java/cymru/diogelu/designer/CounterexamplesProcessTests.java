package cymru.diogelu.designer;

import static org.assertj.core.api.Assertions.assertThat;

import cymru.diogelu.DiogeluApplication;
import cymru.diogelu.agencies.Agencies;
import cymru.diogelu.language.Language;
import cymru.diogelu.modelcheck.ModelCheck;
import cymru.diogelu.modelcheck.ModelFiles;
import cymru.diogelu.modelcheck.ModelProofs;
import cymru.diogelu.modelcheck.ModelProofs.Found;
import cymru.diogelu.modelcheck.Severity;
import cymru.diogelu.modelcheck.proof.BreakingChange;
import cymru.diogelu.statute.Provisions;
import cymru.diogelu.statute.StatutoryRules;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;

/**
 * What the proofs call broken is broken on the engine too: the story of the way is walked there, and the record that the
 * engine wrote breaks the rule. All rules take most of an hour: {@code -Dcounterexamples.rules=.*}.
 */
class CounterexamplesProcessTests {

    private static final ModelCheck CHECK = new ModelCheck(Provisions.load(), Agencies.load());
    private static final ModelProofs PROOFS = new ModelProofs(StatutoryRules.load(Provisions.load()));

    @TempDir
    private Path folder;

    /** What the check refuses is not run, here as anywhere. */
    static Stream<BreakingChange> changes() {
        return BreakingChange.all().stream()
                .filter(change -> change.rule()
                        .matches(System.getProperty("counterexamples.rules", "INV-(01.police-first|29.assessed)")))
                .filter(change -> CHECK.check(new ModelFiles(change.files())).stream()
                        .noneMatch(finding -> finding.severity() == Severity.ERROR));
    }

    @ParameterizedTest
    @MethodSource("changes")
    void theEngineShowsWhatTheProofsFound(BreakingChange change) throws IOException {
        Path set = write(change.files());
        Found found = PROOFS.prove(ModelFiles.of(set)).found().stream()
                .filter(each -> each.subject().equals(change.rule()))
                .findFirst()
                .orElseThrow();
        Path book = Files.createDirectory(folder.resolve("book"));
        Files.writeString(book.resolve("story.yaml"), CounterexampleStory.yaml(found));

        assertThat(walked(book, set).lines(Language.EN)).anyMatch(line -> line.contains("breaks " + change.rule()));
    }

    private Path write(Map<String, byte[]> files) throws IOException {
        Path set = folder.resolve("set");
        for (Map.Entry<String, byte[]> file : files.entrySet()) {
            Path path = set.resolve(file.getKey());
            Files.createDirectories(path.getParent());
            Files.write(path, file.getValue());
        }
        return set;
    }

    private static ScenarioReport walked(Path book, Path set) {
        try (var context = new SpringApplicationBuilder(DiogeluApplication.class)
                .web(WebApplicationType.NONE)
                .run(
                        "--spring.datasource.url=jdbc:h2:mem:"
                                + book.getParent().getFileName(),
                        "--diogelu.models.tried=" + set,
                        "--diogelu.demonstration=false",
                        "--diogelu.clock=standing")) {
            return context.getBean(ScenarioRunner.class).run(book);
        }
    }
}
