package cymru.diogelu.forms;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Which attributes belong to which types of components, as the schema of Camunda Forms has it. */
final class Attributes {

    private static final Set<String> CHOICES = Set.of("radio", "select", "checklist", "taglist");
    private static final Set<String> CONTAINERS = Set.of("group", "dynamiclist");
    private static final Set<String> INPUTS =
            both(CHOICES, Set.of("textfield", "textarea", "number", "checkbox", "datetime", "expression"));

    private static final Set<String> TYPES =
            both(both(INPUTS, CONTAINERS), Set.of("text", "html", "separator", "spacer", "button"));

    private static final Map<String, Set<String>> PLACES = places();

    private Attributes() {}

    static void check(Source source, Faults faults) {
        var type = source.mandatoryText("type");
        if (!TYPES.contains(type)) {
            throw source.broken("a component of type '%s' is not supported".formatted(type));
        }
        for (var name : source.json().keySet()) {
            if (!PLACES.getOrDefault(name, Set.of(type)).contains(type)) {
                faults.add(source.broken("'%s' does not belong to a component of type '%s'".formatted(name, type)));
            }
        }
    }

    private static Map<String, Set<String>> places() {
        var places = new HashMap<String, Set<String>>();
        belong(places, Set.of("text"), "text");
        belong(places, Set.of("html"), "content");
        belong(places, Set.of("button"), "action");
        belong(places, Set.of("spacer"), "height");
        belong(places, Set.of("select"), "searchable");
        belong(places, Set.of("expression"), "expression", "computeOn");
        belong(places, both(both(INPUTS, CONTAINERS), Set.of("button")), "label");
        belong(places, INPUTS, "key", "description", "disabled", "readonly", "validate", "defaultValue");
        belong(places, CHOICES, "values", "valuesKey", "valuesExpression");
        belong(places, Set.of("number"), "increment", "decimalDigits", "serializeToString");
        belong(places, Set.of("datetime"), "subtype", "dateLabel", "timeLabel", "use24h", "timeSerializingFormat");
        belong(places, Set.of("datetime"), "timeInterval", "disallowPassedDates");
        belong(places, CONTAINERS, "path", "showOutline", "verticalAlignment", "components");
        belong(places, Set.of("dynamiclist"), "isRepeating", "defaultRepetitions", "allowAddRemove");
        belong(places, Set.of("dynamiclist"), "disableCollapse", "nonCollapsedItems");
        return places;
    }

    private static void belong(Map<String, Set<String>> places, Set<String> types, String... names) {
        List.of(names).forEach(name -> places.put(name, types));
    }

    private static Set<String> both(Set<String> some, Set<String> others) {
        var all = new HashSet<>(some);
        all.addAll(others);
        return Set.copyOf(all);
    }
}
