package cymru.diogelu.modelcheck.templates;

import java.util.LinkedHashMap;
import java.util.Map;

/** The place in an element that a value of a template is written to. */
record Binding(Map<String, Object> json) {

    static final Binding REFERENCE = new Binding(Map.of("type", "camunda:in:businessKey"));

    /** An attribute, such as {@code name} or {@code camunda:formRef}. */
    static Binding attribute(String name) {
        return of("property", "name", name);
    }

    /** An extension property, such as {@code cy}. */
    static Binding property(String name) {
        return of("camunda:property", "name", name);
    }

    /** What is handed to a procedure that is called. */
    static Binding handsOver(String variable) {
        Map<String, Object> json = of("camunda:in", "target", variable).json();
        json.put("expression", true);
        return new Binding(json);
    }

    private static Binding of(String type, String key, String name) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("type", type);
        json.put(key, name);
        return new Binding(json);
    }
}
