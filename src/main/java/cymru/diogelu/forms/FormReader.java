package cymru.diogelu.forms;

import cymru.diogelu.forms.Component.Computed;
import cymru.diogelu.forms.Component.Display;
import cymru.diogelu.forms.Component.Group;
import cymru.diogelu.forms.Component.Rows;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads the components of one form file, refusing what could not be shown, judged or understood in both languages. */
final class FormReader {

    /** What form-js 1.23 writes. */
    private static final int NEWEST_SCHEMA = 19;

    /** Rows of a list that says nothing else. */
    private static final int MOST_ROWS = 100;

    private static final Pattern PATH = Pattern.compile("[A-Za-z_]\\w*(\\.[A-Za-z_]\\w*)*");

    /** Words of FEEL, and what form-js adds to it: a field of such a name breaks every expression. */
    private static final Set<String> RESERVED = Set.of(
            "this",
            "parent",
            "i",
            "_this_",
            "_parent_",
            "_i_",
            "if",
            "then",
            "else",
            "for",
            "in",
            "return",
            "some",
            "every",
            "satisfies",
            "and",
            "or",
            "not",
            "between",
            "instance",
            "of",
            "function",
            "external",
            "true",
            "false",
            "null",
            "item");

    private final Feel feel;
    private final Translation translation;
    private final Faults faults;
    private final Set<String> ids = new HashSet<>();
    private final List<List<String>> claimed = new ArrayList<>();

    /** @param faults where everything is kept in mind that is wrong with the form */
    FormReader(Feel feel, Translation translation, Faults faults) {
        this.feel = feel;
        this.translation = translation;
        this.faults = faults;
    }

    /** The form; empty where anything is wrong with it. */
    Optional<Form> read(Source form, Messages messages) {
        var id = faults.read(() -> form.mandatoryText("id"));
        faults.attempt(() -> checkKind(form));
        id.ifPresent(ids::add);
        var level = faults.read(() -> level(form, List.of()));
        translation.refuseUnused();
        if (!faults.none()) {
            return Optional.empty();
        }
        var components = level.orElseThrow().components();
        Pages.check(components, faults);
        var words = Comparisons.words(components, messages, faults);
        return faults.none()
                ? Optional.of(
                        new Form(id.orElseThrow(), form.file(), form.json(), level.orElseThrow(), words, messages))
                : Optional.empty();
    }

    private static void checkKind(Source form) {
        if (!"default".equals(form.text("type"))) {
            throw form.broken("not a Camunda Form: its type is not 'default'");
        }
        if (form.count("schemaVersion", 1) > NEWEST_SCHEMA) {
            throw form.broken("schemaVersion is newer than " + NEWEST_SCHEMA);
        }
    }

    private Level level(Source holder, List<String> around) {
        return Level.of(feel, components(holder, around));
    }

    private List<Component> components(Source holder, List<String> around) {
        return holder.objects("components").stream()
                .flatMap(json -> sound(json, around).stream())
                .toList();
    }

    /** One that is broken leaves the others to be read. */
    private Optional<Component> sound(Source json, List<String> around) {
        var component = faults.read(() -> component(json, around));
        if (component.isEmpty()) {
            translation.leaveOut(json.json());
        }
        return component;
    }

    private Component component(Source json, List<String> around) {
        var type = json.mandatoryText("type");
        var id = json.mandatoryText("id");
        var name = json.text("key") != null ? json.text("key") : json.text("path") != null ? json.text("path") : id;
        var source = json.at(name == null || name.isBlank() ? id : name);
        if (!ids.add(id)) {
            throw source.broken("the id '%s' stands twice in the form".formatted(id));
        }
        return switch (type) {
            case "group" -> group(source, around);
            case "dynamiclist" -> rows(source, around);
            case "text", "html", "separator", "spacer", "button" -> display(source);
            case "image", "filepicker", "documentPreview", "iframe" ->
                throw source.broken("'%s' could bring an image into the record (INV-03)".formatted(type));
            default -> field(source, around, type);
        };
    }

    private Component display(Source source) {
        faults.attempt(() -> Markup.check(source));
        return new Display(traits(source, List.of()));
    }

    private Component group(Source source, List<String> around) {
        var path = source.has("path") ? path(source, "path") : List.<String>of();
        var inside = join(around, path);
        var traits = traits(source, inside.equals(around) ? List.of() : inside);
        return new Group(traits, path, components(source, inside));
    }

    private Component rows(Source source, List<String> around) {
        var path = path(source, "path");
        var whole = claim(join(around, path), source);
        var traits = traits(source, whole);
        var inside = new ArrayList<>(whole);
        inside.set(inside.size() - 1, inside.get(inside.size() - 1) + "[]");
        return counted(source, traits, path, level(source, inside));
    }

    private static Rows counted(Source source, Traits traits, List<String> path, Level level) {
        if (!source.flag("isRepeating", true)) {
            throw source.broken("a list that does not repeat is a group");
        }
        int repetitions = source.count("defaultRepetitions", 1);
        var counts = new Source(source.file(), source.element(), Map.copyOf(traits.properties()));
        int min = rowLimit(counts, "minRows", 0);
        int max = rowLimit(counts, "maxRows", source.flag("allowAddRemove", true) ? MOST_ROWS : repetitions);
        if (min > max || repetitions > max) {
            throw source.broken("minRows or defaultRepetitions is more than maxRows");
        }
        return new Rows(traits, path, repetitions, min, max, distinct(traits, level, source), level);
    }

    private static List<String> distinct(Traits traits, Level level, Source source) {
        var named = traits.properties().getOrDefault("distinct", "").strip();
        var distinct = named.isEmpty() ? List.<String>of() : List.of(named.split("\\s+"));
        for (var name : distinct) {
            if (level.components().stream().noneMatch(field -> name.equals(String.join(".", field.path())))) {
                throw source.broken("distinct names what the rows do not ask: " + name);
            }
        }
        return distinct;
    }

    private static int rowLimit(Source properties, String name, int otherwise) {
        var text = properties.text(name);
        if (text == null) {
            return otherwise;
        }
        if (!text.matches("[0-9]{1,4}")) {
            throw properties.broken("%s is not a number of rows: %s".formatted(name, text));
        }
        return Integer.parseInt(text);
    }

    private Component field(Source source, List<String> around, String type) {
        var path = path(source, "key");
        var whole = claim(join(around, path), source);
        var traits = traits(source, whole);
        if (type.equals("expression")) {
            var computed = new Computed(traits, path, Expression.of(feel, source.mandatoryText("expression"), source));
            Promises.check(computed, whole, source, faults);
            return computed;
        }
        var reader = new QuestionReader(feel, source, traits);
        faults.attempt(reader::refuseOtherLimits);
        var question = reader.read(path);
        Promises.check(question, whole, source, faults);
        return question;
    }

    private Traits traits(Source source, List<String> whole) {
        Attributes.check(source, faults);
        var id = source.mandatoryText("id");
        var path = String.join(".", whole).replace("[]", "");
        return new Traits(
                id,
                source.mandatoryText("type"),
                translation.texts(source, id, path),
                faults.read(() -> Optional.ofNullable(hide(source)))
                        .flatMap(condition -> condition)
                        .orElse(null),
                properties(source),
                source);
    }

    private @Nullable Expression hide(Source source) {
        var condition = source.object("conditional").text("hide");
        return condition == null || condition.isBlank() ? null : Expression.of(feel, condition, source);
    }

    private static Map<String, String> properties(Source source) {
        var properties = source.object("properties");
        var texts = new LinkedHashMap<String, String>();
        properties.json().keySet().forEach(name -> {
            var text = properties.text(name);
            texts.put(name, text == null ? "" : text);
        });
        return texts;
    }

    private static List<String> path(Source source, String name) {
        var path = source.mandatoryText(name);
        if (!PATH.matcher(path).matches()) {
            throw source.broken("'%s' has to be names joined by dots: %s".formatted(name, path));
        }
        var steps = List.of(path.split("\\."));
        if (steps.stream().anyMatch(RESERVED::contains)) {
            throw source.broken("'%s' holds a name that FEEL needs for itself: %s".formatted(name, path));
        }
        return steps;
    }

    /** No two fields, and no field and list, may keep their data in the same place or one inside the other. */
    private List<String> claim(List<String> path, Source source) {
        for (var other : claimed) {
            int shorter = Math.min(other.size(), path.size());
            if (other.subList(0, shorter).equals(path.subList(0, shorter))) {
                throw source.broken("its place is already taken by '%s'".formatted(String.join(".", other)));
            }
        }
        claimed.add(path);
        return path;
    }

    private static List<String> join(List<String> around, List<String> path) {
        var joined = new ArrayList<>(around);
        joined.addAll(path);
        return joined;
    }
}
