package cymru.diogelu.forms;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** Gathers what is wrong with a form while it is read on, so that its designer hears of all of it at once. */
final class Faults {

    private final List<BrokenForm> found = new ArrayList<>();

    void add(BrokenForm fault) {
        found.add(fault);
    }

    /** Does something of which nothing else depends. */
    void attempt(Runnable check) {
        read(() -> {
            check.run();
            return true;
        });
    }

    /** What was read; empty where it cannot be, which is kept in mind. */
    <T> Optional<T> read(Supplier<T> reader) {
        try {
            return Optional.of(reader.get());
        } catch (BrokenForm fault) {
            add(fault);
            return Optional.empty();
        }
    }

    List<BrokenForm> all() {
        return List.copyOf(found);
    }

    boolean none() {
        return found.isEmpty();
    }

    /** @throws BrokenForm with the first fault, if there is any */
    void refuse() {
        if (!found.isEmpty()) {
            throw found.get(0);
        }
    }
}
