package cymru.diogelu.walk;

import cymru.diogelu.modelcheck.ModelFiles;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.UnaryOperator;

/** The models of the project with a change in one of them. */
public final class PackagedFiles {

    private PackagedFiles() {}

    /**
     * All files with a change in those whose name ends so.
     *
     * @throws AssertionError when nothing is changed by it
     */
    public static Map<String, byte[]> with(String ending, UnaryOperator<String> change) {
        Map<String, byte[]> files = new LinkedHashMap<>(all());
        AtomicBoolean changed = new AtomicBoolean();
        files.replaceAll((path, content) -> {
            String before = new String(content, StandardCharsets.UTF_8);
            String after = path.endsWith(ending) ? change.apply(before) : before;
            changed.compareAndSet(false, !after.equals(before));
            return after.getBytes(StandardCharsets.UTF_8);
        });
        if (!changed.get()) {
            throw new AssertionError("no file that ends in " + ending + " is changed");
        }
        return files;
    }

    public static Map<String, byte[]> all() {
        try {
            return ModelFiles.of(Path.of(".")).byPath();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
