package cymru.diogelu.forms;

import cymru.diogelu.forms.Component.Rows;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/** The names that a form's answers may have, level by level, to find those that it never asked for. */
final class Shape {

    private final Map<String, Shape> inside = new LinkedHashMap<>();
    private @Nullable Shape row;
    private int mostRows;
    private boolean leaf;

    static Shape of(List<Component> components) {
        var shape = new Shape();
        shape.take(components);
        return shape;
    }

    private void take(List<Component> components) {
        for (var component : components) {
            var place = this;
            for (var step : component.path()) {
                place = place.inside.computeIfAbsent(step, name -> new Shape());
            }
            if (component instanceof Rows rows) {
                place.row = of(rows.components());
                place.mostRows = rows.max();
            } else if (component.holdsValue()) {
                place.leaf = true;
            } else {
                place.take(component.components());
            }
        }
    }

    /** Reports the path and what is wrong there: an unknown key, or no object or list where one belongs. */
    void strays(Map<String, Object> answers, BiConsumer<List<Object>, Complaint> report) {
        strays(answers, List.of(), report);
    }

    private void strays(@Nullable Object answer, List<Object> path, BiConsumer<List<Object>, Complaint> report) {
        if (answer == null || leaf) {
            return;
        }
        if (row != null) {
            rows(row, answer, path, report);
        } else if (answer instanceof Map<?, ?> map) {
            map.forEach((name, value) -> key(String.valueOf(name), value, path, report));
        } else {
            report.accept(path, Complaint.of("wrongType", "group"));
        }
    }

    private void rows(Shape row, Object answer, List<Object> path, BiConsumer<List<Object>, Complaint> report) {
        if (!(answer instanceof List<?> list)) {
            report.accept(path, Complaint.of("wrongType", "rows"));
            return;
        }
        for (int position = 0; position < Math.min(list.size(), mostRows); position++) {
            var inner = list.get(position);
            row.strays(inner == null ? "" : inner, below(path, position), report);
        }
    }

    private void key(
            String name, @Nullable Object value, List<Object> path, BiConsumer<List<Object>, Complaint> report) {
        var known = inside.get(name);
        if (known == null) {
            report.accept(below(path, name), Complaint.of("unknownKey"));
        } else {
            known.strays(value, below(path, name), report);
        }
    }

    private static List<Object> below(List<Object> path, Object step) {
        var deeper = new ArrayList<>(path);
        deeper.add(step);
        return deeper;
    }
}
