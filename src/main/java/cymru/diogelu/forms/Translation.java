package cymru.diogelu.forms;

import cymru.diogelu.language.Bilingual;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The Welsh texts of a form: one entry for each component, named by the path of its data or by its id. What people see in
 * one language only breaks the form, and so does a Welsh text for something that is not in the form.
 */
final class Translation {

    private static final String LETTERS = ".*\\p{L}.*";

    private final Source welsh;
    private final Faults faults;
    private final Set<String> used = new HashSet<>();

    private Translation(Source welsh, Faults faults) {
        this.welsh = welsh;
        this.faults = faults;
    }

    static Translation none(String file, Faults faults) {
        return new Translation(new Source(file, "Welsh texts", Map.of()), faults);
    }

    static Translation of(String file, Map<String, Object> json, Faults faults) {
        var source = new Source(file, "Welsh texts", json);
        json.keySet().stream()
                .filter(name -> !name.equals("components"))
                .forEach(name -> faults.add(source.broken("only 'components' belongs here, not '%s'".formatted(name))));
        return new Translation(source.object("components"), faults);
    }

    /** @param path where the component keeps its data, such as {@code children.fullName}; empty where it keeps none.
     *     Fields are named by it, lists and groups by their id or by it */
    Texts texts(Source component, String id, String path) {
        boolean byPath = !path.isEmpty() && (component.has("key") || !welsh.has(id));
        var name = byPath ? path : id;
        used.add(name);
        var entry = welsh.object(name).at(component.element());
        var words = words(component, entry);
        var options = options(component, entry.object("options"));
        refuseOthers(entry, words);
        return new Texts(words, options);
    }

    /** Names every entry that was not asked for. */
    void refuseUnused() {
        welsh.json().keySet().stream()
                .filter(name -> !used.contains(name))
                .forEach(name -> faults.add(
                        welsh.at(name).broken("there are Welsh texts for a component that is not in the form")));
    }

    /** Of a component that could not be read the texts are not asked for, and yet it is in the form. */
    void leaveOut(Map<String, Object> component) {
        for (var name : List.of("id", "key", "path")) {
            welsh.json().keySet().stream()
                    .filter(entry -> entry.equals(component.get(name)) || entry.endsWith("." + component.get(name)))
                    .forEach(used::add);
        }
    }

    private Map<String, Bilingual> words(Source component, Source entry) {
        var words = new LinkedHashMap<String, Bilingual>();
        for (var name : Texts.NAMES) {
            var english = Tree.get(component.json(), Texts.place(name));
            if (english != null && !(english instanceof String)) {
                throw component.broken("'%s' is not a text".formatted(name));
            }
            if (english instanceof String text && !text.isBlank()) {
                words.put(name, both(entry, name, text, welsh(entry, name, words)));
            }
        }
        return words;
    }

    /** Dates have no label in form-js but one for the day and one for the time; the first of them may be called label. */
    private static @Nullable String welsh(Source entry, String name, Map<String, Bilingual> before) {
        var own = entry.text(name);
        if (own != null) {
            return own;
        }
        return switch (name) {
            case "content" -> entry.text("text");
            case "dateLabel" -> before.containsKey("label") ? null : entry.text("label");
            case "timeLabel" ->
                before.containsKey("label") || before.containsKey("dateLabel") ? null : entry.text("label");
            default -> null;
        };
    }

    private Bilingual both(Source entry, String name, String english, @Nullable String welsh) {
        if (welsh == null && name.endsWith("Adorner") && !english.matches(LETTERS)) {
            return new Bilingual(english, english);
        }
        if (welsh == null || welsh.isBlank()) {
            faults.add(entry.broken("the %s \"%s\" has no Welsh".formatted(name, english)));
            return new Bilingual(english, english);
        }
        for (var text : List.of(english, welsh)) {
            if (text.startsWith("=") || text.contains("{{")) {
                faults.add(entry.broken("a text is words, not an expression: " + text));
            }
        }
        return new Bilingual(english, welsh);
    }

    private Map<String, Bilingual> options(Source component, Source welsh) {
        var options = new LinkedHashMap<String, Bilingual>();
        for (var option : component.objects("values")) {
            var value = option.mandatoryText("value");
            var english = option.mandatoryText("label");
            if (options.put(value, both(welsh, "option", english, welsh.text(value))) != null) {
                faults.add(component.broken("two options have the value '%s'".formatted(value)));
            }
        }
        welsh.json().keySet().stream()
                .filter(value -> !options.containsKey(value))
                .forEach(value -> faults.add(
                        welsh.broken("there is a Welsh option '%s' that is not in the form".formatted(value))));
        return options;
    }

    private void refuseOthers(Source entry, Map<String, Bilingual> words) {
        for (var name : entry.json().keySet()) {
            boolean alias = name.equals("text") && words.containsKey("content")
                    || name.equals("label") && (words.containsKey("dateLabel") || words.containsKey("timeLabel"));
            if (!alias && !name.equals("options") && !words.containsKey(name)) {
                faults.add(entry.broken("there is a Welsh '%s' where the form has no English".formatted(name)));
            }
        }
    }
}
