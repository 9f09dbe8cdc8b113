package cymru.diogelu.modelcheck.lint;

import cymru.diogelu.forms.BrokenForm;
import cymru.diogelu.forms.Forms;
import cymru.diogelu.modelcheck.reading.FormFile;
import java.io.ByteArrayInputStream;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What the reader of forms refuses of each form, which decides what a form may be. */
final class FormFaults {

    private final Forms forms = new Forms();

    /** The faults of a form and of its Welsh; none where the Welsh cannot be read, which another rule names. */
    List<BrokenForm> of(FormFile form, Map<String, byte[]> files) {
        byte[] welsh = files.get(FormFile.welshOf(form.file()));
        boolean readable = welsh == null || form.welsh().isPresent();
        return forms
                .faults(form.file(), stream(files.get(form.file())), readable && welsh != null ? stream(welsh) : null)
                .stream()
                .filter(fault -> readable || fault.file().equals(form.file()))
                .toList();
    }

    private static ByteArrayInputStream stream(byte @Nullable [] content) {
        return new ByteArrayInputStream(Objects.requireNonNull(content));
    }
}
