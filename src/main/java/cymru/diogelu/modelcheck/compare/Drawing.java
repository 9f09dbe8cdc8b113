package cymru.diogelu.modelcheck.compare;

import cymru.diogelu.language.Bilingual;
import cymru.diogelu.modelcheck.Change;
import cymru.diogelu.modelcheck.reading.XmlElement;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Where the parts of a model are drawn, which changes nothing of what it does. */
final class Drawing {

    private static final Sentence ONLY = new Sentence(
            "Only the drawing of %s changes; drawn anew: %s.",
            "Dim ond y llun o %s sy’n newid; wedi’u llunio o’r newydd: %s.");
    private static final Sentence SHAPE = new Sentence("%s shape", "%s siâp");
    private static final Sentence SHAPES = new Sentence("%s shapes", "%s siâp");
    private static final Sentence WAY = new Sentence("%s way", "%s ffordd");
    private static final Sentence WAYS = new Sentence("%s ways", "%s ffordd");
    private static final Sentence OTHER = new Sentence("other details", "manylion eraill");
    private static final Sentence AND = new Sentence("%s, %s", "%s, %s");

    private Drawing() {}

    /** Whether an element holds a drawing. */
    static boolean draws(XmlElement xml) {
        return xml.type().equals("BPMNDiagram") && xml.name().namespace().contains("/DI")
                || xml.type().equals("DMNDI") && xml.name().namespace().contains("/DMNDI");
    }

    /** What is drawn how, by the kind and the element that is drawn. */
    static Map<String, String> of(XmlElement root) {
        Map<String, StringBuilder> written = new LinkedHashMap<>();
        root.children().stream().filter(Drawing::draws).forEach(diagram -> collect(diagram, written));
        Map<String, String> drawing = new LinkedHashMap<>();
        written.forEach((drawn, how) -> drawing.put(drawn, how.toString()));
        return drawing;
    }

    private static void collect(XmlElement xml, Map<String, StringBuilder> drawing) {
        boolean whole = xml.type().matches(".*(Shape|Edge)");
        String drawn = xml.attribute("bpmnElement") + xml.attribute("dmnElementRef");
        write(xml, drawing.computeIfAbsent(kind(xml) + " " + drawn, unseen -> new StringBuilder()), whole);
        if (!whole) {
            xml.children().forEach(child -> collect(child, drawing));
        }
    }

    private static String kind(XmlElement xml) {
        return xml.type().endsWith("Shape") ? "shape" : xml.type().endsWith("Edge") ? "way" : "other";
    }

    private static void write(XmlElement xml, StringBuilder written, boolean inside) {
        Map<String, String> attributes = new TreeMap<>();
        xml.attributes().forEach((name, value) -> attributes.put(name.toString(), value));
        written.append('<').append(xml.name()).append(attributes).append(xml.text());
        if (inside) {
            xml.children().forEach(child -> write(child, written, true));
        }
        written.append('>');
    }

    /** How many shapes, ways and other details differ, and which they are. */
    static Change change(String file, Bilingual name, Map<String, String> before, Map<String, String> after) {
        Map<String, Integer> counts = new TreeMap<>();
        TreeSet<String> drawn = new TreeSet<>(before.keySet());
        drawn.addAll(after.keySet());
        drawn.removeIf(element -> Objects.equals(before.get(element), after.get(element)));
        drawn.forEach(element -> counts.merge(element.substring(0, element.indexOf(' ')), 1, Integer::sum));
        Bilingual sentence = ONLY.of(
                name,
                counts.entrySet().stream()
                        .map(Drawing::counted)
                        .reduce(AND::plain)
                        .orElseThrow());
        Set<String> ids = drawn.stream()
                .map(element -> element.substring(element.indexOf(' ') + 1))
                .filter(id -> !id.isEmpty())
                .collect(Collectors.toUnmodifiableSet());
        return new Change(Change.Kind.LAYOUT, file, "", "", 0, 0, sentence, ids);
    }

    private static Bilingual counted(Map.Entry<String, Integer> kind) {
        boolean one = kind.getValue() == 1;
        return switch (kind.getKey()) {
            case "shape" -> (one ? SHAPE : SHAPES).plain(kind.getValue());
            case "way" -> (one ? WAY : WAYS).plain(kind.getValue());
            default -> OTHER.plain();
        };
    }
}
