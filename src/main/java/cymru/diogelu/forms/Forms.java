package cymru.diogelu.forms;

import java.io.InputStream;
import org.jspecify.annotations.Nullable;

/** Reads Camunda Form files, each with the Welsh file beside it. Safe to share between threads. */
public final class Forms {

    private final Feel feel = new Feel();
    private final Messages messages = new Messages();

    /**
     * Reads a form to the end of both streams, which the caller closes.
     *
     * @param file name of the form file, for complaints
     * @param welsh the file with the Welsh texts; null where there is none
     * @throws BrokenForm when the form cannot be used, or a text that people see is in one language only
     */
    public Form read(String file, InputStream form, @Nullable InputStream welsh) {
        var json = JsonFile.read(file, form);
        var beside = file.replaceAll("\\.form$", ".cy.json");
        var translation =
                welsh == null ? Translation.none(beside) : Translation.of(beside, JsonFile.read(beside, welsh));
        return new FormReader(feel, translation).read(new Source(file, "form", json), messages);
    }
}
