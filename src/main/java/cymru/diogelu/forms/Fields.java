package cymru.diogelu.forms;

import cymru.diogelu.forms.Component.Question;
import cymru.diogelu.forms.Component.Rows;
import java.util.List;
import java.util.Map;

/** Lists the places for answers in a form. */
final class Fields {

    private Fields() {}

    static void collect(List<Component> components, String around, List<Field> fields) {
        for (var component : components) {
            var path = component.path().isEmpty() ? around : around + String.join(".", component.path());
            boolean list = component instanceof Rows;
            if (list || component.holdsValue()) {
                fields.add(field(component, path));
            }
            collect(component.components(), path + separator(component, path), fields);
        }
    }

    private static String separator(Component component, String path) {
        if (component instanceof Rows) {
            return "[].";
        }
        return component.path().isEmpty() || path.isEmpty() ? "" : ".";
    }

    private static Field field(Component component, String path) {
        var question = component instanceof Question asked ? asked : null;
        return new Field(
                path,
                component.traits().id(),
                component.traits().type(),
                component.label(),
                question != null && question.required(),
                question == null ? Map.of() : question.kind().options().listed(),
                component.traits().properties());
    }
}
