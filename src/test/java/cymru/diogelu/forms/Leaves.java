package cymru.diogelu.forms;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** Nested answers laid flat, by key, so that two sets of them can be compared; what is empty is left out. */
final class Leaves {

    private Leaves() {}

    static TreeMap<String, Object> of(@Nullable Object tree) {
        var leaves = new TreeMap<String, Object>();
        collect(tree, "", leaves);
        return leaves;
    }

    private static void collect(@Nullable Object tree, String key, Map<String, Object> leaves) {
        if (tree instanceof Map<?, ?> map) {
            map.forEach(
                    (name, value) -> collect(value, key.isEmpty() ? String.valueOf(name) : key + "." + name, leaves));
        } else if (tree instanceof List<?> list && list.stream().anyMatch(Map.class::isInstance)) {
            for (int row = 0; row < list.size(); row++) {
                collect(list.get(row), key + "[" + row + "]", leaves);
            }
        } else if (tree instanceof Number number) {
            leaves.put(key, new BigDecimal(number.toString()).stripTrailingZeros());
        } else if (tree != null && !tree.equals("") && !tree.equals(List.of())) {
            leaves.put(key, tree);
        }
    }

    /** The raw answer at a key, as JSON text; {@code absent} where there is none. */
    static String raw(Map<String, Object> answers, String key) {
        var path = new ArrayList<Object>();
        for (var step : key.split("[.\\[\\]]+")) {
            path.add(step.matches("[0-9]+") ? Integer.valueOf(step) : step);
        }
        var raw = Tree.get(answers, path);
        return raw == null ? "absent" : JsonMapper.shared().writeValueAsString(raw);
    }

    static String type(Form form, String key) {
        var path = key.replaceAll("\\[[0-9]+]", "[]");
        return form.fields().stream()
                .filter(field -> field.path().equals(path))
                .map(Field::type)
                .findFirst()
                .orElse("none");
    }
}
