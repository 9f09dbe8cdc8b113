package cymru.diogelu.kill;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;

/**
 * What the program has acknowledged: cases by reference, with the tasks answered in them and what each receipt said
 * comes next. Also kept in a file, for whoever looks into a loss.
 */
final class Acknowledged {

    private final Map<String, Map<String, Set<String>>> nextByTaskByCase = new ConcurrentHashMap<>();
    private final Path file;

    Acknowledged(Path file) {
        this.file = file;
    }

    void opened(String reference) {
        tasks(reference);
        write(reference);
    }

    void answered(String reference, String task, Set<String> next) {
        tasks(reference).put(task, next);
        write("%s %s then %s".formatted(reference, task, next));
    }

    Set<String> cases() {
        return new TreeSet<>(nextByTaskByCase.keySet());
    }

    /** The answered tasks of a case, each with the tasks that were open after it. */
    Map<String, Set<String>> tasks(String reference) {
        return nextByTaskByCase.computeIfAbsent(reference, key -> new ConcurrentHashMap<>());
    }

    /** Concerns and answers together. */
    int count() {
        return nextByTaskByCase.size()
                + nextByTaskByCase.values().stream().mapToInt(Map::size).sum();
    }

    private synchronized void write(String line) {
        try {
            Files.writeString(file, line + "\n", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        } catch (IOException full) {
            throw new UncheckedIOException(full);
        }
    }
}
