package cymru.diogelu.forms;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class KnownDifferenceTests {

    @Test
    void theDocumentationListsEveryDifferenceWithItsReason() throws IOException {
        var page = Files.readString(Path.of("docs/forms-judge.md"));

        for (var difference : KnownDifference.list(FormJsTests.KNOWN)) {
            assertThat(page).contains("| `" + difference.name() + "` |", difference.why());
        }
    }
}
