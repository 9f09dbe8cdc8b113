package cymru.diogelu.designer;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class ScenarioBookTests {

    private static final Path FORMS = Path.of("forms");

    private final ScenarioBook book = new ScenarioBook(Path.of("processes/scenarios"));

    @Test
    void everyStoryHasANameOfItsOwnInBothLanguages() {
        List<String> english =
                book.scenarios().stream().map(story -> story.name().en()).toList();
        List<String> welsh =
                book.scenarios().stream().map(story -> story.name().cy()).toList();

        assertThat(english).isNotEmpty().doesNotHaveDuplicates().noneMatch(String::isBlank);
        assertThat(welsh).doesNotHaveDuplicates().noneMatch(String::isBlank).doesNotContainAnyElementsOf(english);
    }

    @Test
    void everyFolderOfStoriesIsNamedAfterAProcedure() {
        assertThat(book.scenarios())
                .extracting(story -> Path.of(story.file()).getParent())
                .allSatisfy(folder ->
                        assertThat(Path.of("processes").resolve(folder)).isDirectory());
    }

    @Test
    void usualAnswersBelongToAForm() throws IOException {
        assertThat(book.usualAnswers()).isNotEmpty();
        assertThat(forms()).containsAll(book.usualAnswers().keySet());
    }

    private static Set<String> forms() throws IOException {
        try (var files = Files.walk(FORMS)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".form"))
                    .map(name -> name.replace(".form", ""))
                    .collect(Collectors.toSet());
        }
    }
}
