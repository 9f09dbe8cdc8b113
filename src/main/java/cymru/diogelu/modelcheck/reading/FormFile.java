package cymru.diogelu.modelcheck.reading;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A Camunda Form with its Welsh beside it.
 *
 * @param welsh empty where there is no readable {@code .cy.json} beside it
 */
public record FormFile(String file, JsonText json, Optional<JsonText> welsh) {

    /** The path of the file that holds a form's Welsh. */
    public static String welshOf(String form) {
        return form.replaceAll("\\.form$", ".cy.json");
    }

    public String id() {
        return json.members().get("id") instanceof String id ? id : "";
    }

    /** Every component, those in groups and lists included, in the order of the file. */
    public Stream<Map<?, ?>> components() {
        return components(json.members());
    }

    private static Stream<Map<?, ?>> components(Map<?, ?> holder) {
        return holder.get("components") instanceof List<?> list
                ? list.stream()
                        .filter(Map.class::isInstance)
                        .<Map<?, ?>>map(Map.class::cast)
                        .flatMap(component -> Stream.concat(Stream.of(component), components(component)))
                : Stream.empty();
    }

    /** Where each answer stands: {@code children[].fullName} in the rows of a list. */
    public Set<String> paths() {
        Set<String> paths = new LinkedHashSet<>();
        collect(json.members(), "", paths);
        return paths;
    }

    private static void collect(Map<?, ?> holder, String around, Set<String> paths) {
        if (holder.get("components") instanceof List<?> list) {
            for (Object part : list) {
                if (part instanceof Map<?, ?> component) {
                    String path = around + text(component, "key") + text(component, "path");
                    paths.add(path);
                    boolean rows = "dynamiclist".equals(component.get("type"));
                    boolean same = path.equals(around);
                    collect(component, rows ? path + "[]." : same ? around : path + ".", paths);
                }
            }
        }
    }

    /** The custom properties of a component. */
    public static Map<?, ?> properties(Map<?, ?> component) {
        return component.get("properties") instanceof Map<?, ?> properties ? properties : Map.of();
    }

    /** A member that is text; empty where there is none. */
    public static String text(Map<?, ?> object, String name) {
        return object.get(name) instanceof String text ? text : "";
    }

    /** Whether a component asks for an answer. */
    public static boolean asks(Map<?, ?> component) {
        return component.containsKey("key") && !"expression".equals(component.get("type"));
    }

    /** The values that a component offers where they stand in the form; empty where the answer can be another. */
    public static Optional<Set<String>> options(Map<?, ?> component) {
        return component.get("values") instanceof List<?> values
                ? Optional.of(values.stream()
                        .filter(Map.class::isInstance)
                        .map(option -> text((Map<?, ?>) option, "value"))
                        .collect(Collectors.toSet()))
                : Optional.empty();
    }

    /**
     * An expression in FEEL.
     *
     * @param component what it stands in
     * @param line on which that begins
     * @param text without the sign of equality that it begins with
     */
    public record FormExpression(String component, int line, String text) {}

    /** Every expression of the form, in the order of the file. */
    public Stream<FormExpression> expressions() {
        return expressions(id(), json.line(id()), json.members());
    }

    private Stream<FormExpression> expressions(String component, int line, @Nullable Object part) {
        if (part instanceof Map<?, ?> object) {
            boolean own = name(object).isEmpty() || object == json.members();
            String inside = own ? component : name(object);
            int begin = own ? line : json.line(object);
            return object.values().stream().flatMap(value -> expressions(inside, begin, value));
        }
        if (part instanceof List<?> list) {
            return list.stream().flatMap(value -> expressions(component, line, value));
        }
        return part instanceof String text && text.startsWith("=")
                ? Stream.of(new FormExpression(component, line, text.substring(1)))
                : Stream.empty();
    }

    /** What a designer knows a component by. */
    public static String name(Map<?, ?> component) {
        return Stream.of("key", "path", "id")
                .map(name -> text(component, name))
                .filter(name -> !name.isBlank())
                .findFirst()
                .orElse("");
    }
}
