package cymru.diogelu.kill;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Collections;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** What the program has acknowledged: cases by reference with the tasks answered in them. Also kept in a file. */
final class Acknowledged {

    private final ConcurrentHashMap<String, Set<String>> tasksByCase = new ConcurrentHashMap<>();
    private final Path file;

    Acknowledged(Path file) {
        this.file = file;
    }

    void opened(String reference) {
        tasks(reference);
        write(reference, null);
    }

    void answered(String reference, String task) {
        tasks(reference).add(task);
        write(reference, task);
    }

    Set<String> cases() {
        return new TreeSet<>(tasksByCase.keySet());
    }

    Set<String> tasks(String reference) {
        return tasksByCase.computeIfAbsent(reference, key -> Collections.newSetFromMap(new ConcurrentHashMap<>()));
    }

    /** Concerns and answers together. */
    int count() {
        return tasksByCase.size()
                + tasksByCase.values().stream().mapToInt(Set::size).sum();
    }

    private synchronized void write(String reference, @Nullable String task) {
        String line = task == null ? reference + "\n" : reference + " " + task + "\n";
        try {
            Files.writeString(file, line, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        } catch (IOException full) {
            throw new UncheckedIOException(full);
        }
    }
}
