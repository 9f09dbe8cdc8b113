package cymru.diogelu.forms;

import cymru.diogelu.language.Bilingual;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One component of a form, read and found sound. */
sealed interface Component {

    Traits traits();

    /** Segments of the path below the row or form it stands in; empty where it holds no data of its own. */
    default List<String> path() {
        return List.of();
    }

    default List<Component> components() {
        return List.of();
    }

    /** Its name in sentences about it. */
    default Bilingual label() {
        return traits().texts().label(path().isEmpty() ? traits().id() : String.join(".", path()));
    }

    default boolean holdsValue() {
        return this instanceof Question || this instanceof Computed;
    }

    /** What it shows but does not ask: text, html, separator, spacer, button. */
    record Display(Traits traits) implements Component {}

    /** @param fixed disabled or read-only: shown, but never taken as an answer */
    record Question(
            Traits traits, List<String> path, Kind kind, boolean required, boolean fixed, @Nullable Object defaultValue)
            implements Component {}

    /** A value worked out from the answers. */
    record Computed(Traits traits, List<String> path, Expression expression) implements Component {}

    record Group(Traits traits, List<String> path, List<Component> components) implements Component {}

    /**
     * @param repetitions how many empty rows a new form shows
     * @param distinct the answers in which no two rows may agree; empty where rows may be alike
     */
    record Rows(Traits traits, List<String> path, int repetitions, int min, int max, List<String> distinct, Level level)
            implements Component {

        @Override
        public List<Component> components() {
            return level.components();
        }
    }
}
