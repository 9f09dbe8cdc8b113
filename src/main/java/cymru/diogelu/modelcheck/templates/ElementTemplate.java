package cymru.diogelu.modelcheck.templates;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** One template in the format that Camunda Modeler documents for Camunda 7. */
final class ElementTemplate {

    private static final String SCHEMA =
            "https://unpkg.com/@camunda/element-templates-json-schema/resources/schema.json";

    private final Map<String, Object> json = new LinkedHashMap<>();
    private final List<Map<String, Object>> properties = new ArrayList<>();

    /**
     * A template whose element keeps all other groups of the properties panel: what no template can set, such as the
     * element documentation and the date of a timer, is still to be written there.
     *
     * @param id the last part of its id
     * @param appliesTo what it can be given to
     */
    ElementTemplate(String id, String name, String description, List<String> appliesTo) {
        json.put("$schema", SCHEMA);
        json.put("name", name);
        json.put("id", "cymru.diogelu." + id);
        json.put("description", description);
        json.put("appliesTo", appliesTo);
        json.put("entriesVisible", true);
        json.put("properties", properties);
    }

    /** What an element becomes when the template is given to it. */
    ElementTemplate becomes(String type) {
        json.put("elementType", Map.of("value", type));
        return this;
    }

    /** Set without being asked. */
    ElementTemplate sets(Binding binding, Object value) {
        properties.add(property("Hidden", binding, value));
        return this;
    }

    /** Asked with free words, which have to be of a form. */
    ElementTemplate asks(Binding binding, Question question, String form) {
        Map<String, Object> property = asked("String", binding, question);
        property.put(
                "constraints", Map.of("notEmpty", true, "pattern", Map.of("value", form, "message", question.help())));
        properties.add(property);
        return this;
    }

    /** Asked with a list to choose from; the first of it is chosen at the beginning. */
    ElementTemplate offers(Binding binding, Question question, List<Choice> choices) {
        Map<String, Object> property = asked("Dropdown", binding, question);
        property.put("value", choices.get(0).value());
        property.put("choices", choices.stream().map(Choice::json).toList());
        properties.add(property);
        return this;
    }

    private static Map<String, Object> asked(String type, Binding binding, Question question) {
        Map<String, Object> property = property(type, binding, "");
        property.put("label", question.label());
        property.put("description", question.help());
        return property;
    }

    private static Map<String, Object> property(String type, Binding binding, Object value) {
        Map<String, Object> property = new LinkedHashMap<>();
        property.put("type", type);
        property.put("value", value);
        property.put("binding", binding.json());
        return property;
    }

    Map<String, Object> json() {
        return json;
    }
}
