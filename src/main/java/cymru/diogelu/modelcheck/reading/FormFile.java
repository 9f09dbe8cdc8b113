package cymru.diogelu.modelcheck.reading;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

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

    /** The custom properties of a component. */
    public static Map<?, ?> properties(Map<?, ?> component) {
        return component.get("properties") instanceof Map<?, ?> properties ? properties : Map.of();
    }

    /** A member that is text; empty where there is none. */
    public static String text(Map<?, ?> object, String name) {
        return object.get(name) instanceof String text ? text : "";
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
