package cymru.diogelu.forms;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** The names under which a form asks for what is known already: its fields, and whatever its expressions and bounds read. */
final class Names {

    private static final Pattern TEXT = Pattern.compile("\"(?:[^\"\\\\]|\\\\.)*\"");
    /** What {@code this} holds in a row was answered in the form and is no fact. */
    private static final Pattern OWN = Pattern.compile("\\bthis\\.\\w+");

    private static final Pattern NAME = Pattern.compile("[\\p{L}_][\\p{L}\\p{N}_]*");

    private Names() {}

    static Set<String> of(Map<String, Object> json, List<Field> fields) {
        var names = new HashSet<String>();
        fields.forEach(field -> {
            names.add(field.path().split("[.\\[]", 2)[0]);
            names.addAll(field.comparesWith());
        });
        read("", json, names);
        return Set.copyOf(names);
    }

    private static void read(String key, Object value, Set<String> names) {
        if (value instanceof Map<?, ?> object) {
            object.forEach((name, part) -> read(String.valueOf(name), part, names));
        } else if (value instanceof Collection<?> list) {
            list.forEach(part -> read(key, part, names));
        } else if (value instanceof String text && key.equals("valuesKey")) {
            names.add(text);
        } else if (value instanceof String text && text.startsWith("=")) {
            expression(text, names);
        }
    }

    private static void expression(String text, Set<String> names) {
        var words = OWN.matcher(TEXT.matcher(text).replaceAll("")).replaceAll("");
        NAME.matcher(words).results().forEach(name -> names.add(name.group()));
    }
}
