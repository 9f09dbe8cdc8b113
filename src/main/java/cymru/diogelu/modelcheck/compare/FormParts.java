package cymru.diogelu.modelcheck.compare;

import cymru.diogelu.language.Bilingual;
import cymru.diogelu.modelcheck.reading.FormFile;
import cymru.diogelu.modelcheck.reading.JsonText;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads a form with its Welsh: its components, those in groups and lists beside the others, and their answers. */
final class FormParts {

    /** What a component says to people; the first that is there is what it is known by. */
    private static final List<String> TEXTS = List.of("label", "dateLabel", "text", "content", "description");

    /** Names inside names without end would fill the memory. */
    private static final int LONGEST_PATH = 300;

    private static final Sentence ANSWER = new Sentence("the answer %s of %s", "yr ateb %s yn %s");

    private final FormFile form;
    private final Optional<Bilingual> name;
    private final String welshFile;
    private final Map<?, ?> welsh;
    private final Set<Object> used = new HashSet<>();
    private final Map<String, Bilingual> names = new LinkedHashMap<>();
    private final Map<String, String> drawing = new LinkedHashMap<>();

    private FormParts(FormFile form, Optional<Bilingual> name) {
        this.form = form;
        this.name = name;
        this.welshFile = FormFile.welshOf(form.file());
        this.welsh = form.welsh()
                .map(words -> words.members().get("components"))
                .filter(Map.class::isInstance)
                .<Map<?, ?>>map(Map.class::cast)
                .orElse(Map.of());
    }

    /** @param name by which people know the form; by its id without one */
    static Document read(FormFile form, Optional<Bilingual> name) {
        FormParts parts = new FormParts(form, name);
        Part whole = new Part("file", form.file(), form.file(), 1);
        whole.add(parts.form());
        return new Document(whole, parts.names, parts.drawing);
    }

    private Part form() {
        Map<String, Object> members = form.json().members();
        Part part = new Part("form", form.id(), form.file(), 1)
                .named(name.orElseGet(() -> Names.quoted(form.id(), "", form.file())));
        leaves(part, "", members, form.json(), Set.of("components"));
        components(part, members, "", "");
        form.welsh().ifPresent(words -> leaves(part, "cy.", words.members(), words, Set.of("components")));
        form.welsh()
                .map(words -> words.members().get("components"))
                .filter(other -> !(other instanceof Map))
                .ifPresent(other -> part.put("cy.components", JsonWords.canonical(other), welshFile, 0));
        welsh.forEach((entry, words) -> {
            if (!used.contains(entry)) {
                part.put(
                        "cy.components." + entry,
                        JsonWords.canonical(words),
                        welshFile,
                        welshLine(String.valueOf(entry)));
            }
        });
        return part.like("form", "").like("form");
    }

    private void components(Part whole, Map<?, ?> holder, String inside, String path) {
        if (!(holder.get("components") instanceof List<?> list)) {
            if (holder.containsKey("components")) {
                whole.put("components " + inside, JsonWords.canonical(holder.get("components")));
            }
            return;
        }
        int number = 0;
        for (Object entry : list) {
            number++;
            if (entry instanceof Map<?, ?> component) {
                String name = FormFile.name(component);
                String full = path + (name.isEmpty() ? "component " + number : name);
                String here = full.substring(Math.max(0, full.length() - LONGEST_PATH));
                whole.add(component(component, here, inside));
                boolean names = component.containsKey("path") && !name.isEmpty();
                components(whole, component, here, names ? here + "." : path);
            } else {
                whole.put("components " + inside + " " + number, JsonWords.canonical(entry));
            }
        }
    }

    private Part component(Map<?, ?> component, String path, String inside) {
        int line = form.json().line(component);
        Part part = new Part("component", path, form.file(), line).ordered("in " + inside);
        leaves(part, "", component, form.json(), Set.of("components", "values", "layout"));
        if (!inside.isEmpty()) {
            part.put("inside", inside);
        }
        if (component.containsKey("layout")) {
            drawing.put("shape " + path, JsonWords.canonical(component.get("layout")));
        }
        Map<?, ?> words = words(component, path);
        leaves(part, "cy.", words, welshFile, welshLine(path), Set.of("options"));
        String english = spoken(component);
        Bilingual name = Names.quoted(english, spoken(words), path);
        names.put(path, name);
        part.named(name).like("component", "");
        answers(part, component, words);
        return part.like("component", FormFile.name(component)).like("component", FormFile.text(component, "id"));
    }

    private Map<?, ?> words(Map<?, ?> component, String path) {
        return Stream.of(
                        path,
                        FormFile.text(component, "key"),
                        FormFile.text(component, "path"),
                        FormFile.text(component, "id"))
                .filter(name -> !name.isEmpty() && welsh.get(name) instanceof Map<?, ?>)
                .findFirst()
                .<Map<?, ?>>map(name -> {
                    used.add(name);
                    return (Map<?, ?>) Objects.requireNonNull(welsh.get(name));
                })
                .orElse(Map.of());
    }

    private static String spoken(Map<?, ?> texts) {
        return TEXTS.stream()
                .map(text -> FormFile.text(texts, text))
                .filter(text -> !text.isBlank())
                .findFirst()
                .orElse("");
    }

    private void answers(Part part, Map<?, ?> component, Map<?, ?> words) {
        Map<?, ?> options = words.get("options") instanceof Map<?, ?> map ? map : Map.of();
        Set<Object> told = new HashSet<>();
        Bilingual question = part.name().orElseGet(() -> Names.quoted(part.id()));
        if (component.get("values") instanceof List<?> values && values.stream().allMatch(Map.class::isInstance)) {
            for (Object value : values) {
                Map<?, ?> option = (Map<?, ?>) value;
                String answer = option.containsKey("value") ? JsonWords.shown(option.get("value")) : "";
                part.add(answer(question, option, answer, options.get(answer)));
                told.add(answer);
            }
            if (values.isEmpty()) {
                part.put("values", "[]");
            }
        } else if (component.containsKey("values")) {
            part.put("values", JsonWords.canonical(component.get("values")));
        }
        options.forEach((answer, word) -> {
            if (!told.contains(answer)) {
                part.put("cy.options." + answer, JsonWords.shown(word), welshFile, welshLine(part.id()));
            }
        });
        if (words.containsKey("options") && options.isEmpty()) {
            part.put("cy.options", JsonWords.canonical(words.get("options")), welshFile, welshLine(part.id()));
        }
    }

    private Part answer(Bilingual question, Map<?, ?> option, String answer, @Nullable Object word) {
        Part part = new Part("answer", answer, form.file(), form.json().line(option)).ordered("answers");
        leaves(part, "", option, form.json(), Set.of());
        if (word != null) {
            part.put("cy", JsonWords.shown(word), welshFile, welshLine(answer));
        }
        String welshWord = word instanceof String text ? text : "";
        Bilingual label = Names.quoted(FormFile.text(option, "label"), welshWord, answer);
        return part.named(ANSWER.plain(label, question)).like("answer", FormFile.text(option, "label") + welshWord);
    }

    private void leaves(Part part, String before, Map<?, ?> object, JsonText json, Set<String> elsewhere) {
        boolean own = json == form.json();
        leaves(part, before, object, own ? form.file() : welshFile, json.line(object), elsewhere);
    }

    private static void leaves(
            Part part, String before, Map<?, ?> object, String file, int line, Set<String> elsewhere) {
        object.forEach((name, value) -> {
            String leaf = before + String.valueOf(name).replace(".", "/.");
            if (elsewhere.contains(name)) {
                return;
            }
            if (value instanceof Map<?, ?> inner && !inner.isEmpty() && leaf.length() < LONGEST_PATH) {
                leaves(part, leaf + ".", inner, file, line, Set.of());
            } else {
                part.put(leaf, JsonWords.shown(value), file, line);
            }
        });
    }

    private int welshLine(String name) {
        return form.welsh().map(words -> words.line(name)).orElse(0);
    }
}
