package cymru.diogelu.forms;

import cymru.diogelu.forms.Component.Computed;
import cymru.diogelu.forms.Component.Group;
import cymru.diogelu.forms.Component.Question;
import cymru.diogelu.forms.Component.Rows;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * A form with answers in it.
 *
 * @param entries its components, lists with their rows
 * @param data what conditions see before anything is hidden: the facts, and over them a value for every field
 * @param initial the same as it was before anybody answered, from facts and defaults
 */
record Filling(Level level, List<Entry> entries, Map<String, Object> data, Map<String, Object> initial) {

    /** Nothing answered yet: every field shows what the facts say, else its default. */
    static Filling fresh(Level level, Map<String, Object> facts) {
        var data = Tree.copy(facts);
        var entries = new Writer(facts, facts, data, true).write(level.components(), List.of());
        return new Filling(level, entries, data, data);
    }

    /** Half answered, to be shown again: fields without an answer are as in a fresh form. */
    static Filling resumed(Level level, Map<String, Object> answers, Map<String, Object> facts) {
        var initial = fresh(level, facts).data();
        var data = Tree.copy(facts);
        var given = Tree.overlay(facts, answers);
        var entries = new Writer(given, initial, data, true).write(level.components(), List.of());
        return new Filling(level, entries, data, initial);
    }

    /** Handed in: a field without an answer is empty, whatever its default. */
    static Filling answered(Level level, Map<String, Object> answers, Map<String, Object> facts) {
        var initial = fresh(level, facts).data();
        var data = Tree.copy(facts);
        var entries = new Writer(answers, initial, data, false).write(level.components(), List.of());
        return new Filling(level, entries, data, initial);
    }

    /** Writes the answers into the data while it makes the entries. */
    private record Writer(
            Map<String, Object> given, Map<String, Object> initial, Map<String, Object> data, boolean defaults) {

        List<Entry> write(List<Component> components, List<Object> around) {
            var entries = new ArrayList<Entry>();
            components.forEach(component -> entries.add(write(component, around)));
            return entries;
        }

        private Entry write(Component component, List<Object> around) {
            var path = new ArrayList<>(around);
            path.addAll(component.path());
            if (component instanceof Question question) {
                return question(question, path);
            }
            if (component instanceof Rows rows) {
                return rows(rows, path);
            }
            if (component instanceof Computed) {
                Tree.put(data, path, null);
            }
            return component instanceof Group group
                    ? new Entry(group, path, null, Reading.of(null), List.of(write(group.components(), path)))
                    : new Entry(component, path, null, Reading.of(null), List.of());
        }

        private Entry question(Question question, List<Object> path) {
            var raw = Tree.get(question.fixed() ? initial : given, path);
            var reading =
                    raw == null ? Reading.of(absent(question)) : question.kind().read(raw, initial);
            if (reading.problem() != null || reading.value() == null) {
                reading = new Reading(question.kind().empty(), reading.problem());
            }
            Tree.put(data, path, reading.value());
            return new Entry(question, path, raw, reading, List.of());
        }

        private @Nullable Object absent(Question question) {
            return defaults ? question.defaultValue() : null;
        }

        private Entry rows(Rows rows, List<Object> path) {
            int count = count(rows, Tree.get(given, path));
            var list = new ArrayList<Map<String, Object>>();
            IntStream.range(0, count).forEach(row -> list.add(new LinkedHashMap<>()));
            Tree.put(data, path, list);
            var parts = IntStream.range(0, count)
                    .mapToObj(row -> {
                        var inside = new ArrayList<>(path);
                        inside.add(row);
                        return write(rows.components(), inside);
                    })
                    .toList();
            return new Entry(rows, path, null, Reading.of(null), parts);
        }

        /** Rows beyond the most that the list allows are refused as a whole, not looked at one by one. */
        private int count(Rows rows, @Nullable Object answer) {
            if (answer instanceof List<?> list) {
                return Math.min(list.size(), rows.max());
            }
            return defaults ? rows.repetitions() : 0;
        }
    }
}
