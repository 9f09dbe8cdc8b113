package cymru.diogelu.modelcheck.templates;

import java.util.LinkedHashMap;
import java.util.Map;

/** One of the things that a question offers. */
record Choice(String name, String value) {

    static final Choice NONE = new Choice("Choose · Dewiswch", "");

    Map<String, Object> json() {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("name", name);
        json.put("value", value);
        return json;
    }
}
