package cymru.diogelu.modelcheck.reading;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** An element of an XML file, with the line on which it begins. */
public final class XmlElement {

    /** The name of an element or attribute; the namespace is empty where there is none. */
    public record Name(String namespace, String local) {}

    private final Name name;
    private final int line;
    private final @Nullable XmlElement parent;
    private final Map<Name, String> attributes = new LinkedHashMap<>();
    private final List<XmlElement> children = new ArrayList<>();
    private final StringBuilder text = new StringBuilder();

    XmlElement(Name name, int line, @Nullable XmlElement parent) {
        this.name = name;
        this.line = line;
        this.parent = parent;
        if (parent != null) {
            parent.children.add(this);
        }
    }

    void put(Name attribute, String value) {
        attributes.put(attribute, value);
    }

    void write(char[] characters, int start, int length) {
        text.append(characters, start, length);
    }

    public Name name() {
        return name;
    }

    /** The name without its namespace. */
    public String type() {
        return name.local();
    }

    public boolean is(String namespace, String local) {
        return name.local().equals(local) && name.namespace().equals(namespace);
    }

    /** Counted from 1. */
    public int line() {
        return line;
    }

    public Optional<XmlElement> parent() {
        return Optional.ofNullable(parent);
    }

    public Map<Name, String> attributes() {
        return attributes;
    }

    /** An attribute without a namespace; empty where there is none. */
    public String attribute(String local) {
        return attribute("", local);
    }

    public String attribute(String namespace, String local) {
        return attributes.getOrDefault(new Name(namespace, local), "");
    }

    public String id() {
        return attribute("id");
    }

    /** The nearest id from here outwards: it is what Camunda Modeler shows. */
    public String nearestId() {
        return id().isEmpty() && parent != null ? parent.nearestId() : id();
    }

    public List<XmlElement> children() {
        return children;
    }

    public Stream<XmlElement> children(String namespace, String local) {
        return children.stream().filter(child -> child.is(namespace, local));
    }

    public Optional<XmlElement> child(String namespace, String local) {
        return children(namespace, local).findFirst();
    }

    /** This element and whatever is inside it, in the order of the file. */
    public Stream<XmlElement> all() {
        return Stream.concat(Stream.of(this), children.stream().flatMap(XmlElement::all));
    }

    public Stream<XmlElement> all(String namespace, String local) {
        return all().filter(element -> element.is(namespace, local));
    }

    /** Its own text without the blanks around it. */
    public String text() {
        return text.toString().strip();
    }

    /** The text of a child; empty where there is none. */
    public String text(String namespace, String local) {
        return children(namespace, local).map(XmlElement::text).collect(Collectors.joining(" "));
    }
}
