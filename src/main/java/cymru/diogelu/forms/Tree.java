package cymru.diogelu.forms;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Nested maps and lists as JSON has them, addressed by paths of names and positions. */
final class Tree {

    private Tree() {}

    @SuppressWarnings("unchecked")
    static Map<String, Object> copy(Map<String, Object> map) {
        return (Map<String, Object>) Objects.requireNonNull(copyOf(map));
    }

    private static @Nullable Object copyOf(@Nullable Object value) {
        if (value instanceof Map<?, ?> map) {
            var copy = new LinkedHashMap<String, @Nullable Object>();
            map.forEach((name, inner) -> copy.put(String.valueOf(name), copyOf(inner)));
            return copy;
        }
        if (value instanceof List<?> list) {
            var copy = new ArrayList<@Nullable Object>();
            list.forEach(inner -> copy.add(copyOf(inner)));
            return copy;
        }
        return value;
    }

    /** The first with the second on top: maps are joined, everything else is replaced. */
    static Map<String, Object> overlay(Map<String, Object> below, Map<String, Object> above) {
        var joined = copy(below);
        copy(above).forEach((name, value) -> joined.merge(name, value, Tree::join));
        return joined;
    }

    @SuppressWarnings("unchecked")
    private static Object join(Object below, Object above) {
        return below instanceof Map<?, ?> && above instanceof Map<?, ?>
                ? overlay((Map<String, Object>) below, (Map<String, Object>) above)
                : above;
    }

    static @Nullable Object get(@Nullable Object tree, List<?> path) {
        var found = tree;
        for (var step : path) {
            found = child(found, step);
        }
        return found;
    }

    /** The value at a path that is known to hold one. */
    static Object at(Object tree, List<?> path) {
        return Objects.requireNonNull(get(tree, path));
    }

    /** Makes the maps on the way; a value that stands in the way is replaced by one. Positions must exist. */
    static void put(Map<String, Object> tree, List<?> path, @Nullable Object value) {
        Object holder = tree;
        for (var step : path.subList(0, path.size() - 1)) {
            var next = child(holder, step);
            if (!(next instanceof Map || next instanceof List)) {
                next = new LinkedHashMap<String, Object>();
                set(holder, step, next);
            }
            holder = next;
        }
        set(holder, path.get(path.size() - 1), value);
    }

    /** Takes a value out, and what is empty without it; in a list a row leaves a gap, so that the others keep their place. */
    static void remove(Map<String, Object> tree, List<?> path) {
        for (int length = path.size(); length > 0; length--) {
            var holder = get(tree, path.subList(0, length - 1));
            clear(holder, path.get(length - 1));
            if (!isBare(holder)) {
                return;
            }
        }
    }

    private static boolean isBare(@Nullable Object holder) {
        return holder instanceof Map<?, ?> map && map.isEmpty()
                || holder instanceof List<?> list && list.stream().allMatch(Objects::isNull);
    }

    private static @Nullable Object child(@Nullable Object holder, Object step) {
        if (holder instanceof Map<?, ?> map) {
            return map.get(step);
        }
        return holder instanceof List<?> list && step instanceof Integer position && position < list.size()
                ? list.get(position)
                : null;
    }

    @SuppressWarnings("unchecked")
    private static void set(Object holder, Object step, @Nullable Object value) {
        if (holder instanceof Map<?, ?>) {
            ((Map<String, @Nullable Object>) holder).put((String) step, value);
        } else {
            ((List<@Nullable Object>) holder).set((Integer) step, value);
        }
    }

    @SuppressWarnings("unchecked")
    private static void clear(@Nullable Object holder, Object step) {
        if (holder instanceof Map<?, ?> map) {
            map.remove(step);
        } else if (holder instanceof List<?> list && step instanceof Integer position && position < list.size()) {
            ((List<@Nullable Object>) list).set(position, null);
        }
    }
}
