package cymru.diogelu.forms;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What an expression can see at its place in a form, under the names that form-js gives: the answers and facts, and as
 * {@code this}, {@code parent} and {@code i} the row it stands in, what is around that row, and the row's number from 1.
 */
final class Scope {

    private final Map<String, Object> data;
    private final Map<String, Object> own;
    private final @Nullable Map<String, Object> parent;
    private final List<Integer> positions;
    private final Map<String, Object> context;

    private Scope(
            Map<String, Object> data,
            Map<String, Object> own,
            @Nullable Map<String, Object> parent,
            List<Integer> positions) {
        this.data = data;
        this.own = own;
        this.parent = parent;
        this.positions = positions;
        this.context = context(data, own, parent, positions);
    }

    static Scope of(Map<String, Object> data) {
        return new Scope(data, data, null, List.of());
    }

    /** The scope inside one row of a list that stands in this scope. */
    Scope row(Map<String, Object> row, int index) {
        var deeper = new ArrayList<>(positions);
        deeper.add(index + 1);
        return new Scope(data, row, context(own, own, parent, positions), deeper);
    }

    /** An answer outside all lists, or a fact. */
    @Nullable
    Object known(String name) {
        return data.containsKey(name) ? data.get(name) : Tree.get(data, List.of(name.split("\\.")));
    }

    Map<String, Object> context() {
        return context;
    }

    private static Map<String, Object> context(
            Map<String, Object> data,
            Map<String, Object> own,
            @Nullable Map<String, Object> parent,
            List<Integer> positions) {
        var special = new LinkedHashMap<String, @Nullable Object>();
        special.put("this", own);
        special.put("parent", parent);
        special.put("i", positions);
        var context = new LinkedHashMap<String, Object>(special);
        context.putAll(data);
        special.forEach((name, value) -> context.put("_" + name + "_", value));
        return context;
    }
}
