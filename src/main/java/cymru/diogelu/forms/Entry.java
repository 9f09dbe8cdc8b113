package cymru.diogelu.forms;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** One component of a form somebody fills in, in a list once for each row: what was answered and whether it is shown. */
final class Entry {

    private final Component component;
    private final List<Object> path;
    private final @Nullable Object raw;
    private final Reading reading;
    private final List<List<Entry>> parts;
    private @Nullable Object computed;
    private @Nullable Scope scope;

    /** @param parts the entries inside: of a group one list, of a list one for each row */
    Entry(Component component, List<Object> path, @Nullable Object raw, Reading reading, List<List<Entry>> parts) {
        this.component = component;
        this.path = path;
        this.raw = raw;
        this.reading = reading;
        this.parts = parts;
    }

    Component component() {
        return component;
    }

    /** Names and positions from the top of the form. */
    List<Object> path() {
        return path;
    }

    List<List<Entry>> parts() {
        return parts;
    }

    @Nullable
    Complaint problem() {
        return reading.problem();
    }

    /** The answer in canonical form; what an unanswered question has where it could not be read. */
    @Nullable
    Object value() {
        return component instanceof Component.Computed ? computed : reading.value();
    }

    /** The answer as the person gave it where it could not be read, so that it can be shown again. */
    @Nullable
    Object shown() {
        return problem() == null ? value() : raw;
    }

    /**
     * The path as people write it, {@code children[0].fullName}; the id where the component holds no data, in a row
     * behind the row, as it stands in each.
     */
    String key() {
        if (!component.path().isEmpty()) {
            return key(path);
        }
        boolean inRow = path.stream().anyMatch(Integer.class::isInstance);
        return (inRow ? key(path) + "." : "") + component.traits().id();
    }

    static String key(List<?> path) {
        var key = new StringBuilder();
        for (var step : path) {
            if (step instanceof Integer position) {
                key.append('[').append(position).append(']');
            } else {
                key.append(key.isEmpty() ? "" : ".").append(step);
            }
        }
        return key.toString();
    }

    void compute(@Nullable Object value) {
        computed = value;
    }

    /** @param where null hides it */
    void show(@Nullable Scope where) {
        scope = where;
    }

    /** What expressions of this component see; null while it is hidden. */
    @Nullable
    Scope scope() {
        return scope;
    }
}
