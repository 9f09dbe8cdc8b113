package cymru.diogelu.forms;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The forms of this project, each with the Welsh file beside it. */
final class FormFiles {

    private static final Path FOLDER = Path.of("forms");

    private FormFiles() {}

    static List<Path> all() {
        return ending(".form");
    }

    static List<Path> ending(String ending) {
        if (!Files.isDirectory(FOLDER)) {
            return List.of();
        }
        try (var files = Files.walk(FOLDER)) {
            return files.filter(file -> file.toString().endsWith(ending))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Form read(Path file) {
        try (var form = Files.newInputStream(file);
                var welsh = Files.newInputStream(welsh(file))) {
            return new Forms().read(file.toString(), form, welsh);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Path welsh(Path form) {
        return form.resolveSibling(form.getFileName().toString().replace(".form", ".cy.json"));
    }
}
