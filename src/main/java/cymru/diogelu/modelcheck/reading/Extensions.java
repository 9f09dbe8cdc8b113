package cymru.diogelu.modelcheck.reading;

import java.util.Optional;
import java.util.stream.Stream;

/** What Camunda Modeler keeps at an element beside BPMN itself. */
public final class Extensions {

    private Extensions() {}

    /** The extension elements of a kind that belong to an element itself. */
    public static Stream<XmlElement> of(XmlElement element, String local) {
        return element.children(Bpmn.MODEL, "extensionElements")
                .flatMap(extensions -> extensions.children(Bpmn.CAMUNDA, local));
    }

    public static Stream<XmlElement> properties(XmlElement element) {
        return of(element, "properties").flatMap(properties -> properties.children(Bpmn.CAMUNDA, "property"));
    }

    /** An extension property that says something. */
    public static Optional<String> property(XmlElement element, String name) {
        return properties(element)
                .filter(property -> property.attribute("name").equals(name))
                .map(property -> property.attribute("value"))
                .filter(value -> !value.isBlank())
                .findFirst();
    }

    /** The Welsh name of an element; empty where there is none. */
    public static String welshName(XmlElement element) {
        return property(element, "cy").orElse("");
    }

    public static String documentation(XmlElement element) {
        return element.text(Bpmn.MODEL, "documentation");
    }

    public static String welshDocumentation(XmlElement element) {
        return property(element, "cy-documentation").orElse("");
    }
}
