package cymru.diogelu.forms;

import java.io.InputStream;
import java.util.List;
import java.util.Optional;
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
        var faults = new Faults();
        var read = read(file, form, welsh, faults);
        faults.refuse();
        return read.orElseThrow();
    }

    /**
     * Everything for which {@link #read} refuses a form, in the order of the file; empty for a sound one.
     *
     * @param file name of the form file, for complaints
     * @param welsh the file with the Welsh texts; null where there is none
     */
    public List<BrokenForm> faults(String file, InputStream form, @Nullable InputStream welsh) {
        var faults = new Faults();
        var unused = read(file, form, welsh, faults);
        return unused.isPresent() ? List.of() : faults.all();
    }

    private Optional<Form> read(String file, InputStream form, @Nullable InputStream welsh, Faults faults) {
        var beside = file.replaceAll("\\.form$", ".cy.json");
        var translation = welsh == null
                ? Optional.of(Translation.none(beside, faults))
                : faults.read(() -> Translation.of(beside, JsonFile.read(beside, welsh), faults));
        return faults.read(() -> JsonFile.read(file, form))
                .flatMap(json -> translation.flatMap(
                        words -> new FormReader(feel, words, faults).read(new Source(file, "form", json), messages)));
    }
}
