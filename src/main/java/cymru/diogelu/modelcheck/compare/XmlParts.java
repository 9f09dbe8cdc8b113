package cymru.diogelu.modelcheck.compare;

import cymru.diogelu.modelcheck.reading.Bpmn;
import cymru.diogelu.modelcheck.reading.Dmn;
import cymru.diogelu.modelcheck.reading.XmlElement;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Reads any XML element as a part: attributes and plain texts as leaves, everything else as parts inside. */
final class XmlParts {

    /** They hold others and say nothing themselves. */
    private static final Set<String> HOLDERS = Set.of("extensionElements", "properties");

    private static final String TYPES = "http://www.w3.org/2001/XMLSchema-instance";

    private final String file;

    XmlParts(String file) {
        this.file = file;
    }

    /** A part inside another one, known by its id or by how many of its kind stand before it. */
    Part part(XmlElement xml) {
        String kind = kind(xml);
        Part part = new Part(kind, kind + id(xml), file, xml.line());
        read(part, xml, child -> false);
        boolean inTurn = kind.startsWith("camunda:") && !kind.matches("camunda:(in|out)");
        return part.ordered(inTurn ? kind : "").like(kind, "").like(kind);
    }

    /** What tells values that are handed over apart; for anything else its id. */
    private static String id(XmlElement xml) {
        boolean handed = xml.is(Bpmn.CAMUNDA, "in") || xml.is(Bpmn.CAMUNDA, "out");
        return Stream.of(handed ? "target" : "id", "businessKey", "variables", "id")
                .filter(attribute -> handed || attribute.equals("id"))
                .filter(attribute -> !xml.attribute(attribute).isEmpty())
                .findFirst()
                .map(attribute -> " " + (attribute.equals("businessKey") ? attribute : xml.attribute(attribute)))
                .orElse("");
    }

    /** Reads everything of an element into a part except the children that are read elsewhere. */
    void read(Part part, XmlElement xml, Predicate<XmlElement> elsewhere) {
        attributes(part, "", xml);
        if (!xml.text().isEmpty()) {
            part.put("text", xml.text(), file, xml.line());
        }
        children(part, xml, elsewhere);
    }

    private void children(Part part, XmlElement xml, Predicate<XmlElement> elsewhere) {
        if (xml.children().isEmpty()) {
            return;
        }
        Map<XmlElement.Name, Long> kinds =
                xml.children().stream().collect(Collectors.groupingBy(XmlElement::name, Collectors.counting()));
        for (XmlElement child : xml.children()) {
            boolean plain = plain(child) && kinds.getOrDefault(child.name(), 0L) == 1;
            if (!elsewhere.test(child)) {
                child(part, child, plain, elsewhere);
            }
        }
    }

    private void child(Part part, XmlElement child, boolean plain, Predicate<XmlElement> elsewhere) {
        if (HOLDERS.contains(child.type())) {
            attributes(part, kind(child) + "@", child);
            if (!child.text().isEmpty()) {
                part.put(kind(child), child.text(), file, child.line());
            }
            children(part, child, elsewhere);
        } else if (child.is(Bpmn.CAMUNDA, "property")) {
            property(part, child);
        } else if (plain) {
            part.put(kind(child), child.text(), file, child.line());
            attributes(part, kind(child) + "@", child);
        } else {
            part.add(part(child));
        }
    }

    private static boolean plain(XmlElement xml) {
        return xml.children().isEmpty()
                && xml.id().isEmpty()
                && (!xml.text().isEmpty() || xml.attributes().isEmpty());
    }

    private void property(Part part, XmlElement property) {
        String leaf = "property " + property.attribute("name");
        part.put(leaf, property.attribute("value"), file, property.line());
        property.attributes().forEach((name, value) -> {
            if (!Set.of("name", "value").contains(name(name))) {
                part.put(leaf + "@" + name(name), value, file, property.line());
            }
        });
        if (!property.text().isEmpty() || !property.children().isEmpty()) {
            Part inside = new Part("property", leaf, file, property.line());
            inside.put("text", property.text());
            children(inside, property, child -> false);
            part.add(inside);
        }
    }

    private void attributes(Part part, String before, XmlElement xml) {
        xml.attributes().forEach((name, value) -> {
            boolean type = name.namespace().equals(TYPES);
            String shown = type ? value.substring(value.indexOf(':') + 1) : value;
            String leaf = before + name(name);
            if (!Unsaid.is(leaf, shown)) {
                part.put(leaf, shown, file, xml.line());
            }
        });
    }

    /** The name of an element: short where it is of the languages that models are written in. */
    static String kind(XmlElement xml) {
        String namespace = xml.name().namespace();
        return Set.of(Bpmn.MODEL, Dmn.MODEL).contains(namespace) ? xml.type() : qualified(xml.name());
    }

    private static String name(XmlElement.Name attribute) {
        return attribute.namespace().isEmpty() ? attribute.local() : qualified(attribute);
    }

    private static String qualified(XmlElement.Name name) {
        if (Set.of(Bpmn.CAMUNDA, Dmn.CAMUNDA).contains(name.namespace())) {
            return "camunda:" + name.local();
        }
        boolean known = Set.of(Dmn.WORDS, TYPES).contains(name.namespace());
        return known ? name.local() : name.local() + " (" + name.namespace() + ")";
    }
}
