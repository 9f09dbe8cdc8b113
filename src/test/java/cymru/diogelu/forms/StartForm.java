package cymru.diogelu.forms;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The start form as it is delivered. */
public final class StartForm {

    private static final Path FOLDER = Path.of("forms", "safeguarding-case");

    private StartForm() {}

    public static Form read() {
        try (var form = Files.newInputStream(FOLDER.resolve("concern.form"));
                var welsh = Files.newInputStream(FOLDER.resolve("concern.cy.json"))) {
            return new Forms().read("concern.form", form, welsh);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
