package cymru.diogelu.modelcheck.templates;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

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
                "constraints",
                ordered("notEmpty", true, "pattern", ordered("value", form, "message", question.help())));
        properties.add(property);
        return this;
    }

    /** Asked with a list to choose from; nothing is chosen at the beginning, so that nobody takes the first by oversight. */
    ElementTemplate offers(Binding binding, Question question, List<Choice> choices) {
        Map<String, Object> property = asked("Dropdown", binding, question);
        property.put(
                "choices",
                Stream.concat(Stream.of(Choice.NONE), choices.stream())
                        .map(Choice::json)
                        .toList());
        property.put("constraints", Map.of("notEmpty", true));
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

    /** The file is compared in the build, so that its members always come in one order. */
    private static Map<String, Object> ordered(String first, Object one, String second, Object other) {
        Map<String, Object> ordered = new LinkedHashMap<>();
        ordered.put(first, one);
        ordered.put(second, other);
        return ordered;
    }

    Map<String, Object> json() {
        return json;
    }
}
