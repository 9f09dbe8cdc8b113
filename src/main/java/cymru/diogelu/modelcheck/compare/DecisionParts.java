package cymru.diogelu.modelcheck.compare;

import cymru.diogelu.language.Bilingual;
import cymru.diogelu.modelcheck.reading.Decision;
import cymru.diogelu.modelcheck.reading.Dmn;
import cymru.diogelu.modelcheck.reading.XmlElement;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Reads a DMN file: its tables, and in each its columns and rules. */
final class DecisionParts {

    private static final Sentence RULE = new Sentence("rule %s of %s", "rheol %s yn %s");

    private static final Sentence COLUMN = new Sentence("%s %s", "%s %s");

    private final String file;
    private final XmlParts xmlParts;
    private final Map<String, Bilingual> names = new LinkedHashMap<>();

    private DecisionParts(String file) {
        this.file = file;
        this.xmlParts = new XmlParts(file);
    }

    static Document read(String file, XmlElement root) {
        DecisionParts parts = new DecisionParts(file);
        Part definitions = new Part("definitions", file, file, root.line());
        parts.xmlParts.read(definitions, root, child -> Drawing.draws(child) || child.is(Dmn.MODEL, "decision"));
        definitions.leaves().remove("exporter");
        definitions.leaves().remove("exporterVersion");
        root.children(Dmn.MODEL, "decision").map(parts::decision).forEach(definitions::add);
        return new Document(definitions, parts.names, Drawing.of(root));
    }

    private Part decision(XmlElement xml) {
        Part part = new Part("decision", xml.id(), file, xml.line()).named(name(xml));
        List<XmlElement> tables = xml.children(Dmn.MODEL, "decisionTable").toList();
        boolean one = tables.size() == 1;
        xmlParts.read(part, xml, child -> one && child == tables.get(0));
        if (one) {
            table(part, tables.get(0));
        }
        return part.like("decision", "").like("decision", xml.attribute("name")).like("decision");
    }

    private void table(Part decision, XmlElement table) {
        Part part = new Part("decisionTable", "decisionTable", file, table.line());
        xmlParts.read(
                part,
                table,
                child -> child.name().namespace().equals(Dmn.MODEL)
                        && child.type().matches("input|output|rule"));
        if (!part.leaves().containsKey("hitPolicy")) {
            part.put("hitPolicy", "UNIQUE");
        }
        decision.add(part);
        List<String> inputs = columns(decision, table, "input");
        List<String> outputs = columns(decision, table, "output");
        int number = 0;
        for (XmlElement rule : table.children(Dmn.MODEL, "rule").toList()) {
            decision.add(rule(decision, rule, ++number, inputs, outputs));
        }
    }

    /** The ids of the columns of a kind, which are added to the table. */
    private List<String> columns(Part decision, XmlElement table, String kind) {
        Map<String, XmlElement> columns = new LinkedHashMap<>();
        table.children(Dmn.MODEL, kind)
                .forEach(xml -> columns.put(xml.id().isEmpty() ? kind + "_" + (columns.size() + 1) : xml.id(), xml));
        columns.forEach((id, xml) -> {
            String asked = kind.equals("input") ? Decision.expression(xml) : xml.attribute("name");
            Bilingual label = name(xml, xml.attribute("label"), asked.isBlank() ? id : asked);
            Bilingual shown = COLUMN.plain(Nouns.kind(kind), label);
            Part part = new Part(kind, id, file, xml.line())
                    .named(shown)
                    .ordered(kind)
                    .like(kind, "")
                    .like(kind, asked);
            xmlParts.read(part, xml, child -> false);
            names.put(id, shown);
            decision.add(part);
        });
        return List.copyOf(columns.keySet());
    }

    private Part rule(Part table, XmlElement xml, int number, List<String> inputs, List<String> outputs) {
        Bilingual decision = table.name().orElseGet(() -> Names.quoted(table.id()));
        String id = xml.id().isEmpty() ? "rule_" + number : xml.id();
        Part part = new Part("rule", id, file, xml.line())
                .named(RULE.plain(number, decision))
                .ordered("rule");
        xmlParts.read(
                part,
                xml,
                child -> child.name().namespace().equals(Dmn.MODEL)
                        && child.type().matches("inputEntry|outputEntry"));
        cells(part, xml, "input", inputs);
        cells(part, xml, "output", outputs);
        String asked = part.leaves().entrySet().stream()
                .filter(leaf -> leaf.getKey().matches("(input|output) [^@]*"))
                .map(leaf -> leaf.getValue().value())
                .collect(Collectors.joining("\n"));
        return part.like("rule", "").like("rule", asked);
    }

    private void cells(Part rule, XmlElement xml, String kind, List<String> columns) {
        int column = 0;
        for (XmlElement cell : xml.children(Dmn.MODEL, kind + "Entry").toList()) {
            String leaf = kind + " " + (column < columns.size() ? columns.get(column) : "" + (column + 1));
            column++;
            String text = cell.text(Dmn.MODEL, "text");
            boolean all = kind.equals("input") && Decision.takesAll(text);
            rule.put(leaf, all ? "-" : text, file, cell.line());
            Part rest = new Part(kind + "Entry", leaf, file, cell.line()).like(leaf);
            xmlParts.read(rest, cell, child -> child.is(Dmn.MODEL, "text") && plain(child));
            rule.add(rest);
        }
    }

    private static boolean plain(XmlElement text) {
        return Stream.concat(text.attributes().keySet().stream(), text.children().stream())
                .findAny()
                .isEmpty();
    }

    /** What people know a table by. */
    static Bilingual name(XmlElement decision) {
        return name(decision, decision.attribute("name"), decision.id());
    }

    private static Bilingual name(XmlElement xml, String english, String id) {
        return Names.quoted(english, Dmn.welsh(xml), id);
    }
}
