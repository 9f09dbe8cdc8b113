package cymru.diogelu.modelcheck;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/**
 * Does to an element what Camunda Modeler does when a template is given to it: takes out what the template sets, and
 * writes what the designer answered to the place of each binding.
 */
record TemplateUse(Map<String, Object> template) {

    private static final String MODEL = "http://www.omg.org/spec/BPMN/20100524/MODEL";
    private static final String CAMUNDA = "http://camunda.org/schema/1.0/bpmn";

    /** Takes an element back to what is drawn before any template is given to it, and makes it anew. */
    Element remake(Element element) {
        List<String> answers =
                properties().map(property -> answer(element, property)).toList();
        properties().forEach(property -> takeOut(element, binding(property)));
        String type = templateType().orElse(element.getLocalName());
        Element plain = templateType().isPresent() ? renamed(element, "task") : element;
        Element made = renamed(plain, type);
        made.setAttributeNS(CAMUNDA, "camunda:modelerTemplate", String.valueOf(template.get("id")));
        List<Map<String, Object>> properties = properties().toList();
        IntStream.range(0, answers.size()).forEach(i -> write(made, binding(properties.get(i)), answers.get(i)));
        return made;
    }

    /** What the designer would answer to have the element as it was; refused where the template does not allow it. */
    private String answer(Element element, Map<String, Object> property) {
        String was = read(element, binding(property)).orElse("");
        switch (String.valueOf(property.get("type"))) {
            case "Hidden" -> assertThat(String.valueOf(property.get("value"))).isEqualTo(was);
            case "Dropdown" ->
                assertThat(list(property.get("choices")))
                        .extracting(choice -> choice.get("value"))
                        .contains(was);
            default ->
                assertThat(was)
                        .matches(String.valueOf(
                                map(map(property.get("constraints")).get("pattern"))
                                        .get("value")));
        }
        return was;
    }

    private Optional<String> templateType() {
        return Optional.ofNullable(template.get("elementType"))
                .map(type -> String.valueOf(map(type).get("value")).replace("bpmn:", ""))
                .map(type -> type.substring(0, 1).toLowerCase(java.util.Locale.ROOT) + type.substring(1));
    }

    private Stream<Map<String, Object>> properties() {
        return list(template.get("properties")).stream();
    }

    private static Map<String, Object> binding(Map<String, Object> property) {
        return map(property.get("binding"));
    }

    private static Optional<String> read(Element element, Map<String, Object> binding) {
        if (binding.get("type").equals("property")) {
            String name = String.valueOf(binding.get("name"));
            return Optional.of(element.getAttribute(name)).filter(value -> !value.isEmpty());
        }
        return place(element, binding).map(place -> place.getAttribute(attribute(binding)));
    }

    private static void takeOut(Element element, Map<String, Object> binding) {
        if (binding.get("type").equals("property")) {
            element.removeAttribute(String.valueOf(binding.get("name")));
        }
        place(element, binding).ifPresent(place -> place.getParentNode().removeChild(place));
    }

    private static void write(Element element, Map<String, Object> binding, String value) {
        String type = String.valueOf(binding.get("type"));
        String name = String.valueOf(binding.get("name"));
        if (type.equals("property")) {
            element.setAttributeNS(name.startsWith("camunda:") ? CAMUNDA : null, name, value);
            return;
        }
        Element extensions = within(element, MODEL, "bpmn:extensionElements");
        boolean property = type.equals("camunda:property");
        Element holder = property ? within(extensions, CAMUNDA, "camunda:properties") : extensions;
        Element place =
                element.getOwnerDocument().createElementNS(CAMUNDA, property ? "camunda:property" : "camunda:in");
        if (property) {
            place.setAttribute("name", name);
        }
        if (binding.get("target") instanceof String target) {
            place.setAttribute("target", target);
        }
        place.setAttribute(attribute(binding), value);
        holder.appendChild(place);
    }

    private static String attribute(Map<String, Object> binding) {
        return switch (String.valueOf(binding.get("type"))) {
            case "camunda:property" -> "value";
            case "camunda:in:businessKey" -> "businessKey";
            case "camunda:in" -> Boolean.TRUE.equals(binding.get("expression")) ? "sourceExpression" : "source";
            default -> throw new IllegalArgumentException(String.valueOf(binding));
        };
    }

    private static Optional<Element> place(Element element, Map<String, Object> binding) {
        if (binding.get("type").equals("property")) {
            return Optional.empty();
        }
        boolean property = binding.get("type").equals("camunda:property");
        return children(element, MODEL, "extensionElements")
                .flatMap(extensions -> property
                        ? children(extensions, CAMUNDA, "properties").flatMap(all -> children(all, CAMUNDA, "property"))
                        : children(extensions, CAMUNDA, "in"))
                .filter(place -> property
                        ? place.getAttribute("name").equals(binding.get("name"))
                        : place.getAttribute("target").equals(Objects.requireNonNullElse(binding.get("target"), ""))
                                && place.hasAttribute(attribute(binding)))
                .findFirst();
    }

    private static Element within(Element element, String namespace, String name) {
        return children(element, namespace, name.substring(name.indexOf(':') + 1))
                .findFirst()
                .orElseGet(() -> (Element) element.insertBefore(
                        element.getOwnerDocument().createElementNS(namespace, name), element.getFirstChild()));
    }

    private static Element renamed(Element element, String type) {
        Document document = element.getOwnerDocument();
        return (Element) document.renameNode(element, MODEL, "bpmn:" + type);
    }

    static Stream<Element> children(Node parent, String namespace, String name) {
        return IntStream.range(0, parent.getChildNodes().getLength())
                .mapToObj(parent.getChildNodes()::item)
                .filter(Element.class::isInstance)
                .map(Element.class::cast)
                .filter(child -> namespace.equals(child.getNamespaceURI()) && name.equals(child.getLocalName()));
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> map(@org.jspecify.annotations.Nullable Object value) {
        return (Map<String, Object>) Objects.requireNonNull(value);
    }

    @SuppressWarnings("unchecked")
    private static List<Map<String, Object>> list(@org.jspecify.annotations.Nullable Object value) {
        return (List<Map<String, Object>>) Objects.requireNonNull(value);
    }
}
